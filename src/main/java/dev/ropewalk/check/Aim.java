package dev.ropewalk.check;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a check wants with one container, as far as commands can bring it about. What the learner is
 * told to do is computed from the aims of all checks of a step together.
 */
public sealed interface Aim {
  /** The name of the container. */
  String container();

  /** It is made by a line with certain parts. */
  record Made(String container, Line line) implements Aim {}

  /**
   * It is the one that an earlier step has made, so that no new one will do.
   *
   * @param met whether it is
   */
  record Kept(String container, boolean met) implements Aim {}

  /** It is there no more. */
  record Gone(String container) implements Aim {}

  /**
   * It is in a state.
   *
   * @param exitCode with which it must have ended; empty where any will do
   * @param reached whether it is so already
   */
  record InState(String container, ContainerState state, OptionalInt exitCode, boolean reached)
      implements Aim {}

  /**
   * This must still happen to it in this step, in this order.
   *
   * @param actions as the engine's events have them: {@code stop}, {@code start}
   */
  record Undergoes(String container, List<String> actions) implements Aim {
    public Undergoes {
      actions = List.copyOf(actions);
    }
  }

  /**
   * A command must name it in one way of several.
   *
   * @param command {@code stop}
   * @param flags with which it must be run, and a blank behind; empty for none
   * @param how for a sentence: {@code its short id}; empty where any way will do
   * @param word what is typed for it
   */
  record Named(
      String container,
      String command,
      String flags,
      String how,
      Function<ContainerSummary, String> word)
      implements Aim {}

  /** A command must not be run on it in this step. */
  record Avoids(String container, String command) implements Aim {}

  /** A line that makes a container as it is wanted. */
  @FunctionalInterface
  interface Line {
    /**
     * Its parts.
     *
     * @param there the container whose line it could have been; empty where there is none
     */
    List<Part> parts(Optional<Container> there);
  }

  /**
   * One part of a line that makes a container.
   *
   * @param text as it is typed; what is not known stands in capitals
   * @param met whether the container that is there has it
   */
  record Part(Kind kind, String text, boolean met) {
    /** What it is. */
    public enum Kind {
      /** The image. */
      IMAGE,
      /** A flag, with its value. */
      FLAG,
      /** A flag that {@code docker update} changes in a container that is there. */
      LIMIT,
      /** A flag that must not stand there. */
      NO_FLAG,
      /** What stands after the image; empty for nothing. */
      COMMAND,
      /** What the learner has put after the image, where no check asks what stands there. */
      OWN_COMMAND,
      /** It must print what it has not printed yet, by whatever stands after the image. */
      PRINTS,
      /** Something else must stand after the image, and it cannot be told what. */
      OTHER_COMMAND
    }

    /** Whether all of it is known. */
    public boolean isKnown() {
      return kind != Kind.OTHER_COMMAND && !Diagnosis.hasBlank(text);
    }
  }
}
