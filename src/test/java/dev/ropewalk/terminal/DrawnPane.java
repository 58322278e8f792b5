package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message;
import java.nio.file.Path;
import java.util.List;
import org.jline.utils.AttributedString;

/** The pane of {@code watch} at a lesson of the course, drawn as a text. */
final class DrawnPane {
  private static final Sheet SHEET = new Sheet(72, Palette.none(), Glyphs.UNICODE);
  static final Lesson LESSON = Course.open(Path.of("")).lesson(new LessonId("start-and-stop"));

  final WatchPane pane = new WatchPane();

  /** What it shows in so many rows, without the blanks at the ends of lines. */
  String drawn(int rows) {
    return drawn(SHEET.width(), rows);
  }

  /** The same in so many columns; no line is wider. */
  String drawn(int columns, int rows) {
    List<AttributedString> lines =
        pane.draw(new Sheet(columns, Palette.none(), Glyphs.UNICODE), rows);
    assertThat(lines).hasSize(rows).allMatch(line -> line.columnLength() <= columns);
    return SHEET.print(lines).replaceAll("(?m) +$", "");
  }

  /** Opens a step of {@link #LESSON}, from 1. */
  WatchPane atStep(int number) {
    pane.say(new Message.StepText(LESSON, LESSON.steps().get(number - 1), number, number - 1));
    return pane;
  }

  /** The only check of a step, judged. */
  static Message verdicts(Verdict verdict) {
    return new Message.Verdicts(
        List.of(new Message.Verdicts.Line("A container named redistest runs", verdict)),
        Message.Verdicts.Detail.FIRST_REASON);
  }

  static Verdict failed() {
    return new Verdict.Failed(
        "redistest",
        "nothing",
        new Diagnosis(
            Diagnosis.Progress.NOTHING_DONE,
            "There is no container named `redistest`.",
            "Make one with `docker run`."),
        Verdict.Outlook.FINAL);
  }
}
