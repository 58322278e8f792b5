package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.BegunLine;
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
    new Following(turn)
        .recalled(events.stream().filter(event -> !known.contains(event)).toList(), asked);
    if (turn.state().standing().open().orElseThrow().events().size() > known.size()) {
      turn.note(Phrases.RECALLED);
    }
    new Opening(turn).resume(errand);
    if (turn.state().phase() instanceof Phase.AtPrompt) {
      new Judging(turn).quietly();
    }
  }
}
