package dev.ropewalk.session;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.BrokenSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens lessons and steps, and closes them. */
final class Opening {
  private final Turn turn;

  Opening(Turn turn) {
    this.turn = turn;
  }

  /** Opens a lesson where the learner left it, or at a step; nobody is asked anything. */
  void open(Optional<LessonId> asked, Optional<StepId> step) {
    if (turn.state().drills().isPresent()) {
      new Drilling(turn).open();
      return;
    }
    open(
        asked.orElseGet(this::goOn),
        step.map(to -> new Errand(Errand.Kind.GOTO, to, Errand.Way.AS_IT_IS)));
  }

  /** The same for the learner, who is asked before any step is done for them. */
  void goTo(LessonId id, Optional<StepId> step) {
    open(id, step.map(to -> new Errand(Errand.Kind.GOTO, to, Errand.Way.FROM_HERE)));
  }

  private void open(LessonId id, Optional<Errand> errand) {
    Lesson lesson;
    try {
      lesson = turn.state().course().lesson(id, seed(id));
    } catch (BrokenSource e) {
      turn.say(new Message.Trouble(String.valueOf(e.getMessage()).strip()));
      turn.ready();
      return;
    }
    turn.dropErrand();
    turn.look(new Phase.Then.Enter(lesson, errand));
  }

  /** A lesson keeps its seed for ever; one that was begun without any goes on without. */
  private Seed seed(LessonId id) {
    LessonProgress standing = turn.state().progress().of(id);
    boolean begun = standing.open().isPresent() && !standing.finished();
    return begun || !standing.seed().equals(Seed.NONE)
        ? standing.seed()
        : turn.state().origin().of(id);
  }

  /** The lesson that is not finished; after the last one, the first. */
  private LessonId goOn() {
    State state = turn.state();
    return Contents.next(state.course(), state.progress())
        .orElseGet(() -> state.course().lessons().getFirst());
  }

  /** Begins the lesson with its first step. */
  void begin(Lesson lesson, Optional<Errand> errand, Optional<Input.Laid> laid) {
    turn.lesson(lesson, State.Door.OPEN);
    turn.forgetLines();
    turn.freshStep();
    if (isAgain(errand)) {
      turn.record(new Entry.StageRebuilt(errand.orElseThrow().step()));
    } else {
      turn.record(new Entry.LessonOpened(lesson.seed().value()));
      if (turn.state().drills().isPresent()) {
        new Drilling(turn).begun(lesson);
      } else {
        turn.say(new Message.LessonText(lesson, Contents.time(turn.state().course(), lesson.id())));
        buildsOn(lesson.id());
      }
    }
    laid.ifPresent(
        it -> {
          turn.record(new Entry.FilesLaid(it.files()));
          it.kept()
              .forEach(
                  (name, kept) ->
                      turn.note(
                          it.files().digests().containsKey(name)
                              ? Phrases.keptAside(name, kept)
                              : Phrases.setAside(name, kept)));
          turn.note(SettingUp.folder(lesson, it.files(), turn.state().manner()));
        });
    openStep(lesson.steps().getFirst(), errand);
  }

  static boolean isAgain(Optional<Errand> errand) {
    return errand.filter(it -> it.way() == Errand.Way.ALL_AGAIN).isPresent();
  }

  /** Who opens a lesson out of its turn learns what it builds on, and may go on all the same. */
  private void buildsOn(LessonId id) {
    State state = turn.state();
    List<LessonId> open =
        state.course().description().item(id).stream()
            .flatMap(item -> item.requires().stream())
            .filter(required -> !state.progress().of(required).everFinished())
            .toList();
    if (!open.isEmpty()) {
      turn.say(new Message.Aside(Phrases.buildsOn(open)));
    }
  }

