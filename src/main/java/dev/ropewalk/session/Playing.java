package dev.ropewalk.session;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.FreePlay;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.lesson.Step;
import java.util.Optional;

/**
 * Free play: between a done step and the next one, and while the learner has set a step aside.
 * Nothing is judged in it and nothing counts; what it leaves is put back before the step goes on.
 */
final class Playing {
  private final Turn turn;

  Playing(Turn turn) {
    this.turn = turn;
  }

  /** Whether the open step, which has just been set up, waits for the learner to go on. */
  boolean waitsBefore(Optional<Errand> errand) {
    State state = turn.state();
    boolean doneForThem =
        errand
            .filter(it -> it.kind() == Errand.Kind.SKIP)
            .filter(it -> state.number() - 1 > it.last(state.lesson().orElseThrow()))
            .isPresent();
    return state.manner().waits() && state.number() > 1 && (errand.isEmpty() || doneForThem);
  }

  /** The step before is done: the learner goes on when they like. */
  void pause() {
    turn.dropErrand();
    begin(FreePlay.Kind.BETWEEN);
    State state = turn.state();
    turn.say(new Message.Paused(state.number(), state.lesson().orElseThrow().steps().size()));
    turn.ready();
  }

  /** The learner sets the open step aside. */
  void setAside() {
    begin(FreePlay.Kind.ASIDE);
    turn.note(WayPhrases.ASIDE);
    turn.ready();
  }

  private void begin(FreePlay.Kind kind) {
    State state = turn.state();
    OpenStep open = state.standing().open().orElseThrow();
    turn.record(
        new Entry.PlayBegan(
            new FreePlay(
                kind,
                StageSetting.note(state.standing().owned(), state.world(), Input.FilesSeen.NONE),
                open.events().size(),
                open.acts().size())));
  }

  /** Goes on with the step, once what has been tried is put back. */
  void goOn() {
    Step open = turn.state().step().orElseThrow();
    new Staging(turn).begin(new Errand(Errand.Kind.RESUME, open.id(), Errand.Way.FROM_HERE));
  }
}
