package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.WorldChange;
import dev.ropewalk.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state machine of a lesson. Pure: no I/O, no clock, no threads. One and the same session
 * serves the prompt, replays and proofs; they differ in where inputs come from and where effects
 * go.
 */
public final class Session {
  /** How often the engine is looked at until it tells of each end that it shows: mostly once. */
  private static final int MOST_LOOKS = 50;

  private Session() {}

  /** A state and what is to be done, in this order. */
  public record Next(State state, List<Effect> effects) {
    public Next {
      effects = List.copyOf(effects);
    }
  }

  /**
   * What an input leads to.
   *
   * @throws RuntimeException what {@link Input.Broken} carries
   * @param now the moment at which the input is taken from the queue
   */
  public static Next next(State state, Input input, Instant now) {
    Turn turn = new Turn(state, now);
    switch (input) {
      case Input.Open(var lesson, var step) -> {
        turn.take();
        state.course().introduction().forEach(turn::note);
        new Opening(turn).open(lesson, step);
      }
      case Input.Typed(var line) -> {
        turn.take();
        new Typing(turn).typed(line);
      }
      case Input.Finished finished -> finished(turn, finished);
      case Input.Asked(var exchange) -> new Recording(turn).asked(exchange);
      case Input.Unrecorded(var sentence) -> turn.note(sentence);
      case Input.Expanded expanded -> answered(turn, expanded);
      case Input.Jobs jobs -> new Typing(turn).leaving(jobs);
      case Input.JoinedElsewhere(var shell) -> turn.elsewhere().put(shell, LineElsewhere.NONE);
      case Input.BeganElsewhere(var shell, var line) -> new Elsewhere(turn).began(shell, line);
      case Input.RanElsewhere ran -> new Elsewhere(turn).ran(ran);
      case Input.LeftElsewhere(var shell) -> new Elsewhere(turn).left(shell);
      case Input.Consulted(var number, var what, var argument) ->
          new Consulting(turn).consulted(number, what, argument);
      case Input.Reviewed(var number, var what, var step, var verdicts) ->
          new Consulting(turn).reviewed(number, what, step, verdicts);
      case Input.Interrupted() -> {
        new Fetching(turn).giveUp();
        new Judging(turn).giveUpWaiting();
      }
      case Input.Happened(var event) -> {
        new Following(turn).happened(event);
        new Elsewhere(turn).happened(event);
      }
      case Input.Mounts(var container, var volumes) ->
          new Following(turn).volumes().mounted(container, volumes);
      case Input.LookedInside(var asker, var answer) ->
          new Consulting(turn).lookedInside(asker, answer);
      case Input.Greeted() -> new Following(turn).confirmed();
      case Input.Lost(var problem) -> {
        new Following(turn).lost();
        lost(turn, problem.sentence());
      }
      case Input.Back() -> back(turn);
      case Input.Looked looked -> looked(turn, looked);
      case Input.Comes comes -> new Fetching(turn).comes(comes);
      case Input.Fetched(var image, var problem) -> new Fetching(turn).fetched(image, problem);
      case Input.Laid laid -> new Entering(turn).laid(laid);
      case Input.FilesSeen seen -> new SettingUp(turn).noted(seen);
      case Input.Recalled(var events, var asked) -> {
        if (turn.state().phase() instanceof Phase.Recalling(var errand)) {
          new Recalling(turn).recalled(errand, events, asked);
        }
      }
      case Input.LookFailed(var problem) -> lookFailed(turn, problem.sentence());
      case Input.Judged judged -> new Judging(turn).judged(judged);
      case Input.Broken(var cause) -> throw SessionLoop.failure(cause);
      case Input.Tick(var round) -> new Judging(turn).tick(round);
    }
    return new Next(turn.state(), turn.effects());
  }

