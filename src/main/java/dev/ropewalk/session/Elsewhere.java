package dev.ropewalk.session;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.util.List;
import java.util.Optional;

/**
 * Follows lines that run in shells of the learner's own. Nobody gives or takes a turn for them:
 * they begin and end at any time, several at once, and the course judges the step when one has
 * ended.
 */
final class Elsewhere {
  private final Turn turn;

  Elsewhere(Turn turn) {
    this.turn = turn;
  }

  /** A line begins; one that only asks the course is not the learner's work. */
  void began(String shell, String line) {
    if (!Consultation.isMadeBy(line)) {
      turn.elsewhere().put(shell, new LineElsewhere(line, openStep()));
      new Undoing(turn).note(line);
    }
  }

  /** A line has ended; what it created is known by its requests, and by the engine's events. */
  void ran(Input.RanElsewhere ran) {
    LineElsewhere line = turn.elsewhere().getOrDefault(ran.shell(), LineElsewhere.NONE);
    turn.elsewhere().put(ran.shell(), LineElsewhere.NONE);
    if (Consultation.isMadeBy(ran.line())) {
      return;
    }
    if (isOpen()) {
      turn.record(
          new Entry.Ran(
              ran.line(),
              List.of(),
              ran.requests().isPresent(),
              ran.requests().orElse(0),
              ran.requests().isPresent() ? ran.shell() : "",
              ran.exitCode(),
              ran.pipe(),
              ran.directory().toString()));
    }
    boolean docker =
        ran.line().contains("docker")
            || ran.requests().orElse(0) > 0
            || turn.state()
                .step()
                .filter(it -> isDoneWithFiles(it) || OwnTry.is(ran.line(), ran.exitCode(), it))
                .isPresent();
    // What has run on since an earlier step is no try of this one.
    boolean tries = docker && !line.isFromBefore(openStep());
    judge(tries ? Phase.Asked.BY_COMMAND : Phase.Asked.IN_PASSING);
  }

  /** A shell is gone, and with it the line that ran there. */
  void left(String shell) {
    turn.elsewhere().remove(shell);
  }

  /**
   * Something has happened on the engine: a door that was shut may open, and what is said of a name
   * that the step asks for may be true no longer, whoever has it.
   */
  void happened(EngineEvent event) {
    State state = turn.state();
    boolean offers =
        state.phase() instanceof Phase.Confirming(var proposal)
            && proposal instanceof Phase.Proposal.Fetch;
    if (state.manner() != Manner.BESIDE || !(state.phase() instanceof Phase.AtPrompt || offers)) {
      return;
    }
    if (state.door() == State.Door.SHUT) {
      judge(Phase.Asked.IN_PASSING);
    } else if (state.wishes().isRenamedOrGone(event)) {
      new Judging(turn).quietly();
    } else if (endsWhatIsSaidToRun(event)) {
      judge(Phase.Asked.IN_PASSING);
    }
  }

  /** A container of the lesson has ended that was last told to run. */
  private boolean endsWhatIsSaidToRun(EngineEvent event) {
    return isOpen()
        && event.action().equals("die")
        && turn.state().standing().owned().stream().anyMatch(it -> it.id().equals(event.id()))
        && turn.state().world().containers().stream()
            .anyMatch(it -> it.id().equals(event.id()) && it.state() == ContainerState.RUNNING);
  }

  /** The step's question is answered. */
  void answered(String value) {
    turn.record(new Entry.Answered(value));
    judge(Phase.Asked.BY_COMMAND);
  }

  private boolean isOpen() {
    return openStep().isPresent();
  }

  private Optional<StepId> openStep() {
    return turn.state().step().map(Step::id);
  }

  /** Whether it is done with an editor as well as with docker, so that every line may count. */
  static boolean isDoneWithFiles(Step step) {
    return step.checks().stream().anyMatch(c -> c.compares() && c.claim().needsFile());
  }

  /** Where something else goes on, it ends with a judgement anyway. */
  private void judge(Phase.Asked asked) {
    State state = turn.state();
    switch (state.phase()) {
      case Phase.AtPrompt _ when state.door() == State.Door.SHUT ->
          turn.look(new Phase.Then.Enter(state.lesson().orElseThrow(), state.errand()));
      case Phase.Confirming(Phase.Proposal.Fetch _) ->
          turn.look(new Phase.Then.Enter(state.lesson().orElseThrow(), state.errand()));
      case Phase.AtPrompt _ when isOpen() -> turn.look(new Phase.Then.Judge(asked));
      case Phase.Looking(Phase.Then.Judge(var before, var looks)) ->
          turn.phase(new Phase.Looking(new Phase.Then.Judge(before.and(asked), looks)));
      case Phase.Judging(var before, var since, var notice) -> {
        turn.phase(new Phase.Judging(before.and(asked), since, notice));
        new Judging(turn).verify();
      }
      case Phase.AtPrompt _,
          Phase.Leaving _,
          Phase.Running _,
          Phase.Expanding _,
          Phase.Laying _,
          Phase.Noting _,
          Phase.BringingBack _,
          Phase.Looking _,
          Phase.LookingInside _,
          Phase.Beginning _,
          Phase.Recalling _,
          Phase.Fetching _,
          Phase.Confirming _ -> {}
    }
  }
}
