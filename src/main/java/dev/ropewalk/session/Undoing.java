package dev.ropewalk.session;

import java.util.Optional;

/** Takes back what the learner's last line did on the engine, as far as it can be taken back. */
final class Undoing {
  private final Turn turn;

  Undoing(Turn turn) {
    this.turn = turn;
  }

  /** A line begins: keeps how things are. */
  void note(String line) {
    State state = turn.state();
    if (state.step().isPresent()) {
      BeforeLine before =
          new BeforeLine(
              line,
              StageSetting.note(state.standing().owned(), state.world(), Input.FilesSeen.NONE));
      turn.line(state.line().before(Optional.of(before)));
    }
  }

  /** The learner wants the last line undone. */
  void begin() {
    State state = turn.state();
    if (state.step().isEmpty() || state.line().before().isEmpty()) {
      String why = state.step().isEmpty() ? Phrases.nothingOpen(state.door()) : WayPhrases.NO_LINE;
      turn.note(why);
      turn.ready();
    } else {
      turn.look(new Phase.Then.PlanUndo());
    }
  }

  /** The engine has been looked at: shows what would be run, and asks. */
  void plan() {
    State state = turn.state();
    BeforeLine before = state.line().before().orElseThrow();
    StageSetting.WayBack way = StageSetting.back(before.was(), state.standing(), state.world());
    way.lost().forEach(turn::note);
    if (way.lines().isEmpty()) {
      if (way.lost().isEmpty()) {
        turn.note(WayPhrases.nothingToUndo(before.line()));
      }
      turn.ready();
      new Judging(turn).quietly();
    } else {
      turn.say(new Message.StagePlan(WayPhrases.undo(before.line()), way.lines()));
      turn.give(new Phase.Confirming(new Phase.Proposal.Undo(way.lines())));
    }
  }
}
