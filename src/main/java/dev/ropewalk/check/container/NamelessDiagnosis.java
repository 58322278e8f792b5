package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.EngineEvent;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a container is not there that a check asks for in another way than by its name. */
record NamelessDiagnosis(Scene scene) {
  /** An id that was captured: no container can be given it as a name. */
  private static final Pattern WHOLE_ID = Pattern.compile("[0-9a-f]{64}");

  static boolean isId(String name) {
    return WHOLE_ID.matcher(name).matches();
  }

  /** The container of an id that was captured is gone. */
  Diagnosis gone(String id) {
    return new Diagnosis(
        Progress.WRONG_STATE,
        calledOnce(id)
            .map("`%s` is not the one of before: that one was removed."::formatted)
            .orElse("The container of before is gone."),
        Diagnosis.BEGIN_AGAIN);
  }

  /** What the container of an id was called that is gone. */
  private Optional<String> calledOnce(String id) {
    return scene.history().allContainerEvents().stream()
        .filter(event -> event.id().equals(id))
        .map(EngineEvent.ToContainer::name)
        .filter(name -> !name.isEmpty())
        .reduce((_, last) -> last);
  }

  /** Compose makes it, under a name that it chooses. */
  Diagnosis missing(ComposeService service) {
    return new CommandDiagnosis(scene)
        .lastFailed()
        .orElseGet(
            () ->
                new Diagnosis(
                    Progress.NOTHING_DONE,
                    "The service `%s` of the project `%s` has no container now."
                        .formatted(
                            scene.variables().expand(service.name()),
                            scene.variables().expand(service.project())),
                    "`docker compose up -d` makes it and starts it."));
  }
}
