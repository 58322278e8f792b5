package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.BegunLine;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.OpenStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes up for a line that was running when ropewalk was killed: what the engine tells of the time
 * since then is counted as if it had been told at once.
 */
final class Recalling {
  private final Turn turn;

  Recalling(Turn turn) {
    this.turn = turn;
  }

  /** Asks the engine, if such a line is on record; tells whether it was asked. */
  boolean begin(Optional<Errand> errand) {
    Optional<BegunLine> begun = turn.state().standing().open().flatMap(OpenStep::begun);
    begun.ifPresent(
        line -> {
          turn.phase(new Phase.Recalling(errand));
          turn.effect(new Effect.Recall(line.at(), line.line()));
        });
    return begun.isPresent();
  }

  /**
   * Counts what the engine still knows, and goes on with the lesson.
   *
   * @param events oldest first
   * @param asked what the line asked for, as far as its words tell
   */
  void recalled(Optional<Errand> errand, List<EngineEvent> events, Creations asked) {
    Set<EngineEvent> known = Set.copyOf(turn.state().standing().open().orElseThrow().events());
    Following following = new Following(turn);
    turn.beginRecall();
    events.stream()
        .filter(event -> !known.contains(event))
        .forEach(event -> count(following, event));
    // What else the line may have made cannot be known any more, and so is not ours.
    turn.asked(
        new Creations(
            asked.containers(), asked.networks(), asked.volumes(), Creations.Reach.KNOWN));
    if (turn.state().standing().open().orElseThrow().events().size() > known.size()) {
      turn.note(Phrases.RECALLED);
    }
    new Opening(turn).resume(errand);
    if (turn.state().phase() instanceof Phase.AtPrompt) {
      new Judging(turn).quietly();
    }
  }

  /** What cannot be known to be the line's own, is not ours. */
  private void count(Following following, EngineEvent event) {
    boolean birth =
        event.action().equals("create")
            && switch (event) {
              case EngineEvent.ToContainer _, EngineEvent.ToNetwork _ -> true;
              // An engine tells of a named volume's creation also where it was there before.
              case EngineEvent.ToVolume volume -> volume.id().matches("[0-9a-f]{64}");
              case EngineEvent.ToImage _, EngineEvent.ToOther _ -> false;
            };
    if (birth) {
      turn.born(event);
      turn.record(new Entry.Happened(event, true));
    } else if (following.isOfLesson(event)) {
      turn.record(new Entry.Happened(event, false));
    }
  }
}
