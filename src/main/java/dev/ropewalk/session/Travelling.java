package dev.ropewalk.session;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Suggestion;
import java.util.List;
import java.util.Optional;

/** Leads the learner to other lessons and steps. */
final class Travelling {
  private final Turn turn;

  Travelling(Turn turn) {
    this.turn = turn;
  }

  /** Goes on: to the step that waits, or to the next lesson. */
  void next() {
    State state = turn.state();
    if (state.play().isPresent()) {
      new Playing(turn).goOn();
    } else if (state.lesson().isPresent() && state.step().isPresent()) {
      new Typing(turn).tell(new Message.Note(Phrases.NOT_YET_NEXT));
    } else {
      nextLesson();
    }
  }

  private void nextLesson() {
    State state = turn.state();
    Optional<LessonId> next =
        state.lesson().flatMap(l -> Contents.after(l.id(), state.course(), state.progress()));
    if (next.isEmpty()) {
      new Typing(turn).tell(new Message.Note(Phrases.LAST_LESSON));
    } else {
      new Opening(turn).open(next, Optional.empty());
    }
  }

  /** Goes to a lesson, or to a step of one. */
  void goTo(String argument) {
    if (argument.isBlank()) {
      new Typing(turn).tell(new Message.Note(Phrases.GOTO_WHERE));
      return;
    }
    Course course = turn.state().course();
    String[] parts = argument.split("/", 2);
    Optional<LessonId> lesson = course.find(parts[0].strip());
    List<LessonId> several = course.candidates(parts[0].strip());
    if (several.size() > 1) {
      new Typing(turn).tell(new Message.Note(Phrases.severalLessons(parts[0], several)));
      return;
    }
    if (lesson.isEmpty()) {
      List<String> known = course.lessons().stream().map(LessonId::slug).toList();
      new Typing(turn)
          .tell(
              new Message.Note(
                  Phrases.unknownLesson(parts[0], Suggestion.nearest(parts[0], known))));
      return;
    }
    try {
      Optional<StepId> step =
          parts.length > 1 ? step(lesson.get(), parts[1].strip()) : Optional.empty();
      if (parts.length > 1 && step.isEmpty()) {
        new Typing(turn).tell(new Message.Note(Phrases.unknownStep(lesson.get(), parts[1])));
      } else {
        new Opening(turn).goTo(lesson.get(), step);
      }
    } catch (BrokenSource e) {
      new Typing(turn).tell(new Message.Trouble(String.valueOf(e.getMessage()).strip()));
    }
  }

  private Optional<StepId> step(LessonId lesson, String name) {
    return turn.state().course().outline(lesson).find(name);
  }
}
