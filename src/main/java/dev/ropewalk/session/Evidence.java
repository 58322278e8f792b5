package dev.ropewalk.session;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.LessonProgress;
import java.util.stream.Collectors;

/** What the journal knows of a lesson, in the form in which checks are judged by it. */
public final class Evidence {
  private Evidence() {}

  /** The lesson's own containers, its events, and the learner's acts since the open step began. */
  public static History history(LessonProgress standing) {
    var containers =
        standing.owned().stream()
            .filter(EngineEvent.ToContainer.class::isInstance)
            .map(EngineEvent::id)
            .collect(Collectors.toSet());
    return new History(
        new Ownership.Ours(containers), standing.before(), standing.events(), standing.acts());
  }
}
