package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.EngineEvent;
import java.util.List;
import java.util.Optional;

/** Containers that are gone because they were made with {@code --rm}. */
record RemovedItself(Scene scene) {
  /** With this code docker ends where it has refused to make a container. */
  private static final int MADE_NOTHING = 125;

  /** The newest that is meant was to remove itself, and has: any other is older. */
  Optional<Diagnosis> newest(Selector selector) {
    List<EngineEvent.ToContainer> events = scene.history().containerEvents();
    return events.reversed().stream()
        .filter(event -> event.action().equals("create") && selector.means(event, scene))
        .findFirst()
        .filter(
            made ->
                events.stream()
                    .anyMatch(it -> it.action().equals("destroy") && it.id().equals(made.id())))
        .filter(this::is)
        .map(made -> diagnosis(made.name()));
  }

  static Diagnosis diagnosis(String name) {
    return new Diagnosis(
        Progress.WRONG_STATE,
        "`%s` is gone: because of `--rm` it was removed when it ended.".formatted(name),
        "Run it again without `--rm`.");
  }

  /** Whether the command that made a container said that it is to remove itself. */
  boolean is(EngineEvent.ToContainer gone) {
    return new TypedCommands(scene)
        .latestFirst()
        .filter(typed -> typed.worked() || typed.exitCode() != MADE_NOTHING)
        .map(TypedCommands.Typed::command)
        .filter(command -> List.of("run", "create").contains(command.name()))
        .filter(command -> made(command, gone))
        .findFirst()
        .flatMap(command -> command.flag("rm"))
        .isPresent();
  }

  /** By the name that it gave; where docker chose one, by the image. */
  private boolean made(DockerCommand command, EngineEvent.ToContainer container) {
    return command
        .flag("name")
        .map(container.name()::equals)
        .orElseGet(
            () ->
                command.args().stream()
                    .limit(1)
                    .anyMatch(image -> Selector.sameImage(container.image(), image, scene)));
  }
}
