package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.RunCommand;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines that make containers as a step wants them: where the learner has typed one, that one,
 * mended.
 *
 * @param former those of containers that were there
 */
record RunLines(Scene scene, FormerLines former) {
  /** What a shell and docker say of a program that is not there, or none. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  /** In the place of a container that is there. */
  RunLine of(Wanted wanted, Container there) {
    return keep(
        there,
        wanted.line(
            Optional.of(there),
            making(
                wanted,
                TypedRun.of(there.name(), Optional.of(there.image()), scene),
                couldRun(there),
                RunCommand.fixedEntrypoint(there, scene))));
  }

  /** Remembers it for the time when its container is no more. */
  RunLine keep(Container there, RunLine line) {
    former.keep(there.id(), scene.history().opened(), line);
    return line;
  }

  /** In the place of one that is no more, or was never there. */
  RunLine again(Wanted wanted) {
    Optional<String> image = unseen(wanted, Optional.empty()).first(Part.Kind.IMAGE);
    Optional<TypedRun> refused =
        TypedRun.refused(wanted.name(), scene).filter(_ -> image.isPresent());
    return refused.isPresent()
        ? unseen(wanted, refused)
        : removed(wanted.name())
            .flatMap(id -> former.of(id, scene.history().opened()))
            .map(line -> line.named(wanted.name()))
            .orElseGet(() -> unseen(wanted, TypedRun.of(wanted.name(), image, scene)));
  }

  /**
   * The newest line for the name of one that an earlier step has left, where docker refused it and
   * it runs something else: what is known of the program that is there does not hold for it.
   */
  Optional<RunLine> refused(Wanted wanted, Container there) {
    return TypedRun.refused(wanted.name(), scene)
        .filter(_ -> !TypedRun.isMade(wanted.name(), scene))
        .filter(typed -> !runsTheSame(typed.behind(), there))
        .map(typed -> unseen(wanted, Optional.of(typed)));
  }

  private boolean runsTheSame(List<String> behind, Container there) {
    List<String> runs = there.config().command();
    return runs.equals(behind)
        || behind.isEmpty()
            && scene.image(there.imageId()).filter(it -> it.command().equals(runs)).isPresent();
  }

  private RunLine unseen(Wanted wanted, Optional<TypedRun> typed) {
    return wanted.line(Optional.empty(), making(wanted, typed, Keeps.COMMAND, Optional.empty()));
  }

  /** The id of the one that was removed last in this step. */
  private Optional<String> removed(String name) {
    List<EngineEvent.ToContainer> events = scene.history().containerEvents();
    return events.reversed().stream()
        .filter(event -> event.action().equals("destroy"))
        .filter(event -> name.isEmpty() || event.name().equals(name))
        .map(EngineEvent::id)
        .findFirst();
  }

  private static Making making(
      Wanted wanted, Optional<TypedRun> typed, Keeps keeps, Optional<String> entrypoint) {
    return new Making(
        typed, wanted.isOnlyCreated() ? "create" : "run", wanted.runs(), keeps, entrypoint);
  }

  private static Keeps couldRun(Container there) {
    Container.Status status = there.status();
    return status.error().isEmpty() && !NOT_RUN.contains(status.exitCode())
        ? Keeps.COMMAND
        : Keeps.NO_COMMAND;
  }

  /** What of a typed line may stay where no check is about it. */
  enum Keeps {
    /** What stands after the image, too. */
    COMMAND,
    /** What stands after the image could not be run. */
    NO_COMMAND
  }

  /**
   * How a container is made.
   *
   * @param typed the line that has made it
   * @param verb {@code run} or {@code create}
   * @param entrypoint of its image, which gets what stands after the image
   * @param runsOn whether it must run in the end, so that nobody can wait for its end
   */
  record Making(
      Optional<TypedRun> typed,
      String verb,
      boolean runsOn,
      Keeps keeps,
      Optional<String> entrypoint) {}
}
