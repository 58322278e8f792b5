package dev.ropewalk.session;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.LessonProgress;
import java.util.Set;
import java.util.stream.Collectors;

/** What the journal knows of a lesson, in the form in which checks are judged by it. */
public final class Evidence {
  private Evidence() {}

  /** The lesson's own objects, its events, and the learner's acts since the open step began. */
  public static History history(LessonProgress standing) {
    Ownership owned =
        new Ownership.Ours(
            ids(standing, EngineEvent.ToContainer.class),
            ids(standing, EngineEvent.ToNetwork.class),
            ids(standing, EngineEvent.ToVolume.class));
    return standing
        .directory()
        .map(
            directory ->
                new History(
                    owned, standing.before(), standing.events(), standing.acts(), directory))
        .orElseGet(() -> new History(owned, standing.before(), standing.events(), standing.acts()));
  }

  private static Set<String> ids(LessonProgress standing, Class<? extends EngineEvent> kind) {
    return standing.owned().stream()
        .filter(kind::isInstance)
        .map(EngineEvent::id)
        .collect(Collectors.toSet());
  }
}
