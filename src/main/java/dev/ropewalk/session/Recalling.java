package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.BegunLine;
import dev.ropewalk.journal.OpenStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes up for a line that was not judged yet when ropewalk was killed: what the engine tells of
 * the time since it began is counted as if it had been told at once.
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
    List<EngineEvent> known = new ArrayList<>(turn.state().standing().owned());
    known.addAll(turn.state().standing().open().orElseThrow().events());
    Set<Told> told = known.stream().map(Told::of).collect(Collectors.toSet());
    new Following(turn)
        .recalled(events.stream().filter(event -> !told.contains(Told.of(event))).toList(), asked);
    new Opening(turn).resume(errand);
  }

  /** By what an event is known again; a thing is created once. */
  private record Told(Instant at, String action, String id) {
    static Told of(EngineEvent event) {
      boolean container = event instanceof EngineEvent.ToContainer;
      boolean birth = container && event.action().equals("create");
      return new Told(birth ? Instant.EPOCH : event.at(), event.action(), event.id());
    }
  }
}
