package dev.ropewalk.session;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.session.StageSetting.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets the stage: brings the engine to the state in which a step begins, and goes on from there.
 * What will be run is shown first, and where it is not the learner's own next step, asked about.
 */
final class Staging {
  private final Turn turn;

  Staging(Turn turn) {
    this.turn = turn;
  }

  /** Looks at the engine for an errand. */
  void begin(Errand errand) {
    turn.look(new Phase.Then.PlanStage(errand));
  }

  /** The engine has been looked at: does the errand, or asks. */
  void plan(Errand errand) {
    Plan plan = StageSetting.plan(turn.state().standing(), turn.state().world());
    boolean asks =
        errand.kind() == Errand.Kind.SKIP
            && WhereTheyWork.mayReplaceFiles(turn.state(), solutions(errand, plan.kind()));
    if (plan.kind() == Plan.Kind.NOTHING && errand.kind() != Errand.Kind.GOTO && !asks) {
      set(errand);
    } else {
      String why = Phrases.willRun(errand, plan.kind());
      ask(errand, plan, asks ? Phrases.REPLACES_FILES + " " + why : why);
    }
  }

  /** Asks whether the stage is to be set, if it is not. */
  void offer(Errand errand) {
    Plan plan = StageSetting.plan(turn.state().standing(), turn.state().world());
    if (plan.kind() == Plan.Kind.NOTHING) {
      new Judging(turn).openWith(Optional.empty());
    } else {
      ask(errand, plan, Phrases.willRun(errand, plan.kind()));
    }
  }

  /** The stage could not be set from what was there, or the solution did not do. */
  void planRebuild(Errand errand, String why) {
    ask(errand, StageSetting.rebuild(turn.state().standing(), turn.state().world()), why);
  }

  private void ask(Errand errand, Plan plan, String why) {
    List<String> shown =
        new ArrayList<>(
            plan.lines().stream()
                .map(line -> Belonging.named(line, turn.state().world()))
                .toList());
    shown.addAll(solutions(errand, plan.kind()));
    if (shown.isEmpty() && SettingUp.isCutOff(turn.state())) {
      carryOut(errand, plan);
      return;
    }
    if (shown.isEmpty()) {
      set(errand);
      return;
    }
    turn.script(List.of());
    turn.say(new Message.StagePlan(why, WhereTheyWork.lines(turn.state(), shown)));
    turn.give(new Phase.Confirming(new Phase.Proposal.SetStage(errand, plan)));
  }

  /** The lines of the steps that will be done, from the first or from the open one on. */
  private List<String> solutions(Errand errand, Plan.Kind kind) {
    Lesson lesson = turn.state().lesson().orElseThrow();
    int first = kind == Plan.Kind.REBUILD ? 0 : turn.state().number() - 1;
    return lesson.steps().subList(first, Math.max(first, errand.last(lesson) + 1)).stream()
        .flatMap(step -> step.solution().commands().stream())
        .toList();
  }

  /** The learner has said yes. */
  void carryOut(Errand errand, Plan plan) {
    if (plan.kind() == Plan.Kind.NOTHING) {
      set(errand);
      return;
    }
    Errand chosen = plan.kind() == Plan.Kind.REBUILD ? errand.by(Errand.Way.ALL_AGAIN) : errand;
    turn.script(WhereTheyWork.lines(turn.state(), plan.lines()));
    turn.errand(Optional.of(chosen));
    if (plan.lines().isEmpty()) {
      linesRun();
    } else {
      new Typing(turn).typeNext(Phase.By.STAGE);
    }
  }

  /** The commands that set the stage have run. */
  void linesRun() {
    Errand errand = turn.state().errand().orElseThrow();
    Lesson lesson = turn.state().lesson().orElseThrow();
    turn.look(
        errand.way() == Errand.Way.ALL_AGAIN
            ? new Phase.Then.Enter(lesson, Optional.of(errand))
            : new Phase.Then.StageSet(errand));
  }

  /** Looks whether the commands have done it. */
  void check(Errand errand) {
    Plan left = StageSetting.plan(turn.state().standing(), turn.state().world());
    if (left.kind() == Plan.Kind.NOTHING) {
      set(errand);
    } else {
      planRebuild(errand, Phrases.NOT_PUT_BACK);
    }
  }

  /**
   * The engine is as it was, or is to be left as it is; the files that the lesson has laid, and
   * those that its checks look at, are to be as they were, too.
   */
  void set(Errand errand) {
    Optional<Effect.Lay> files =
        errand.kind() == Errand.Kind.RETRY ? FilesThen.of(turn.state()) : Optional.empty();
    if (files.isPresent()) {
      turn.script(List.of());
      turn.errand(Optional.empty());
      turn.phase(new Phase.BringingBack(errand));
      turn.effect(files.get());
    } else {
      isSet(errand);
    }
  }

  /** The files are as they were, or cannot be so. */
  void broughtBack(Errand errand, Input.Laid laid) {
    laid.kept().forEach((name, kept) -> turn.note(AgainPhrases.keptAside(name, kept)));
    Obstacle.ofFiles(laid).forEach(it -> turn.say(new Message.Trouble(it.says())));
    isSet(errand);
  }

  private void isSet(Errand errand) {
    if (turn.state().play().isPresent()) {
      turn.record(new Entry.PlayEnded());
    } else if (errand.kind() == Errand.Kind.RETRY
        || turn.state().standing().open().filter(OpenStep::isUntouched).isEmpty()) {
      // Who has asked for it begins at this moment, also where no line was seen: a log goes on.
      turn.record(new Entry.StepRetried());
    }
    turn.freshStep();
    turn.script(List.of());
    Step step = turn.state().step().orElseThrow();
    if (errand.kind() == Errand.Kind.RETRY || errand.kind() == Errand.Kind.RESUME) {
      turn.say(
          new Message.StepText(
              turn.state().lesson().orElseThrow(),
              step,
              turn.state().number(),
              turn.state().standing().done().size()));
    }
    new Judging(turn).openWith(Optional.of(errand));
  }

  /** The open step has been judged and is not done, though its solution was typed. */
  void notDone(Errand errand) {
    turn.script(List.of());
    if (errand.way() == Errand.Way.FROM_HERE) {
      turn.look(new Phase.Then.PlanRebuild(errand));
    } else {
      turn.errand(Optional.empty());
      turn.note(Phrases.GAVE_UP);
      turn.ready();
    }
  }
}
