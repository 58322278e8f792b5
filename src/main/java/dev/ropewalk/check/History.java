package dev.ropewalk.check;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Exchange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened that counts.
 *
 * @param ownership which objects count
 * @param before events of the lesson's objects from its opening until this step opened, oldest
 *     first
 * @param events the same since this step opened
 * @param acts what the learner did since this step opened, oldest first
 * @param whereabouts of the learner, for files of the learner's disk
 * @param opened when this step opened, by our clock; the beginning of time where nobody knows
 */
public record History(
    Ownership ownership,
    List<EngineEvent> before,
    List<EngineEvent> events,
    List<LearnerAct> acts,
    Whereabouts whereabouts,
    Instant opened) {
  /** Nothing happened, everything counts. */
  public static final History NONE =
      new History(new Ownership.Everything(), List.of(), List.of(), List.of());

  public History {
    before = List.copyOf(before);
    events = List.copyOf(events);
    acts = List.copyOf(acts);
  }

  /** The same, with files looked for where ropewalk itself was started. */
  public History(
      Ownership ownership,
      List<EngineEvent> before,
      List<EngineEvent> events,
      List<LearnerAct> acts) {
    this(
        ownership,
        before,
        events,
        acts,
        Whereabouts.ofShell(Path.of("").toAbsolutePath()),
        Instant.EPOCH);
  }

  /** The same, with files looked for elsewhere. */
  public History lookedForIn(Whereabouts other) {
    return new History(ownership, before, events, acts, other, opened);
  }

  /** All events since the lesson opened. */
  public List<EngineEvent> all() {
    List<EngineEvent> all = new ArrayList<>(before);
    all.addAll(events);
    return all;
  }

  /** The events that happened to containers since this step opened. */
  public List<EngineEvent.ToContainer> containerEvents() {
    return events.stream()
        .filter(EngineEvent.ToContainer.class::isInstance)
        .map(EngineEvent.ToContainer.class::cast)
        .toList();
  }

  /** The same since the lesson opened. */
  public List<EngineEvent.ToContainer> allContainerEvents() {
    return all().stream()
        .filter(EngineEvent.ToContainer.class::isInstance)
        .map(EngineEvent.ToContainer.class::cast)
        .toList();
  }

  /** The command lines that the learner ran since this step opened. */
  public List<LearnerAct.Line> lines() {
    return acts.stream()
        .filter(LearnerAct.Line.class::isInstance)
        .map(LearnerAct.Line.class::cast)
        .toList();
  }

  /** The same without the newest line of the learner's, and what it asked of the engine. */
  History withoutNewestLine() {
    int newest = lastLine(acts.size());
    int before = newest < 0 ? -1 : lastLine(newest);
    List<LearnerAct> others = new ArrayList<>();
    for (int at = 0; at < acts.size(); at++) {
      boolean ofNewest =
          at > before
              && at <= newest
              && (at == newest || acts.get(at) instanceof LearnerAct.Request);
      if (!ofNewest) {
        others.add(acts.get(at));
      }
    }
    return new History(ownership, before(), events, others, whereabouts, opened);
  }

  private int lastLine(int end) {
    int at = end - 1;
    while (at >= 0 && !(acts.get(at) instanceof LearnerAct.Line)) {
      at--;
    }
    return at;
  }

  /** What the learner's commands asked the engine for since this step opened, and its answers. */
  public List<Exchange> requests() {
    return acts.stream()
        .filter(LearnerAct.Request.class::isInstance)
        .map(act -> ((LearnerAct.Request) act).exchange())
        .toList();
  }

  /** The answers that the learner gave since this step opened. */
  public List<LearnerAct.Answer> answers() {
    return acts.stream()
        .filter(LearnerAct.Answer.class::isInstance)
        .map(LearnerAct.Answer.class::cast)
        .toList();
  }
}
