package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that must have been seen to fail before a pass counts. */
final class BaselineTest {
  private static final Map<String, String> FILES =
      Map.of(
          "lessons/10-close.md",
          "# Close\n\n## Close it\n\nClose the port.\n",
          "checks/10-close.yaml",
          """
          steps:
            close-it:
              checks:
                - {check: it is closed, port: 6379, expect: closed, baseline: differs}
              solution: docker rm -f box
          """);

  @TempDir private Path folder;

  /** A step in which a note is to be written, with a check of something else. */
  private Rehearsal noteBeside(String check) {
    Map<String, String> files =
        Map.of(
            "lessons/10-close.md",
            "# Note\n\n## Close it\n\nWrite a note.\n",
            "checks/10-close.yaml",
            """
            steps:
              close-it:
                checks:
                  - {%s}
                  - {check: there is a note, file: note.txt, expect: {contains: hello}}
                solution: echo hello > note.txt
            """
                .formatted(check));
    return Rehearsal.of(folder, files, Seed.NONE).open("close").looked(SampleWorld.REDIS_ONLY);
  }

  private Rehearsal opened() {
    return Rehearsal.of(folder, FILES, Seed.NONE).open("close").looked(SampleWorld.REDIS_ONLY);
  }

  @Test
  void a_step_that_only_a_file_can_show_asks_for_a_change_of_it() {
    Rehearsal play = noteBeside("check: there is an engine, host: {cgroup: {at_least: 1}}");

    play.judged(SampleVerdict.PASSED, SampleVerdict.PASSED)
        .typed("ls")
        .finished("ls")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED);
    assertThat(play.state().finished()).as("it was so already").isFalse();

    play.typed("rm note.txt")
        .finished("rm note.txt")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(SampleVerdict.PASSED, SampleVerdict.FAILED);
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Verdicts.class, Message.Keys.class);

    play.typed("echo hello > note.txt")
        .finished("echo hello > note.txt")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED);
    assertThat(play.state().finished()).isTrue();
  }

  @Test
  void what_must_stay_as_it_was_may_stand_beside_what_must_change() {
    Rehearsal play = noteBeside("check: the list stays, file: list.txt, expect: {contains: milk}");

    play.judged(SampleVerdict.PASSED, SampleVerdict.FAILED)
        .typed("echo hello > note.txt")
        .finished("echo hello > note.txt")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED);

    assertThat(play.state().finished()).isTrue();
  }

  private static Rehearsal judgedAfterALine(Rehearsal play, Verdict verdict) {
    return play.typed("docker rm -f box")
        .finished("docker rm -f box")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(verdict);
  }

  @Test
  void the_step_is_judged_before_the_prompt_is_given() {
    Rehearsal play = opened();

    assertThat(play.did()).containsExactly(Effect.Verify.class);
    assertThat(play.judged(SampleVerdict.PASSED).did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void what_was_so_from_the_beginning_is_no_pass_however_often_it_is_judged() {
    Rehearsal play = opened().judged(SampleVerdict.PASSED);

    judgedAfterALine(play, SampleVerdict.PASSED);
    judgedAfterALine(play, SampleVerdict.PASSED);

    assertThat(play.state().finished()).isFalse();
    assertThat(play.said())
        .first()
        .isInstanceOfSatisfying(
            Message.Verdicts.class,
            said ->
                assertThat(said.lines().getFirst().verdict())
                    .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed ->
                            assertThat(failed.why().says())
                                .isEqualTo("This was already so when the step opened.")));
  }

  @Test
  void what_was_otherwise_when_the_step_opened_may_pass() {
    Rehearsal play = opened().judged(SampleVerdict.FAILED);

    judgedAfterALine(play, SampleVerdict.PASSED);

    assertThat(play.state().finished()).isTrue();
  }

  @Test
  void what_was_undone_and_done_again_passes() {
    Rehearsal play = opened().judged(SampleVerdict.PASSED);

    judgedAfterALine(play, SampleVerdict.FAILED);
    judgedAfterALine(play, SampleVerdict.PASSED);

    assertThat(play.state().finished()).isTrue();
  }

  @Test
  void what_was_seen_is_on_record_for_another_day() {
    Rehearsal play = opened().judged(SampleVerdict.FAILED);

    Rehearsal again =
        play.again().open("close").looked(SampleWorld.REDIS_ONLY).judged(SampleVerdict.PASSED);
    judgedAfterALine(again, SampleVerdict.PASSED);

    assertThat(play.journal()).filteredOn(Entry.Judged.class::isInstance).hasSize(1);
    assertThat(again.state().finished()).isTrue();
  }

  @Test
  void a_check_that_could_not_be_judged_was_not_seen_otherwise() {
    Rehearsal play = opened().judged(new Verdict.Errored("the engine is away."));

    judgedAfterALine(play, SampleVerdict.PASSED);

    assertThat(play.state().finished()).isFalse();
  }
}
