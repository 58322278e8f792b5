package dev.ropewalk.terminal;

import static dev.ropewalk.terminal.DrawnPane.LESSON;
import static dev.ropewalk.terminal.DrawnPane.failed;
import static dev.ropewalk.terminal.DrawnPane.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown beside the learner's own shells where there is little room. */
final class WatchPaneSizeTest {
  private static final String PROSE = LESSON.steps().getFirst().prose().replaceAll("(?m)^>.*", "");

  private final DrawnPane drawn = new DrawnPane();
  private final WatchPane pane = drawn.pane;

  @Test
  void which_step_it_is_stays_in_sight_where_what_is_new_stands_far_below() {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    drawn.atStep(1).say(verdicts(failed()));
    for (int i = 1; i <= 3; i++) {
      pane.say(new Message.Note("A line of news. ".repeat(20)));
    }

    String screen = drawn.drawn(72, 26);

    assertThat(screen).startsWith("start-and-stop").contains(" 1/6", "A line of news.");
    assertThat(screen).doesNotContain("Do:");
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "80, 21", "80, 10", "40, 12", "30, 20"})
  void a_low_or_narrow_pane_shows_first_what_is_needed_first(int columns, int rows) {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    drawn.atStep(2).say(verdicts(failed()));

    String screen = drawn.drawn(columns, rows);

    assertThat(screen)
        .containsSubsequence("start-and-stop", " 2/6", "Do: Stop", "✗ A container", "There is no");
    Golden.assertSame("watch/low-%sx%s.txt".formatted(columns, rows), screen);
  }

  @ParameterizedTest
  @CsvSource({"80, 21", "40, 12", "30, 20", "30, 5"})
  void all_that_does_not_fit_is_scrolled_to(int columns, int rows) {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    drawn.atStep(1).say(verdicts(failed()));
    Set<String> seen = new HashSet<>(drawn.drawn(columns, rows).lines().toList());
    assertThat(seen.toString()).contains("j k");

    String before = "";
    for (String now = drawn.drawn(columns, rows);
        !now.equals(before);
        now = drawn.drawn(columns, rows)) {
      before = now;
      pane.scroll(WatchScroll.Move.PAGE_DOWN);
      seen.addAll(drawn.drawn(columns, rows).lines().toList());
    }

    assertThat(words(seen)).containsAll(words(LESSON.intro())).containsAll(words(PROSE));
    pane.scroll(WatchScroll.Move.UP);
    assertThat(drawn.drawn(columns, rows)).isNotEqualTo(before);
    pane.scroll(WatchScroll.Move.DOWN);
    assertThat(drawn.drawn(columns, rows)).isEqualTo(before);

    drawn.atStep(2).say(verdicts(failed()));
    assertThat(drawn.drawn(columns, rows).strip()).startsWith("start-and-stop").contains(" 2/6");
  }

  private static Set<String> words(Iterable<String> lines) {
    return words(String.join(" ", lines));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.replaceAll("[`.,]", "").strip().split("\\s+"))
        .collect(Collectors.toSet());
  }

  @Test
  void what_a_key_asks_for_is_shown_though_it_stands_far_below() {
    drawn.atStep(1).say(verdicts(failed()));
    pane.forget();
    pane.say(new Message.Solution(LESSON.steps().getFirst().solution()));

    assertThat(drawn.drawn(80, 10)).contains("docker run", "j k more").doesNotContain("1/6");

    pane.say(verdicts(failed()));
    assertThat(drawn.drawn(80, 10)).contains("docker run");
    pane.say(verdicts(new Verdict.Passed()));
    assertThat(drawn.drawn(80, 10)).contains("1/6");
  }

  @Test
  void a_check_that_is_open_stands_above_those_that_have_passed() {
    List<Message.Verdicts.Line> lines = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      lines.add(new Message.Verdicts.Line("Check " + i, new Verdict.Passed()));
    }
    lines.add(new Message.Verdicts.Line("A container named redistest runs", failed()));
    drawn.atStep(1).say(new Message.Verdicts(lines, Message.Verdicts.Detail.FIRST_REASON));

    assertThat(drawn.drawn(80, 10))
        .containsSubsequence("1/6", "Do:", "✗ A container", "There is no");
  }

  @Test
  void a_line_that_the_task_speaks_of_is_in_sight_with_it() {
    Course course = Course.open(Path.of(""));
    Lesson lesson = course.lesson(new LessonId("logs"));
    pane.say(new Message.StepText(lesson, lesson.steps().get(4), 5, 4));
    pane.say(verdicts(failed()));

    assertThat(drawn.drawn(80, 18))
        .containsSubsequence("Do: Run that line", "docker run", "50percent");
  }

  /** No lesson has a step that is lost or too wide anywhere, whatever is shown below it. */
  @ParameterizedTest
  @CsvSource({"80, 24", "80, 21", "40, 12", "30, 20"})
  void every_step_of_the_course_fits(int columns, int rows) {
    Course course = Course.open(Path.of(""));
    for (LessonId id : course.lessons()) {
      Lesson lesson = course.lesson(id);
      for (int i = 0; i < lesson.steps().size(); i++) {
        pane.say(new Message.StepText(lesson, lesson.steps().get(i), i + 1, i));
        pane.say(verdicts(failed()));
        assertThat(drawn.drawn(columns, rows).strip())
            .startsWith(id.slug().substring(0, 4))
            .containsSubsequence("%s/%s".formatted(i + 1, lesson.steps().size()), "Do:");
        pane.say(new Message.Solution(lesson.steps().get(i).solution()));
        pane.say(new Message.State(Worlds.workshop().volume("data").world()));
        drawn.drawn(columns, rows);
      }
    }
  }
}