  private static void finished(Turn turn, Input.Finished finished) {
    State state = turn.state();
    if (!(state.phase() instanceof Phase.Running(var by))) {
      return;
    }
    if (by == Phase.By.SETUP || by == Phase.By.WAY) {
      new SettingUp(turn).ran(by, finished);
      return;
    }
    if (by.cleans()) {
      AgainPhrases.didNotWork(finished).ifPresent(turn::note);
      new Typing(turn).ranOwn(by);
      return;
    }
    if (state.door() == State.Door.OPEN) {
      turn.record(
          new Entry.Ran(
              finished.line(),
              finished.ran(),
              finished.requests().isPresent(),
              finished.requests().orElse(0),
              finished.lane(),
              finished.exitCode(),
              finished.pipe(),
              finished.directory().toString()));
    }
    new Following(turn).lineEnded(finished.asked());
    Optional<String> pointer =
        by == Phase.By.LEARNER
            ? Pointer.of(finished.line(), finished.exitCode(), state.step())
            : Optional.empty();
    pointer.map(Message.Aside::new).ifPresent(turn::say);
    if (finished.shell() == Input.Finished.Shell.ENDED) {
      turn.note(Phrases.shellEnded(finished.exitCode()));
      turn.effect(new Effect.Quit());
    } else if (state.door() == State.Door.SHUT) {
      turn.look(new Phase.Then.Enter(state.lesson().orElseThrow(), state.errand()));
    } else if (state.script().isEmpty()) {
      turn.look(
          new Phase.Then.Judge(
              by == Phase.By.SOLUTION ? Phase.Asked.BY_COMMAND : asked(finished, state, pointer)));
    } else {
      new Typing(turn).typeNext(Phase.By.SOLUTION);
    }
  }

  /** How much is said about a line of the learner, where the step is not done by it. */
  private static Phase.Asked asked(Input.Finished finished, State state, Optional<String> pointer) {
    boolean files = state.step().filter(Elsewhere::isDoneWithFiles).isPresent();
    return switch (finished.use()) {
      case ACTS -> Phase.Asked.BY_COMMAND;
      case LOOKS -> Phase.Asked.BY_LOOK;
      case NONE -> {
        if (pointer.isPresent()) {
          // What was done here and not in the container leaves the check as it is.
          boolean here =
              state.step().filter(it -> Pointer.worksHere(finished.line(), it)).isPresent();
          yield here ? Phase.Asked.BY_LOOK : Phase.Asked.IN_PASSING;
        }
        if (files || finished.requests().orElse(0) > 0) {
          yield Phase.Asked.BY_COMMAND;
        }
        boolean tried =
            state
                .step()
                .filter(it -> OwnTry.is(finished.line(), finished.exitCode(), it))
                .isPresent();
        yield tried ? Phase.Asked.BY_LOOK : Phase.Asked.IN_PASSING;
      }
    };
  }

  private static void answered(Turn turn, Input.Expanded expanded) {
    if (!(turn.state().phase() instanceof Phase.Expanding)) {
      return;
    }
    turn.record(new Entry.Answered(expanded.value()));
    new Following(turn).lineEnded(expanded.asked());
    if (turn.state().script().isEmpty()) {
      turn.look(new Phase.Then.Judge(Phase.Asked.BY_COMMAND));
    } else {
      new Typing(turn).typeNext(Phase.By.SOLUTION);
    }
  }

