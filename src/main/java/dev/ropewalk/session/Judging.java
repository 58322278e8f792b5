package dev.ropewalk.session;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the open step judged, waits where waiting can help, and tells what came of it. */
final class Judging {
  /** After which a look that has failed is taken again, once. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private static final Duration POLL = Duration.ofMillis(100);

  /** How long a wait needs no word. */
  private static final Duration SILENCE = Duration.ofMillis(500);

  /** What a step must hold as a rule; a longer time is announced. */
  private static final Duration LONG = Duration.ofSeconds(1);

  private final Turn turn;

  Judging(Turn turn) {
    this.turn = turn;
  }

  /** Judges the open step; the prompt waits for what comes of it. */
  void begin(Phase.Asked asked) {
    if (turn.state().step().isEmpty() || turn.state().play().isPresent()) {
      turn.ready();
      return;
    }
    turn.forgetVerdicts();
    // While what a look has shown is new.
    verify(Freshness.of(asked, turn.state()));
    turn.phase(new Phase.Judging(asked, turn.now(), Phase.Notice.NOT_YET));
    turn.effect(new Effect.Wake(turn.state().round(), SILENCE));
  }

  /** Judges the open step while the learner is at the prompt: only that it is done will be told. */
  void quietly() {
    if (turn.state().play().isEmpty()) {
      turn.state().step().ifPresent(_ -> verify());
    }
  }

  /** Starts a round; verdicts of earlier rounds no longer count. */
  void verify() {
    verify(Freshness.ANEW);
  }

  private void verify(Freshness inside) {
    State state = turn.state();
    Step step = state.step().orElseThrow();
    LessonProgress standing = state.standing();
    turn.effect(
        new Effect.Verify(
            turn.nextRound(),
            step.id(),
            step.checks(),
            Evidence.history(standing),
            standing.variables(),
            state.justSeen(),
            inside));
  }

  /**
   * Gives the open step to the learner, or to ropewalk that does it. Where a check must be seen to
   * fail first, it is looked at before anybody can do anything.
   */
  void openWith(Optional<Errand> errand) {
    if (turn.state().step().filter(Differences::areWanted).isPresent()) {
      turn.phase(new Phase.Beginning(errand));
      verify();
    } else {
      errand.ifPresentOrElse(new Typing(turn)::goOn, this::giveTurn);
    }
  }

  /** Gives the turn; beside the learner's shells the checks of a step are shown from the first. */
  void giveTurn() {
    turn.ready();
    if (turn.state().manner() == Manner.BESIDE) {
      quietly();
    }
  }

  /** The verdicts of a round have come. */
  void judged(Input.Judged answer) {
    State state = turn.state();
    long round = answer.round();
    List<Verdict> raw = answer.verdicts();
    boolean begins = state.phase() instanceof Phase.Beginning;
    if (round != state.round() || !(listens() || begins)) {
      return;
    }
    new Differences(turn).keep(state.step().orElseThrow(), raw);
    if (state.phase() instanceof Phase.Beginning(var errand)) {
      errand.ifPresentOrElse(new Typing(turn)::goOn, this::giveTurn);
      return;
    }
    List<Verdict> verdicts = Judgement.of(turn.state(), state.step().orElseThrow(), raw);
    turn.verdicts(verdicts);
    boolean waits = state.phase() instanceof Phase.Judging;
    if (Session.allPassed(verdicts) && answer.remembered()) {
      verify();
    } else if (Session.allPassed(verdicts)) {
      Instant held = times().heldAt(state.step().get());
      if (!held.isAfter(turn.now())) {
        if (turn.isStale()) {
          turn.look(new Phase.Then.Close(state.step().get(), verdicts));
        } else {
          done(state.step().get(), verdicts);
        }
      } else {
        Duration left = Duration.between(turn.now(), held);
        sayWhatIsWaitedFor(state.step().get(), verdicts, left);
        turn.effect(new Effect.Wake(round, left));
      }
    } else if (waits) {
      if (turn.now().isBefore(times().deadline(state.step().get(), verdicts))) {
        sayWhatIsWaitedFor(state.step().get(), verdicts, POLL);
        turn.effect(new Effect.Wake(round, POLL));
      } else {
        tell(verdicts);
        if (answer.remembered()) {
          turn.effect(new Effect.Wake(round, SILENCE));
        }
      }
    } else if (state.manner() == Manner.BESIDE) {
      tellChange(state.step().get(), state.verdicts(), verdicts);
    }
  }

  /**
   * Beside the learner's own shells the checks are shown all the time; and as nobody need tell when
   * a line has ended, what time may mend is looked at again by itself.
   */
  private void tellChange(Step step, List<Verdict> before, List<Verdict> now) {
    if (!now.equals(before)) {
      // What the learner is to find out is not told before a try.
      History tried = Evidence.history(turn.state().standing());
      var detail =
          tried.acts().isEmpty() && tried.events().isEmpty()
              ? Message.Verdicts.Detail.BEFORE_A_TRY
              : Message.Verdicts.Detail.FIRST_REASON;
      turn.say(new Message.Verdicts(Message.Verdicts.lines(step, now), detail));
    }
    if (turn.now().isBefore(times().deadline(step, now))) {
      turn.effect(new Effect.Wake(turn.state().round(), POLL));
    }
  }

