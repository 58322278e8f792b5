package dev.ropewalk.author;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.session.Message;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A lesson as the learner will read it, from its files as they are now. */
public final class Preview {
  private static final String HAND_IN =
      "Hand in a file `commands.sh` with your command lines, those of each task below its line `# step: …`. What is asked is answered there by a line `:answer VALUE`; a number that differs each time stands as a command, `:answer $(…)`.%s";

  private final Supplier<Course> course;
  private final LessonId id;
  private final Seed seed;
  private final Part part;

  /**
   * @param course opened anew each time
   * @param seed by which the values of {@code vary} are chosen
   */
  public Preview(Supplier<Course> course, LessonId id, Seed seed, Part part) {
    this.course = course;
    this.id = id;
    this.seed = seed;
    this.part = part;
  }

  /** How much of a lesson is shown. */
  public sealed interface Part {
    /** All of it, but for what is read on demand. */
    record Whole() implements Part {}

    /** Only the tasks, as they may be given to students. */
    record Tasks() implements Part {}

    /** One step, with its hints and its solution. */
    record OneStep(StepId step) implements Part {}
  }

  /** What came of drawing it. */
  public sealed interface Drawing {
    /** What is to be printed. */
    String text();

    /** The lesson. */
    record Shown(String text) implements Drawing {}

    /** What is wrong in its files, in its place. */
    record Broken(String text) implements Drawing {}
  }

  /** Reads the files anew and draws them. */
  public Drawing draw(Sheet sheet) {
    try {
      Lesson lesson = course.get().lesson(id, seed);
      return switch (part) {
        case Part.Whole() -> whole(lesson, sheet, true);
        case Part.Tasks() -> whole(lesson, sheet, false);
        case Part.OneStep(StepId step) -> step(lesson, step, sheet);
      };
    } catch (BrokenSource broken) {
      return new Drawing.Broken(
          broken.diagnostics().stream().map(Diagnostic::format).collect(Collectors.joining()));
    }
  }

  private static Drawing whole(Lesson lesson, Sheet sheet, boolean debriefed) {
    StringBuilder text =
        new StringBuilder(print(new Message.LessonText(lesson, Duration.ZERO), sheet));
    if (!debriefed) {
      text.append("\n").append(print(new Message.Note(HAND_IN.formatted(seeded(lesson))), sheet));
    }
    for (int i = 0; i < lesson.steps().size(); i++) {
      text.append(task(lesson, i, sheet));
      if (!debriefed) {
        Message name =
            new Message.Note("`# step: %s`".formatted(lesson.steps().get(i).id().slug()));
        text.append(print(name, sheet));
      }
      if (debriefed) {
        text.append(debrief(lesson, i, sheet));
      }
    }
    return new Drawing.Shown(text.toString());
  }

  private static String seeded(Lesson lesson) {
    return lesson.seed().equals(Seed.NONE)
        ? ""
        : " Its first line is `# seed: %s`, for the values that you have here."
            .formatted(lesson.seed().value());
  }

  /** One step, with what the learner reads on demand. */
  private static Drawing step(Lesson lesson, StepId id, Sheet sheet) {
    if (lesson.indexOf(id).isEmpty()) {
      return new Drawing.Broken(
          "the lesson `%s` has no step `%s`; there are: %s%n"
              .formatted(
                  lesson.id(),
                  id,
                  lesson.steps().stream()
                      .map(each -> each.id().slug())
                      .collect(Collectors.joining(", "))));
    }
    int index = lesson.indexOf(id).getAsInt();
    Step step = lesson.steps().get(index);
    List<String> hints = step.hints();
    String ladder =
        IntStream.range(0, hints.size())
            .mapToObj(i -> print(new Message.Hint(hints.get(i), i + 1, hints.size()), sheet))
            .collect(Collectors.joining("\n"));
    return new Drawing.Shown(
        task(lesson, index, sheet)
            + debrief(lesson, index, sheet)
            + "\n"
            + ladder
            + print(new Message.Solution(step.solution()), sheet));
  }

  private static String task(Lesson lesson, int index, Sheet sheet) {
    Step step = lesson.steps().get(index);
    return print(new Message.StepText(lesson, step, index + 1, index), sheet);
  }

  private static String debrief(Lesson lesson, int index, Sheet sheet) {
    Step step = lesson.steps().get(index);
    return "\n" + print(new Message.StepDone(step, index + 1, lesson.steps().size()), sheet);
  }

  private static String print(Message message, Sheet sheet) {
    return sheet.print(new MessageView(sheet).lines(message));
  }
}