  private static void looked(Turn turn, Input.Looked looked) {
    if (!(turn.state().phase() instanceof Phase.Looking(var then))) {
      return;
    }
    if (then instanceof Phase.Then.Judge(var asked, int looks)
        && asked.afterLine()
        && looks < MOST_LOOKS
        && turn.state().knowledge().isBehind(looked.world(), containers(turn.state()))) {
      turn.look(new Phase.Then.Judge(asked, looks + 1));
      return;
    }
    World before = turn.state().world();
    List<WorldChange> changes = WorldChange.between(before, looked.world());
    turn.seen(looked.world(), looked.machine());
    up(turn);
    switch (then) {
      case Phase.Then.Judge(var asked, _) -> {
        if (asked.afterLine() && turn.state().step().isPresent()) {
          new Following(turn).looked(looked.world());
        }
        tell(turn, changes);
        boolean silent = changes.isEmpty() || asked != Phase.Asked.IN_PASSING;
        new Judging(turn).begin(silent ? asked : Phase.Asked.BY_COMMAND);
      }
      case Phase.Then.Enter(var lesson, var errand) ->
          new Entering(turn).enter(lesson, errand, looked.machine());
      case Phase.Then.PlanStage(var errand) -> new Staging(turn).plan(errand);
      case Phase.Then.OfferStage(var errand) -> new Staging(turn).offer(errand);
      case Phase.Then.PlanRebuild(var errand) ->
          new Staging(turn).planRebuild(errand, Phrases.SOLUTION_FAILED);
      case Phase.Then.StageSet(var errand) -> new Staging(turn).check(errand);
      case Phase.Then.SetUp() -> new SettingUp(turn).looked(looked.world());
      case Phase.Then.Close(var step, var verdicts) -> {
        // Beside the learner's shells an effect may end the step before its line is known.
        tell(turn, changes);
        new Judging(turn).close(step, verdicts);
      }
      case Phase.Then.AfterOutage() -> {
        new Opening(turn).tellDrift(before);
        new Judging(turn).quietly();
      }
      case Phase.Then.PlanReset() -> new Typing(turn).planReset();
      case Phase.Then.PlanUndo() -> new Undoing(turn).plan();
      case Phase.Then.Show() -> {
        turn.say(new Message.State(looked.world()));
        turn.ready();
        new Judging(turn).quietly();
      }
    }
  }

  private static void tell(Turn turn, List<WorldChange> changes) {
    if (!changes.isEmpty()) {
      turn.say(new Message.Changes(changes));
    }
  }

  private static Set<String> containers(State state) {
    return state.standing().owned().stream()
        .filter(EngineEvent.ToContainer.class::isInstance)
        .map(EngineEvent::id)
        .collect(Collectors.toSet());
  }

  private static void lookFailed(Turn turn, String sentence) {
    if (turn.state().phase() instanceof Phase.Recalling) {
      turn.phase(
          new Phase.Looking(
              new Phase.Then.Enter(turn.state().lesson().orElseThrow(), Optional.empty())));
    }
    if (!(turn.state().phase() instanceof Phase.Looking(var then))) {
      return;
    }
    if (turn.state().link() == State.Link.UP || asked(then)) {
      turn.link(State.Link.DOWN);
      turn.say(new Message.Trouble(Phrases.engineLost(sentence)));
    }
    turn.dropErrand();
    if (then instanceof Phase.Then.Enter(var lesson, _)) {
      turn.lesson(lesson, State.Door.SHUT);
    }
    turn.ready();
  }

  /** Whether the learner waits for the answer: saying nothing twice is not an answer. */
  private static boolean asked(Phase.Then then) {
    return !(then instanceof Phase.Then.Judge(var asked, _) && asked.afterLine());
  }

  private static void lost(Turn turn, String sentence) {
    if (turn.state().link() == State.Link.UP) {
      turn.link(State.Link.DOWN);
      turn.say(new Message.Trouble(Phrases.engineLost(sentence)));
    }
  }

  private static void back(Turn turn) {
    up(turn);
    if (turn.state().phase() instanceof Phase.AtPrompt && turn.state().step().isPresent()) {
      turn.look(new Phase.Then.AfterOutage());
    }
  }

  private static void up(Turn turn) {
    if (turn.state().link() == State.Link.DOWN) {
      turn.link(State.Link.UP);
      turn.note(Phrases.ENGINE_BACK);
    }
  }

  /** Whether these verdicts make a step done. */
  static boolean allPassed(List<Verdict> verdicts) {
    return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict.Passed.class::isInstance);
  }
}
