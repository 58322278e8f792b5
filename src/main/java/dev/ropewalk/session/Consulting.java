package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.Creations;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.util.List;
import java.util.Optional;

/** Answers what is asked from another terminal. It takes no turn, and ends no step. */
final class Consulting {
  private final Turn turn;

  Consulting(Turn turn) {
    this.turn = turn;
  }

  void consulted(long number, Consultation what) {
    State state = turn.state();
    Optional<Step> step = state.step();
    if (what == Consultation.STATUS) {
      reply(number, new Message.Note(Phrases.status(state)));
    } else if (step.isEmpty()) {
      reply(number, new Message.Note(Phrases.nothingOpen(state.door())));
    } else {
      switch (what) {
        case STEP -> reply(number, state.text(step.get()));
        case HINT -> reply(number, new Typing(turn).nextHint(step.get()));
        case WHY -> review(number, step.get());
        case STATUS -> throw new IllegalStateException("it is answered above");
      }
    }
  }

  /**
   * Has the step judged as it would be if the line that runs ended now: what that line is known to
   * have created counts already.
   */
  private void review(long number, Step step) {
    Turn ended = new Turn(turn.state(), turn.now());
    if (turn.state().phase() instanceof Phase.Running) {
      new Following(ended).lineEnded(Creations.NONE);
    }
    var standing = ended.state().standing();
    turn.effect(
        new Effect.Review(
            number, step.id(), step.checks(), Evidence.history(standing), standing.variables()));
  }

  /** The verdicts for {@link Consultation#WHY} have come. */
  void reviewed(long number, StepId judged, List<Verdict> verdicts) {
    Optional<Step> step = turn.state().step();
    if (step.filter(open -> open.id().equals(judged)).isEmpty()) {
      reply(number, new Message.Note(Phrases.stepIsDone(judged)));
      return;
    }
    List<Verdict> sound = Evidence.sound(turn.state().standing(), step.get().checks(), verdicts);
    Message shown =
        new Message.Verdicts(
            Message.Verdicts.lines(step.get(), sound), Message.Verdicts.Detail.ALL_REASONS);
    if (Session.allPassed(sound) && turn.state().phase() instanceof Phase.Running) {
      reply(number, shown, new Message.Note(Phrases.DONE_AFTER_LINE));
    } else {
      reply(number, shown);
    }
  }

  private void reply(long number, Message... messages) {
    turn.effect(new Effect.Reply(number, List.of(messages)));
  }
}
