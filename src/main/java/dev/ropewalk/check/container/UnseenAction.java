package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.engine.EngineEvent;
import java.util.List;
import java.util.Optional;

/**
 * Says of something that must have happened to a container that it has not.
 *
 * @param name how the container is called in a sentence
 */
record UnseenAction(Scene scene, String name, Selector selector) {
  /**
   * What must have happened next has not.
   *
   * @param after what happened last of what must happen; empty for nothing
   */
  Diagnosis diagnosis(List<String> actions, String after) {
    String action = actions.getFirst();
    List<EngineEvent.ToContainer> events = scene.history().containerEvents();
    Optional<EngineEvent.ToContainer> other =
        events.reversed().stream()
            .filter(event -> event.action().equals(action))
            .findFirst()
            .filter(this::isNewest);
    if (other.isPresent()
        && selector instanceof Selector.ByName
        && !name.contains(other.get().name())) {
      return new Diagnosis(
          Progress.WRONG_OBJECT,
          "The `%s` happened to `%s`, not to %s.".formatted(action, other.get().name(), name),
          "");
    }
    Optional<String> killed = action.equals("stop") ? killed() : Optional.empty();
    return new CommandDiagnosis(scene)
        .lastFailed()
        .or(() -> killed.map(says -> new Diagnosis(Progress.WRONG_STATE, says, "")))
        .orElseGet(
            () ->
                new Diagnosis(
                    Progress.WRONG_STATE,
                    after.isEmpty()
                        ? notYet(name, action)
                        : notYet(name, action)
                            .replace("since this step opened", "after the `%s`".formatted(after)),
                    remedy(name, action)));
  }

  /** It was ended by another command. */
  private Optional<String> killed() {
    String plain = name.replace("`", "");
    return new TypedCommands(scene)
        .latestFirst()
        .filter(typed -> typed.worked() && typed.command().name().equals("kill"))
        .filter(typed -> typed.command().args().contains(plain))
        .findFirst()
        .map(_ -> "You ended %s with `docker kill`, not with `docker stop`.".formatted(name));
  }

  /** Whether the newest line was about it, as far as its words tell. */
  private boolean isNewest(EngineEvent.ToContainer event) {
    return new TypedCommands(scene)
        .latestFirst()
        .findFirst()
        .map(typed -> typed.command().args())
        .filter(args -> !args.isEmpty() && args.stream().noneMatch(arg -> arg.contains("$")))
        .map(
            args ->
                args.stream()
                    .anyMatch(
                        arg ->
                            event.name().equals(arg)
                                || arg.length() > 1 && event.id().startsWith(arg)))
        .orElse(true);
  }

  private static String notYet(String name, String action) {
    return switch (action) {
      case "attach" ->
          "Your terminal has not been attached to %s since this step opened.".formatted(name);
      case "create" -> "%s was not made anew since this step opened.".formatted(name);
      case "die" -> "%s has not ended since this step opened.".formatted(name);
      case "start" -> "%s was not started since this step opened.".formatted(name);
      case "kill" -> "%s was sent no signal since this step opened.".formatted(name);
      case "exec_start", "exec_create", "exec_die" ->
          "No command was run inside %s with `docker exec` since this step opened.".formatted(name);
      case "extract-to-dir" ->
          "Nothing was copied into %s with `docker cp` since this step opened.".formatted(name);
      case "archive-path", "copy" ->
          "Nothing was copied out of %s with `docker cp` since this step opened.".formatted(name);
      case "commit" ->
          "No image was made of %s with `docker commit` since this step opened.".formatted(name);
      case "destroy" -> "%s was not removed since this step opened.".formatted(name);
      case "oom" -> "The kernel has not killed a process of %s for want of memory.".formatted(name);
      default -> "`docker %s` was not run on %s since this step opened.".formatted(action, name);
    };
  }

  /** For what is in no plan, since only the learner can say with what it is done. */
  private static String remedy(String name, String action) {
    String plain = name.replace("`", "");
    return switch (action) {
      case "exec_start", "exec_create", "exec_die" ->
          "`docker exec %s COMMAND` runs one.".formatted(plain);
      case "extract-to-dir" -> "`docker cp FILE %s:PATH` does it.".formatted(plain);
      case "archive-path", "copy" -> "`docker cp %s:PATH .` does it.".formatted(plain);
      case "rename" -> "`docker rename %s NAME` does it.".formatted(plain);
      case "update" -> "`docker update --help` shows what can be changed.";
      case "commit" -> "`docker commit %s IMAGE` does it.".formatted(plain);
      default -> "";
    };
  }
}
