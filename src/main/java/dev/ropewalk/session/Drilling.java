package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.practice.Drill;
import dev.ropewalk.text.BrokenSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Practice: one step after the other, each by itself. A drill is its lesson up to that step, with
 * values of its own; ropewalk does the steps before it, as for {@code :goto}. What a drill has made
 * is removed before the next one, but for images.
 */
final class Drilling {
  private final Turn turn;

  Drilling(Turn turn) {
    this.turn = turn;
  }

  /** Whether this sitting is for practice. */
  boolean isOn() {
    return turn.state().drills().isPresent();
  }

  /** Opens the first drill that is left, or ends the practice. */
  void open() {
    Optional<Drill> first = drills().first();
    if (first.isEmpty()) {
      end();
      return;
    }
    StepId step = first.get().step();
    try {
      Course course = turn.state().course();
      Seed seed = new Seed(turn.state().origin().value() + drills().number());
      Lesson lesson = course.lesson(first.get().lesson(), seed.of(first.get().lesson())).upTo(step);
      turn.dropErrand();
      turn.look(
          new Phase.Then.Enter(
              lesson, Optional.of(new Errand(Errand.Kind.GOTO, step, Errand.Way.AS_IT_IS))));
    } catch (BrokenSource e) {
      turn.say(new Message.Trouble(String.valueOf(e.getMessage()).strip()));
      pass();
    }
  }

  /** Removes what earlier drills have left; whether there is anything to be removed. */
  boolean tidies() {
    List<String> lines =
        Belonging.of(owned(), turn.state().world()).stream()
            .filter(it -> it.kind() != Belonging.Kind.IMAGE && it.kind() != Belonging.Kind.NAME)
            .map(Belonging::removal)
            .toList();
    if (drills().tidied() || lines.isEmpty()) {
      return false;
    }
    turn.drills(drills().tidy());
    turn.note(PracticePhrases.TIDIES);
    turn.script(lines);
    new Typing(turn).typeNext(Phase.By.CLEAR);
    return true;
  }

  private Set<EngineEvent> owned() {
    Set<EngineEvent> all = new HashSet<>();
    turn.state().progress().lessons().values().stream()
        .map(LessonProgress::owned)
        .forEach(all::addAll);
    return all;
  }

  /** A drill begins: its lesson's own words are known. */
  void begun(Lesson lesson) {
    turn.record(new Entry.DrillBegan(drills().first().orElseThrow().step()));
    turn.note(
        PracticePhrases.begins(drills().number(), drills().count(), lesson, lesson.steps().size()));
  }

  /** The step is done: says how well, and when it comes again. */
  void done() {
    drills()
        .first()
        .flatMap(turn.state().practice()::memory)
        .ifPresent(memory -> turn.note(PracticePhrases.comesAgain(memory)));
    pass();
  }

  /** Leaves the open drill, done or not. */
  void pass() {
    turn.drills(drills().next(turn.now()));
    open();
  }

  private void end() {
    if (tidies()) {
      return;
    }
    turn.note(PracticePhrases.over(turn.state().practice().in(turn.state().course()), turn.now()));
    turn.effect(new Effect.Quit());
  }

  private Drills drills() {
    return turn.state().drills().orElseThrow();
  }
}