  private WaitTimes times() {
    return new WaitTimes(turn.state(), turn.now());
  }

  /**
   * Nobody waits long without knowing for what.
   *
   * @param left how long nothing will be said
   */
  private void sayWhatIsWaitedFor(Step step, List<Verdict> verdicts, Duration left) {
    if (!(turn.state().phase() instanceof Phase.Judging(var asked, var since, var notice))
        || notice == Phase.Notice.GIVEN
        || turn.now().isBefore(since.plus(SILENCE)) && left.compareTo(LONG) <= 0) {
      return;
    }
    for (int i = 0; i < verdicts.size(); i++) {
      boolean holds = verdicts.get(i) instanceof Verdict.Passed;
      if (WaitTimes.mayChange(verdicts.get(i)) || holds && !step.checks().get(i).holds().isZero()) {
        turn.say(new Message.Waiting(step.checks().get(i).sentence()));
        turn.phase(new Phase.Judging(asked, since, Phase.Notice.GIVEN));
        return;
      }
    }
  }

  /**
   * The time to look again has come, unless another round has begun since. A round of which nothing
   * has been heard yet goes on.
   */
  void tick(long round) {
    if (round != turn.state().round() || !listens()) {
      return;
    }
    if (turn.state().phase() instanceof Phase.Judging && turn.state().verdicts().isEmpty()) {
      turn.say(new Message.Waiting(Phrases.CHECKS));
    } else {
      verify();
    }
  }

  /**
   * Whether a verdict may end the step now. While a line runs or a question is open it may not: the
   * turn is not to be had. The step is then judged again once that is over.
   */
  private boolean listens() {
    Phase phase = turn.state().phase();
    return turn.state().step().isPresent()
        && turn.state().play().isEmpty()
        && (phase instanceof Phase.Judging || phase instanceof Phase.AtPrompt);
  }

  /** The learner does not want to wait: what is known is told. */
  void giveUpWaiting() {
    if (turn.state().phase() instanceof Phase.Judging) {
      turn.dropErrand();
      turn.forgetEvents();
      tell(turn.state().verdicts());
    }
  }

  private void tell(List<Verdict> verdicts) {
    Phase.Asked asked =
        turn.state().phase() instanceof Phase.Judging(var why, _, _) ? why : Phase.Asked.IN_PASSING;
    if (!verdicts.isEmpty()) {
      turn.record(new Entry.Judged(Outcomes.of(turn.state().step().orElseThrow(), verdicts)));
    }
    if (asked == Phase.Asked.BY_COMMAND && Struggling.isMiss(turn.state(), verdicts)) {
      turn.record(new Entry.Struggled(Entry.Struggle.MISS));
    }
    if (asked == Phase.Asked.BY_LOOK) {
      NotYet.line(turn.state(), verdicts).ifPresent(turn::say);
    } else if (asked != Phase.Asked.IN_PASSING && !verdicts.isEmpty()) {
      var detail =
          asked == Phase.Asked.BY_WHY
              ? Message.Verdicts.Detail.ALL_REASONS
              : Message.Verdicts.Detail.FIRST_REASON;
      turn.say(
          new Message.Verdicts(
              Message.Verdicts.lines(turn.state().step().orElseThrow(), verdicts), detail));
      if (asked == Phase.Asked.BY_WHY) {
        WentRound.newest(turn.state().standing()).map(Phrases::wentRound).ifPresent(turn::note);
      }
      keys();
    }
    Optional<Errand> errand = turn.state().errand();
    turn.dropErrand();
    if (errand.isPresent()) {
      new Staging(turn).notDone(errand.get());
    } else if (asked == Phase.Asked.AFTER_KILL) {
      turn.look(new Phase.Then.OfferStage(Errand.retry(turn.state().step().orElseThrow())));
    } else {
      turn.ready();
    }
    if (verdicts.stream().anyMatch(Verdict.Errored.class::isInstance)) {
      // What could not be looked at may be there in a moment, and no event would say so.
      turn.effect(new Effect.Wake(turn.state().round(), AGAIN));
    }
  }

  /** What the learner can type now; beside the learner's shells it stands there all the time. */
  private void keys() {
    State state = turn.state();
    if (state.manner().hasShell() && state.errand().isEmpty()) {
      int count = state.step().orElseThrow().hints().size();
      turn.say(new Message.Keys(state.hints() < count ? state.hints() + 1 : 0, count));
    }
  }

  /** The engine was looked at once more: what is there now is what the next step begins with. */
  void close(Step step, List<Verdict> verdicts) {
    if (turn.state().step().filter(step::equals).isPresent()) {
      done(step, verdicts);
    } else {
      turn.ready();
    }
  }

  private void done(Step step, List<Verdict> verdicts) {
    Map<String, String> captured = new LinkedHashMap<>();
    verdicts.forEach(verdict -> captured.putAll(((Verdict.Passed) verdict).captured()));
    turn.record(new Entry.Judged(Outcomes.of(step, verdicts)));
    turn.say(
        new Message.Verdicts(
            Message.Verdicts.lines(step, verdicts), Message.Verdicts.Detail.FIRST_REASON));
    new Opening(turn).stepDone(step, captured);
  }
}
