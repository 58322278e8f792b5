package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all checks of a step together want of one container.
 *
 * @param name of the container; empty for one that nobody has named
 */
record Wanted(String name, List<Aim> aims) {
  /** Those of the aims that are about it. */
  static Wanted of(String name, List<Aim> all) {
    return new Wanted(name, all.stream().filter(aim -> aim.container().equals(name)).toList());
  }

  Wanted {
    aims = List.copyOf(aims);
  }

  private <A extends Aim> Stream<A> every(Class<A> kind) {
    return aims.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether a check asks how it is made. */
  boolean isMade() {
    return every(Aim.Made.class).findAny().isPresent();
  }

  /** Whether a container is made as all checks ask for, so that no line must make it anew. */
  boolean isMadeLike(Container there) {
    return every(Aim.Made.class)
        .flatMap(made -> made.line().parts(Optional.of(there)).stream())
        .allMatch(Part::met);
  }

  /** Whether it is to be no more. */
  boolean isGone() {
    return !isMade() && every(Aim.Gone.class).findAny().isPresent();
  }

  /** Whether a check wants anything of it but that it is gone. */
  boolean isThere() {
    return aims.stream().anyMatch(aim -> !(aim instanceof Aim.Gone));
  }

  /** Whether no new one will do. */
  boolean isKept() {
    return every(Aim.Kept.class).findAny().isPresent();
  }

  /** Whether the one that is there is not the one that is meant. */
  boolean isAnother() {
    return every(Aim.Kept.class).anyMatch(kept -> !kept.met());
  }

  /** Whether it must be made in this step. */
  boolean isMadeAnew() {
    return every(Aim.Undergoes.class).anyMatch(aim -> aim.actions().contains("create"));
  }

  /** Whether it must never have been started. */
  boolean isOnlyCreated() {
    return state().filter(aim -> aim.state() == ContainerState.CREATED).isPresent();
  }

  /** The line that makes it. */
  RunLine line(Optional<Container> there, RunLines.Making making) {
    List<Part> all =
        every(Aim.Made.class)
            .<Part>flatMap(made -> made.line().parts(there).stream())
            .distinct()
            .toList();
    List<Part> commands =
        all.stream()
            .filter(part -> part.kind() == Part.Kind.COMMAND && !part.text().isEmpty())
            .toList();
    boolean prints = all.stream().anyMatch(part -> part.kind() == Part.Kind.PRINTS);
    boolean isKnown = !commands.isEmpty() || all.stream().anyMatch(Wanted::isToBeMended);
    RunLine line =
        new RunLine(name, all.stream().filter(part -> isTold(part, isKnown)).toList(), making);
    return commands.stream().allMatch(Part::met) && prints && ends() && line.runsTheUsual()
        ? line.withAnotherCommand()
        : line;
  }

  /**
   * Where the step says which command runs, or what else is wrong, nobody is sent after another
   * one.
   */
  private static boolean isTold(Part part, boolean isKnown) {
    return switch (part.kind()) {
      case PRINTS -> false;
      case OTHER_COMMAND -> !isKnown;
      default -> true;
    };
  }

  private static boolean isToBeMended(Part part) {
    return !part.met() && part.kind() != Part.Kind.PRINTS && part.kind() != Part.Kind.OTHER_COMMAND;
  }

  /** Whether it must have ended. */
  private boolean ends() {
    return every(Aim.InState.class).anyMatch(aim -> aim.state() == ContainerState.EXITED);
  }

  /** Whether it must have ended with this exit code. */
  boolean endsWith(int code) {
    return every(Aim.InState.class)
        .anyMatch(aim -> aim.exitCode().isPresent() && aim.exitCode().getAsInt() == code);
  }

  /** In which state it must be; one that is not reached comes first. */
  Optional<Aim.InState> state() {
    return every(Aim.InState.class)
        .filter(aim -> !aim.reached())
        .findFirst()
        .or(() -> every(Aim.InState.class).findFirst());
  }

  /** Whether it must run in the end. */
  boolean runs() {
    return state().filter(aim -> aim.state() == ContainerState.RUNNING).isPresent();
  }

  /** What must still happen: what one check asks for need not happen twice for another. */
  List<String> actions() {
    List<String> all = new ArrayList<>();
    every(Aim.Undergoes.class)
        .map(Aim.Undergoes::actions)
        .filter(actions -> !isPartOf(actions, all))
        .forEach(
            actions -> {
              if (isPartOf(all, actions)) {
                all.clear();
              }
              all.addAll(actions);
            });
    return all;
  }

  private static boolean isPartOf(List<String> part, List<String> whole) {
    Iterator<String> sought = whole.iterator();
    return part.stream()
        .allMatch(
            each -> {
              while (sought.hasNext()) {
                if (sought.next().equals(each)) {
                  return true;
                }
              }
              return false;
            });
  }

  /** Whether it must still be seen to end in this step, and not to begin. */
  boolean mustEnd() {
    List<String> actions = actions();
    return actions.stream().anyMatch(List.of("die", "stop")::contains)
        && actions.stream().noneMatch(List.of("create", "start")::contains);
  }

  /** Whether a command must not be run on it. */
  boolean avoids(String command) {
    return every(Aim.Avoids.class).anyMatch(aim -> aim.command().equals(command));
  }

  /** How a command must name it; empty where any way will do. */
  Optional<Aim.Named> naming(String command) {
    return every(Aim.Named.class)
        .filter(named -> named.command().equals(command))
        .filter(named -> !named.how().isEmpty() || !named.flags().isEmpty())
        .findFirst();
  }
}
