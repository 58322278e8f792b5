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
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.nio.file.Path;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** What stands beside the learner's own shells. */
final class WatchPaneTest {
  private static final Sheet SHEET = new Sheet(72, Palette.none(), Glyphs.UNICODE);
  private static final Lesson LESSON =
      Course.open(Path.of("")).lesson(new LessonId("start-and-stop"));

  private final WatchPane pane = new WatchPane();

  private String drawn(int rows) {
    List<AttributedString> lines = pane.draw(SHEET, rows);
    assertThat(lines).hasSize(rows);
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
    pane.say(new Message.LessonText(LESSON));
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

  @Test
  void a_low_terminal_keeps_the_end_of_the_task_the_checks_and_the_keys() {
    atStep(1).say(verdicts(failed()));

    assertThat(drawn(9)).contains("There is no container", "q quit").doesNotContain("1/6");
    assertThat(drawn(2)).contains("q quit");
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
