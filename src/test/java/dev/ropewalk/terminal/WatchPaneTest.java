package dev.ropewalk.terminal;

import static dev.ropewalk.terminal.DrawnPane.LESSON;
import static dev.ropewalk.terminal.DrawnPane.failed;
import static dev.ropewalk.terminal.DrawnPane.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.WorldChange;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands beside the learner's own shells. */
final class WatchPaneTest {
  private final DrawnPane drawn = new DrawnPane();
  private final WatchPane pane = drawn.pane;

  @Test
  void the_diagnosis_stands_under_the_step_and_the_keys_at_the_foot() {
    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    drawn.atStep(1).say(verdicts(failed()));

    Golden.assertSame("watch/failed.txt", drawn.drawn(34));
  }

  @Test
  void a_step_that_is_done_leaves_its_debrief_as_news() {
    drawn.atStep(1).say(verdicts(new Verdict.Passed()));
    pane.say(new Message.StepDone(LESSON.steps().getFirst(), 1, LESSON.steps().size()));
    pane.shells(2);
    drawn.atStep(2).say(verdicts(failed()));

    Golden.assertSame("watch/next.txt", drawn.drawn(34));
  }

  @Test
  void what_changed_stands_above_the_debrief_of_the_step_that_it_ended() {
    pane.say(new Message.Note("Old."));
    pane.say(
        new Message.Changes(
            WorldChange.between(World.EMPTY, Worlds.workshop().volume("data").world())));
    pane.say(new Message.StepDone(LESSON.steps().getFirst(), 1, LESSON.steps().size()));

    assertThat(drawn.drawn(34)).containsSubsequence("+ volume", "The container was created");
    assertThat(drawn.drawn(34)).doesNotContain("Old.");
  }

  @Test
  void what_a_key_has_led_to_is_told_though_the_lesson_begins_again_by_it() {
    drawn.atStep(2);
    pane.forget();
    pane.say(new Message.Note("There is nothing to remove."));

    pane.say(new Message.LessonText(LESSON, Duration.ZERO));
    drawn.atStep(1).say(verdicts(failed()));

    assertThat(drawn.drawn(34)).containsSubsequence(" 1/6", "There is nothing to remove.");
  }

  @Test
  void a_lesson_that_is_done_has_all_its_steps_ticked() {
    drawn.atStep(6);
    assertThat(drawn.drawn(34)).contains("■■■■■□ 6/6");

    pane.say(new Message.LessonDone(LESSON, Optional.empty(), 1, 1, Duration.ZERO));

    assertThat(drawn.drawn(34)).contains("■■■■■■ 6/6");
  }

  @Test
  void a_key_that_takes_time_is_heard_at_once() {
    drawn.atStep(1).works(true);
    assertThat(drawn.drawn(34)).contains("One moment").doesNotContain("h hint");

    pane.works(false);
    assertThat(drawn.drawn(34)).contains("h hint").doesNotContain("One moment");
  }

  @Test
  void changes_one_after_the_other_stand_together() {
    World first = Worlds.workshop().volume("data").world();
    World second = Worlds.workshop().volume("data").volume("more").world();
    pane.say(new Message.Changes(WorldChange.between(Worlds.workshop().world(), first)));
    pane.say(new Message.Changes(WorldChange.between(first, second)));

    assertThat(drawn.drawn(34)).containsPattern("volume data.*\\n\\+ volume more");
  }

  @Test
  void a_skip_shows_the_line_that_was_run_until_the_step_after_it_is_done() {
    pane.say(new Message.Typing("docker stop redistest"));
    pane.print("redistest printed");
    pane.say(new Message.StepDone(LESSON.steps().getFirst(), 1, LESSON.steps().size()));
    drawn.atStep(2);
    assertThat(drawn.drawn(40))
        .containsSubsequence("Done:", "$ docker stop redistest", "redistest printed");

    pane.say(new Message.StepDone(LESSON.steps().get(1), 2, LESSON.steps().size()));
    drawn.atStep(3);
    pane.say(new Message.StepDone(LESSON.steps().get(2), 3, LESSON.steps().size()));
    drawn.atStep(4);

    assertThat(drawn.drawn(40)).doesNotContain("redistest printed");
  }

  @Test
  void an_engine_that_is_away_is_told_below_the_step() {
    drawn.atStep(1).say(verdicts(failed()));
    pane.say(new Message.Trouble("The engine does not answer: nobody listens at unix:///e.sock."));

    assertThat(drawn.drawn(34)).contains("The engine does not answer: nobody listens at");
  }

  @Test
  void a_question_has_keys_of_its_own() {
    drawn
        .atStep(2)
        .say(
            new Message.StagePlan(
                "To do this step, ropewalk runs:", List.of("docker stop redistest")));
    pane.ask(Prompt.Question.RUN);

    Golden.assertSame("watch/asked.txt", drawn.drawn(34));
    assertThat(WatchKey.find(pane.question(), 'Y')).isPresent();
    assertThat(WatchKey.find(pane.question(), 'q')).isEmpty();
  }

  @Test
  void an_answer_is_shown_as_the_command_that_gives_it() {
    String answer = ":answer $(docker ps -q)";
    pane.say(new Message.Typing(answer));
    assertThat(drawn.drawn(20))
        .contains("$ ropewalk answer $(docker ps -q)")
        .doesNotContain(":answer");

    pane.forget();
    pane.say(new Message.Solution(new Script(answer)));
    pane.say(new Message.StagePlan("To do this step, ropewalk runs:", List.of(answer)));
    assertThat(drawn.drawn(20))
        .containsSubsequence("One way", "  ropewalk answer", "To do", "  ropewalk answer")
        .doesNotContain(":answer");
  }

  @Test
  void news_is_read_once_a_key_is_pressed_and_never_more_than_three() {
    for (int i = 1; i <= 4; i++) {
      pane.say(new Message.Note("News " + i + "."));
    }
    assertThat(drawn.drawn(20)).contains("News 2.", "News 4.").doesNotContain("News 1.");

    pane.forget();

    assertThat(drawn.drawn(20)).doesNotContain("News");
  }
}
