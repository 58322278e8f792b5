package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.WorldChange;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the learner's own shells. */
final class WatchPaneTest {
  private static final Sheet SHEET = new Sheet(72, Palette.none(), Glyphs.UNICODE);
  private static final Lesson LESSON =
      Course.open(Path.of("")).lesson(new LessonId("start-and-stop"));

  private static final String PROSE = LESSON.steps().getFirst().prose().replaceAll("(?m)^>.*", "");

  private final WatchPane pane = new WatchPane();

  private String drawn(int rows) {
    return drawn(SHEET.width(), rows);
  }

  private String drawn(int columns, int rows) {
    List<AttributedString> lines =
        pane.draw(new Sheet(columns, Palette.none(), Glyphs.UNICODE), rows);
    assertThat(lines).hasSize(rows).allMatch(line -> line.columnLength() <= columns);
    return SHEET.print(lines).replaceAll("(?m) +$", "");
  }

  private WatchPane atStep(int number) {
    pane.say(new Message.StepText(LESSON, LESSON.steps().get(number - 1), number, number - 1));
    return pane;
  }

  private static Message verdicts(Verdict verdict) {
    return new Message.Verdicts(
        List.of(new Message.Verdicts.Line("A container named redistest runs", verdict)),
        Message.Verdicts.Detail.FIRST_REASON);
  }

  private static Verdict failed() {
    return new Verdict.Failed(
        "redistest",
        "nothing",
        new Diagnosis(
            Diagnosis.Progress.NOTHING_DONE,
            "There is no container named `redistest`.",
            "Make one with `docker run`."),
        Verdict.Outlook.FINAL);
  }

  @Test
  void the_diagnosis_stands_under_the_step_and_the_keys_at_the_foot() {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    atStep(1).say(verdicts(failed()));

    Golden.assertSame("watch/failed.txt", drawn(34));
  }

  @Test
  void a_step_that_is_done_leaves_its_debrief_as_news() {
    atStep(1).say(verdicts(new Verdict.Passed()));
    pane.say(new Message.StepDone(LESSON.steps().getFirst(), 1, LESSON.steps().size()));
    pane.shells(2);
    atStep(2).say(verdicts(failed()));

    Golden.assertSame("watch/next.txt", drawn(34));
  }

  @Test
  void what_changed_stands_above_the_debrief_of_the_step_that_it_ended() {
    pane.say(new Message.Note("Old."));
    pane.say(
        new Message.Changes(
            WorldChange.between(World.EMPTY, Worlds.workshop().volume("data").world())));
    pane.say(new Message.StepDone(LESSON.steps().getFirst(), 1, LESSON.steps().size()));

    assertThat(drawn(34)).containsSubsequence("+ volume", "The container was created");
    assertThat(drawn(34)).doesNotContain("Old.");
  }

  @Test
  void what_a_key_has_led_to_is_told_though_the_lesson_begins_again_by_it() {
    atStep(2);
    pane.forget();
    pane.say(new Message.Note("There is nothing to remove."));

    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    atStep(1).say(verdicts(failed()));

    assertThat(drawn(34)).containsSubsequence(" 1/6", "There is nothing to remove.");
  }

  @Test
  void a_lesson_that_is_done_has_all_its_steps_ticked() {
    atStep(6);
    assertThat(drawn(34)).contains("■■■■■□ 6/6");

    pane.say(new Message.LessonDone(LESSON, Optional.empty(), 1, 1, Duration.ZERO));

    assertThat(drawn(34)).contains("■■■■■■ 6/6");
  }

  @Test
  void which_step_it_is_stays_in_sight_where_what_is_new_stands_far_below() {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    atStep(1).say(verdicts(failed()));
    for (int i = 1; i <= 3; i++) {
      pane.say(new Message.Note("A line of news. ".repeat(20)));
    }

    String screen = drawn(72, 26);

    assertThat(screen).startsWith("start-and-stop").contains(" 1/6", "A line of news.");
    assertThat(screen).doesNotContain("Do:");
  }

  @Test
  void a_key_that_takes_time_is_heard_at_once() {
    atStep(1).works(true);
    assertThat(drawn(34)).contains("One moment").doesNotContain("h hint");

    pane.works(false);
    assertThat(drawn(34)).contains("h hint").doesNotContain("One moment");
  }

  @Test
  void changes_one_after_the_other_stand_together() {
    World first = Worlds.workshop().volume("data").world();
    World second = Worlds.workshop().volume("data").volume("more").world();
    pane.say(new Message.Changes(WorldChange.between(Worlds.workshop().world(), first)));
    pane.say(new Message.Changes(WorldChange.between(first, second)));

    assertThat(drawn(34)).containsPattern("volume data.*\\n\\+ volume more");
  }

  @Test
  void a_skip_shows_the_line_that_was_run_until_the_step_after_it_is_done() {
    pane.say(new Message.Typing("docker stop redistest"));
    pane.print("redistest printed");
    pane.say(new Message.StepDone(LESSON.steps().getFirst(), 1, LESSON.steps().size()));
    atStep(2);
    assertThat(drawn(40))
        .containsSubsequence("Done:", "$ docker stop redistest", "redistest printed");

    pane.say(new Message.StepDone(LESSON.steps().get(1), 2, LESSON.steps().size()));
    atStep(3);
    pane.say(new Message.StepDone(LESSON.steps().get(2), 3, LESSON.steps().size()));
    atStep(4);

    assertThat(drawn(40)).doesNotContain("redistest printed");
  }

