package dev.ropewalk.session;

import dev.ropewalk.check.Act;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LessonProgress;
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

  /** Opens a lesson where the learner left it, or at a step. */
  void open(Optional<LessonId> asked, Optional<StepId> step) {
    LessonId id = asked.orElseGet(this::goOn);
    Lesson lesson;
    try {
      lesson = turn.state().course().lesson(id, seed(id));
    } catch (BrokenSource e) {
      turn.say(new Message.Trouble(String.valueOf(e.getMessage()).strip()));
      turn.ready();
      return;
    }
    turn.script(List.of(), Optional.empty());
    turn.look(new Phase.Then.Enter(lesson, step));
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
    List<LessonId> all = turn.state().course().lessons();
    Optional<LessonId> last = turn.state().progress().last().filter(all::contains);
    if (last.isPresent() && !turn.state().progress().of(last.get()).finished()) {
      return last.get();
    }
    return all.stream()
        .filter(id -> !turn.state().progress().of(id).everFinished())
        .findFirst()
        .orElse(all.getFirst());
  }

  /** Opens the lesson if nothing is missing or in the way. */
  void enter(Lesson lesson, Optional<StepId> step, MachineFacts machine) {
    LessonProgress standing = turn.state().progress().of(lesson.id());
    boolean goesOn =
        standing.open().filter(now -> lesson.indexOf(now.id()).isPresent()).isPresent()
            && !standing.finished();
    List<Obstacle> obstacles =
        goesOn ? List.of() : Obstacle.of(lesson.needs(), turn.state().world(), machine);
    if (!obstacles.isEmpty()) {
      turn.lesson(lesson, State.Door.SHUT);
      turn.script(List.of(), step);
      turn.say(new Message.Door(lesson, obstacles));
      turn.ready();
      return;
    }
    turn.lesson(lesson, State.Door.OPEN);
    turn.forgetLines();
    turn.script(List.of(), Optional.empty());
    turn.freshStep();
    if (goesOn) {
      turn.record(new Entry.LessonResumed());
      turn.say(
          new Message.StepText(
              lesson,
              turn.state().step().orElseThrow(),
              turn.state().number(),
              standing.done().size()));
    } else {
      turn.record(new Entry.LessonOpened(lesson.seed().value()));
      turn.say(new Message.LessonText(lesson));
      openStep(lesson.steps().getFirst());
    }
    new Judging(turn).openWith(step);
  }

  private void openStep(Step step) {
    Lesson lesson = turn.state().lesson().orElseThrow();
    turn.record(new Entry.StepOpened(step.id()));
    turn.freshStep();
    turn.say(
        new Message.StepText(
            lesson, step, turn.state().number(), turn.state().standing().done().size()));
  }

  /** Begins the lesson again, its objects being gone. */
  void startAgain() {
    Lesson lesson = turn.state().lesson().orElseThrow();
    turn.record(new Entry.LessonReset());
    turn.script(List.of(), Optional.empty());
    turn.look(new Phase.Then.Enter(lesson, Optional.empty()));
  }

  /** Closes a step and opens the next, or ends the lesson. */
  void stepDone(Step step, Map<String, String> captured) {
    Lesson lesson = turn.state().lesson().orElseThrow();
    boolean skipped =
        turn.state()
            .standing()
            .open()
            .filter(now -> now.acts().contains(new Act.Skip()))
            .isPresent();
    turn.record(
        new Entry.StepDone(step.id(), skipped ? Entry.How.SKIPPED : Entry.How.SOLVED, captured));
    int index = lesson.steps().indexOf(step);
    turn.say(new Message.StepDone(step, index + 1, lesson.steps().size()));
    if (index + 1 < lesson.steps().size()) {
      Optional<StepId> target = turn.state().target();
      openStep(lesson.steps().get(index + 1));
      new Judging(turn).openWith(target);
    } else {
      turn.script(List.of(), Optional.empty());
      turn.record(new Entry.LessonDone());
      turn.say(new Message.LessonDone(lesson, turn.state().course().after(lesson.id())));
      turn.ready();
    }
  }
}
