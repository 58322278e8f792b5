package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What learners tell the course, and it does for them, beside shells of their own. */
final class ElsewhereWordsTest {
  @TempDir private Path folder;

  private Rehearsal beside() {
    return Rehearsal.beside(folder).open("first").looked(SampleWorld.REDIS_ONLY);
  }

  private static Input ran(String shell, String line) {
    return new Input.RanElsewhere(shell, line, OptionalInt.of(3), 0, Path.of("there"));
  }

  @Test
  void an_answer_from_a_shell_counts() {
    Rehearsal play = beside().firstStepDone();

    play.input(new Input.Consulted(7, Consultation.ANSWER, "5"));

    assertThat(play.openStep().acts()).contains(new LearnerAct.Answer("5"));
    assertThat(play.did()).containsExactly(Effect.Look.class, Effect.Review.class);
  }

  @Test
  void a_line_that_only_asks_the_course_is_none_of_the_learners() {
    Rehearsal play = beside();
    for (String line : List.of("ropewalk status", " ./bin/ropewalk why", "ropewalk answer 5 6")) {
      play.input(new Input.BeganElsewhere("shell-1", line));
      assertThat(play.state().runningElsewhere()).as(line).isEmpty();
      assertThat(play.input(ran("shell-1", line)).effects()).as(line).isEmpty();
    }

    play.input(new Input.BeganElsewhere("shell-1", "ropewalk check 10 | less"));
    play.input(new Input.BeganElsewhere("shell-2", "sleep 9; ropewalk status"));
    assertThat(play.state().runningElsewhere()).hasSize(2);
  }

  @Test
  void a_step_that_is_retried_has_its_checks_shown_again() {
    Rehearsal play = beside().judged(FAILED, FAILED).typed(":retry");

    play.looked(SampleWorld.REDIS_ONLY);

    assertThat(play.did()).endsWith(Effect.Ready.class, Effect.Verify.class);
    assertThat(play.judged(FAILED, FAILED).said())
        .singleElement()
        .isInstanceOf(Message.Verdicts.class);
  }

  /** Their shells and ropewalk's own are in folders of their own. */
  @Test
  void a_skip_runs_in_the_folder_in_which_the_learner_works() {
    Rehearsal play = beside().input(ran("shell-1", "ls")).looked(SampleWorld.REDIS_ONLY);
    play.judged(FAILED, FAILED).typed(":skip").looked(SampleWorld.REDIS_ONLY);

    assertThat(play.line()).isEqualTo("cd -- there");
    assertThat(play.finished("cd -- there").line()).startsWith("docker create");
  }

  @Test
  void what_may_replace_a_file_of_the_learners_is_asked_about() {
    State beside = beside().state();
    for (String line : List.of("echo FROM debian > Dockerfile", "cp a b", "x | tee y", "a >>b")) {
      assertThat(WhereTheyWork.mayReplaceFiles(beside, List.of(line))).as(line).isTrue();
    }
    for (String line :
        List.of("docker ps 2>&1", "ls >/dev/null", "docker cp web:/a .", "a 2>/dev/null")) {
      assertThat(WhereTheyWork.mayReplaceFiles(beside, List.of(line))).as(line).isFalse();
    }
    State prompt = Rehearsal.opened(folder).state();
    assertThat(WhereTheyWork.mayReplaceFiles(prompt, List.of("echo >x"))).isFalse();
  }

  @Test
  void what_talks_to_the_engine_through_the_course_is_named_before_it_is_cut_off() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", "docker logs -f box"));

    play.typed(":quit").input(new Input.Jobs(List.of(), List.of("shell-1", "shell-2")));

    assertThat(play.said())
        .containsExactly(
            new Message.Note(Phrases.cutOff(List.of("docker logs -f box", "shell-2"))));
    assertThat(play.typed(":quit").effects()).endsWith(new Effect.Quit());
  }

  @Test
  void the_line_that_asks_for_the_status_is_not_among_what_runs() {
    Rehearsal play =
        beside().input(new Input.BeganElsewhere("shell-1", "sleep 1; bin/ropewalk status | cat"));

    play.input(new Input.Consulted(7, Consultation.STATUS, ""));

    assertThat(play.only(Effect.Reply.class).messages().toString()).doesNotContain("shells run");
  }
}
