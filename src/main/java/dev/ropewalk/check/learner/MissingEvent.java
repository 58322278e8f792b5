package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.EventNames;
import dev.ropewalk.check.container.EventNouns;
import dev.ropewalk.check.container.EventPattern;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.EngineEvent;
import java.util.List;
import java.util.Optional;

/**
 * Why something has not happened that was to happen.
 *
 * @param events among which it was looked for, oldest first
 * @param since what opened before them: {@code step} or {@code lesson}
 */
record MissingEvent(Scene scene, List<EngineEvent> events, String since) {
  /**
   * @param patterns in their order
   * @param done how many of them, from the first on, have happened
   */
  Verdict verdict(List<EventPattern> patterns, int done) {
    EventPattern pattern = patterns.get(done);
    String shown = pattern.show(scene.variables());
    Optional<EngineEvent> near =
        events.reversed().stream()
            .filter(event -> event.action().equals(pattern.action()))
            .filter(event -> !pattern.matches(event, scene))
            .findFirst();
    String from =
        done == 0
            ? "This has not happened since this " + since + " opened"
            : "This has not happened after " + patterns.get(done - 1).show(scene.variables());
    Diagnosis diagnosis =
        near.map(event -> otherImage(event, pattern).orElseGet(() -> otherObject(event, shown)))
            .or(
                () ->
                    new CommandDiagnosis(scene)
                        .lastFailed()
                        .map(why -> why.withRemedy(asCommand(pattern))))
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.NOTHING_DONE, from + ": " + shown + ".", asCommand(pattern)));
    // The engine may tell of an event a little after the command that caused it has ended.
    return near.isEmpty()
        ? Claim.pending(shown, "not seen", diagnosis)
        : Claim.failed(shown, "not seen", diagnosis);
  }

  /** The right container, made from another image than is asked for. */
  private Optional<Diagnosis> otherImage(EngineEvent event, EventPattern pattern) {
    return event instanceof EngineEvent.ToContainer made
            && made.action().equals("create")
            && pattern.part("name", scene.variables()).filter(made.name()::equals).isPresent()
        ? pattern
            .part("image", scene.variables())
            .map(
                image ->
                    new Diagnosis(
                        Progress.WRONG_DETAIL,
                        "`%s` was made from the image `%s`, but this step asks for `%s`."
                            .formatted(made.name(), made.image(), image),
                        ""))
        : Optional.empty();
  }

  private Diagnosis otherObject(EngineEvent event, String shown) {
    String name = EventNames.shown(event, scene);
    String code =
        Optional.ofNullable(event.details().get("exitCode"))
            .map(c -> " with exit code " + c)
            .orElse("");
    if (event.action().equals("die") && !code.isEmpty() && shown.contains("`" + name + "`")) {
      String why = code.endsWith(" 137") ? " 137 means that it was killed." : "";
      return new Diagnosis(
          Progress.WRONG_OBJECT,
          "`%s` has ended%s, but this step asks for %s.%s".formatted(name, code, shown, why),
          "");
    }
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "What happened is %s%s, but this step asks for %s."
            .formatted(EventNouns.of(event.action(), "`" + name + "`"), code, shown),
        "");
  }

  private String asCommand(EventPattern pattern) {
    String name = pattern.part("name", scene.variables()).map(n -> " " + n).orElse("");
    String command =
        switch (pattern.action()) {
          case "pull",
              "push",
              "start",
              "stop",
              "kill",
              "pause",
              "unpause",
              "restart",
              "rename",
              "commit" ->
              pattern.action();
          case "tag" -> name.isEmpty() ? "tag" : "tag IMAGE";
          case "untag", "delete" -> "rmi";
          default -> "";
        };
    return command.isEmpty() ? "" : "The command for it is `docker %s%s`.".formatted(command, name);
  }
}