  @Test
  void an_engine_that_is_away_is_told_below_the_step() {
    atStep(1).say(verdicts(failed()));
    pane.say(new Message.Trouble("The engine does not answer: nobody listens at unix:///e.sock."));

    assertThat(drawn(34)).contains("The engine does not answer: nobody listens at");
  }

  @Test
  void a_question_has_keys_of_its_own() {
    atStep(2)
        .say(
            new Message.StagePlan(
                "To do this step, ropewalk runs:", List.of("docker stop redistest")));
    pane.ask(Prompt.Question.RUN);

    Golden.assertSame("watch/asked.txt", drawn(34));
    assertThat(WatchKey.find(pane.question(), 'Y')).isPresent();
    assertThat(WatchKey.find(pane.question(), 'q')).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "80, 21", "80, 10", "40, 12", "30, 20"})
  void a_low_or_narrow_pane_shows_first_what_is_needed_first(int columns, int rows) {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    atStep(2).say(verdicts(failed()));

    String screen = drawn(columns, rows);

    assertThat(screen)
        .containsSubsequence("start-and-stop", " 2/6", "Do: Stop", "✗ A container", "There is no");
    Golden.assertSame("watch/low-%sx%s.txt".formatted(columns, rows), screen);
  }

  @ParameterizedTest
  @CsvSource({"80, 21", "40, 12", "30, 20", "30, 5"})
  void all_that_does_not_fit_is_scrolled_to(int columns, int rows) {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    atStep(1).say(verdicts(failed()));
    Set<String> seen = new HashSet<>(drawn(columns, rows).lines().toList());
    assertThat(seen.toString()).contains("j k");

    String before = "";
    for (String now = drawn(columns, rows); !now.equals(before); now = drawn(columns, rows)) {
      before = now;
      pane.scroll(WatchScroll.Move.PAGE_DOWN);
      seen.addAll(drawn(columns, rows).lines().toList());
    }

    assertThat(words(seen)).containsAll(words(LESSON.intro())).containsAll(words(PROSE));
    pane.scroll(WatchScroll.Move.UP);
    assertThat(drawn(columns, rows)).isNotEqualTo(before);
    pane.scroll(WatchScroll.Move.DOWN);
    assertThat(drawn(columns, rows)).isEqualTo(before);

    atStep(2).say(verdicts(failed()));
    assertThat(drawn(columns, rows).strip()).startsWith("start-and-stop").contains(" 2/6");
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
    atStep(1).say(verdicts(failed()));
    pane.forget();
    pane.say(new Message.Solution(LESSON.steps().getFirst().solution()));

    assertThat(drawn(80, 10)).contains("docker run", "j k more").doesNotContain("1/6");

    pane.say(verdicts(failed()));
    assertThat(drawn(80, 10)).contains("docker run");
    pane.say(verdicts(new Verdict.Passed()));
    assertThat(drawn(80, 10)).contains("1/6");
  }

  @Test
  void an_answer_is_shown_as_the_command_that_gives_it() {
    String answer = ":answer $(docker ps -q)";
    pane.say(new Message.Typing(answer));
    assertThat(drawn(20)).contains("$ ropewalk answer $(docker ps -q)").doesNotContain(":answer");

    pane.forget();
    pane.say(new Message.Solution(new Script(answer)));
    pane.say(new Message.StagePlan("To do this step, ropewalk runs:", List.of(answer)));
    assertThat(drawn(20))
        .containsSubsequence("One way", "  ropewalk answer", "To do", "  ropewalk answer")
        .doesNotContain(":answer");
  }

  @Test
  void a_check_that_is_open_stands_above_those_that_have_passed() {
    List<Message.Verdicts.Line> lines = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      lines.add(new Message.Verdicts.Line("Check " + i, new Verdict.Passed()));
    }
    lines.add(new Message.Verdicts.Line("A container named redistest runs", failed()));
    atStep(1).say(new Message.Verdicts(lines, Message.Verdicts.Detail.FIRST_REASON));

    assertThat(drawn(80, 10)).containsSubsequence("1/6", "Do:", "✗ A container", "There is no");
  }

  @Test
  void a_line_that_the_task_speaks_of_is_in_sight_with_it() {
    Course course = Course.open(Path.of(""));
    Lesson lesson = course.lesson(new LessonId("logs"));
    pane.say(new Message.StepText(lesson, lesson.steps().get(4), 5, 4));
    pane.say(verdicts(failed()));

    assertThat(drawn(80, 18)).containsSubsequence("Do: Run that line", "docker run", "50percent");
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
        assertThat(drawn(columns, rows).strip())
            .startsWith(id.slug().substring(0, 4))
            .containsSubsequence("%s/%s".formatted(i + 1, lesson.steps().size()), "Do:");
        pane.say(new Message.Solution(lesson.steps().get(i).solution()));
        pane.say(new Message.State(Worlds.workshop().volume("data").world()));
        drawn(columns, rows);
      }
    }
  }

  @Test
  void news_is_read_once_a_key_is_pressed_and_never_more_than_three() {
    for (int i = 1; i <= 4; i++) {
      pane.say(new Message.Note("News " + i + "."));
    }
    assertThat(drawn(20)).contains("News 2.", "News 4.").doesNotContain("News 1.");

    pane.forget();

    assertThat(drawn(20)).doesNotContain("News");
  }
}
