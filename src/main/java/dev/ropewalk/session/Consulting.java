package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.command.Creations;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Answers what is asked from another terminal. It takes no turn, and by itself ends no step. */
final class Consulting {
  private final Turn turn;

  Consulting(Turn turn) {
    this.turn = turn;
  }

  void consulted(long number, Consultation what, String argument) {
    State state = turn.state();
    Optional<Step> step = state.step();
    if (what == Consultation.STATUS) {
      reply(number, new Message.Note(Phrases.status(state)));
    } else if (what == Consultation.INSIDE) {
      turn.effect(new Effect.LookInside(OptionalLong.of(number), argument.strip()));
    } else if (step.isEmpty()) {
      reply(number, new Message.Note(Phrases.nothingOpen(state.door())));
    } else {
      switch (what) {
        case STEP -> reply(number, state.text(step.get()));
        case HINT -> reply(number, new Typing(turn).nextHint(step.get()));
        case WHY -> review(number, what, step.get());
        case ANSWER -> answered(number, step.get(), argument);
        case STATUS, INSIDE -> throw new IllegalStateException("it is answered above");
      }
    }
  }

  /** A container has been looked into, for whoever asked; it is no act of the learner's. */
  void lookedInside(OptionalLong asker, InsideAnswer answer) {
    Message shown = new Message.Inside(answer);
    if (asker.isPresent()) {
      reply(asker.getAsLong(), shown);
    } else if (turn.state().phase() instanceof Phase.LookingInside) {
      turn.say(shown);
      turn.ready();
      new Judging(turn).quietly();
    }
  }

  /** The answer counts where one is asked for; how it is judged is told where it was given. */
  private void answered(long number, Step step, String value) {
    if (!step.asks()) {
      reply(number, new Message.Note(Phrases.NO_QUESTION));
    } else if (value.isBlank()) {
      reply(number, new Message.Note(Phrases.ANSWER_WHAT));
    } else {
      new Elsewhere(turn).answered(value);
      review(number, Consultation.ANSWER, step);
    }
  }

  /**
   * Has the step judged as it would be if the line that runs ended now: what that line is known to
   * have created counts already.
   */
  private void review(long number, Consultation what, Step step) {
    Turn ended = new Turn(turn.state(), turn.now());
    if (turn.state().phase() instanceof Phase.Running) {
      new Following(ended).lineEnded(Creations.NONE);
    }
    var standing = ended.state().standing();
    turn.effect(
        new Effect.Review(
            number,
            what,
            step.id(),
            step.checks(),
            Evidence.history(standing),
            standing.variables()));
  }

  /** The verdicts have come. */
  void reviewed(long number, Consultation what, StepId judged, List<Verdict> verdicts) {
    Optional<Step> open = turn.state().step().filter(step -> step.id().equals(judged));
    if (open.isEmpty()) {
      reply(
          number,
          new Message.Note(
              what == Consultation.ANSWER ? Phrases.ANSWERED : Phrases.stepIsDone(judged)));
      return;
    }
    Step step = open.get();
    List<Verdict> sound = Judgement.of(turn.state(), step, verdicts);
    List<Message.Verdicts.Line> lines =
        IntStream.range(0, sound.size())
            .filter(i -> what != Consultation.ANSWER || step.checks().get(i).asks())
            .mapToObj(i -> Message.Verdicts.line(step.checks().get(i), sound.get(i)))
            .toList();
    Message shown = new Message.Verdicts(lines, Message.Verdicts.Detail.ALL_REASONS);
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