  /** Goes on with the open step. */
  void resume(Optional<Errand> errand) {
    boolean unsettled = turn.state().standing().open().filter(OpenStep::isUnsettled).isPresent();
    turn.record(new Entry.LessonResumed());
    Step open = turn.state().step().orElseThrow();
    if (turn.state().play().isPresent() && errand.isEmpty()) {
      new Playing(turn).goOn();
      return;
    }
    turn.say(turn.state().text(errand.flatMap(this::passed).orElse(open)));
    Optional<StepId> heading = turn.state().standing().heading();
    List<String> drift = Drift.of(turn.state().standing(), turn.state().world());
    if (errand.isPresent()) {
      goFor(errand);
    } else if (heading.isPresent()) {
      new Staging(turn).plan(new Errand(Errand.Kind.RETRY, heading.get(), Errand.Way.FROM_HERE));
    } else if (SettingUp.isCutOff(turn.state())) {
      turn.note(Phrases.SETUP_CUT_OFF);
      new Staging(turn).offer(Errand.retry(turn.state().step().orElseThrow()));
    } else if (unsettled) {
      turn.note(Phrases.RECALLED);
      new Judging(turn).begin(Phase.Asked.AFTER_KILL);
    } else if (drift.isEmpty()) {
      new Judging(turn).openWith(Optional.empty());
      if (turn.state().phase() instanceof Phase.AtPrompt) {
        new Judging(turn).quietly();
      }
    } else {
      turn.note(Phrases.drifted(drift));
      new Staging(turn).offer(Errand.retry(turn.state().step().orElseThrow()));
    }
  }

  /** Says what an outage has done to the lesson's containers, which were seen before it. */
  void tellDrift(World before) {
    List<String> drift =
        Drift.of(turn.state().standing(), before.containers(), turn.state().world());
    if (drift.isEmpty()) {
      turn.phase(new Phase.AtPrompt());
    } else {
      turn.note(Phrases.drifted(drift));
      turn.ready();
    }
  }

  /** Does the steps before a step, after asking where somebody can be asked. */
  private void goFor(Optional<Errand> errand) {
    Lesson lesson = turn.state().lesson().orElseThrow();
    int open = turn.state().number() - 1;
    if (errand.isEmpty() || open > errand.get().last(lesson)) {
      errand
          .flatMap(this::passed)
          .ifPresent(
              step ->
                  turn.note(
                      Phrases.shownAgain(
                          step.id(), turn.state().step().orElseThrow().id(), open + 1)));
      new Judging(turn).openWith(Optional.empty());
    } else if (errand.get().way() == Errand.Way.FROM_HERE) {
      new Staging(turn).plan(errand.get());
    } else {
      new Judging(turn).openWith(errand);
    }
  }

  /** The step that an errand leads to, where it is before the open one: it is not gone back to. */
  private Optional<Step> passed(Errand errand) {
    Lesson lesson = turn.state().lesson().orElseThrow();
    return lesson.steps().stream()
        .limit(Math.max(0, turn.state().number() - 1))
        .filter(step -> step.id().equals(errand.step()))
        .findFirst();
  }

  private void openStep(Step step, Optional<Errand> errand) {
    turn.record(new Entry.StepOpened(step.id()));
    turn.line(turn.state().line().before(Optional.empty()));
    turn.freshStep();
    new SettingUp(turn).begin(errand);
  }

  /** The open step is set up: it is the learner's, or is done for them. */
  void setUp(Optional<Errand> errand) {
    boolean begins = turn.state().number() == 1 && !isAgain(errand);
    turn.dropErrand();
    if (begins) {
      goFor(errand);
    } else {
      new Judging(turn).openWith(errand);
    }
  }

  /** Begins the lesson again, its objects being gone. */
  void startAgain() {
    turn.record(new Entry.LessonReset());
    turn.dropErrand();
    turn.look(new Phase.Then.Enter(turn.state().lesson().orElseThrow(), Optional.empty()));
  }

  /** Closes a step and opens the next, or ends the lesson. */
  void stepDone(Step step, Map<String, String> captured) {
    Lesson lesson = turn.state().lesson().orElseThrow();
    turn.record(new Entry.StepDone(step.id(), how(step), captured));
    int index = lesson.steps().indexOf(step);
    turn.say(new Message.StepDone(step, index + 1, lesson.steps().size()));
    if (index + 1 < lesson.steps().size()) {
      Optional<Errand> errand = turn.state().errand();
      turn.dropErrand();
      openStep(lesson.steps().get(index + 1), errand);
    } else {
      turn.dropErrand();
      turn.record(new Entry.LessonDone());
      new Closing(turn).close(lesson);
    }
  }

  /** Who did a step: who did it at first, where it is only done once more. */
  private Entry.How how(Step step) {
    LessonProgress standing = turn.state().standing();
    boolean skipped =
        standing.open().filter(now -> now.acts().contains(new LearnerAct.Skip())).isPresent();
    return standing.done().getOrDefault(step.id(), skipped ? Entry.How.SKIPPED : Entry.How.SOLVED);
  }
}
