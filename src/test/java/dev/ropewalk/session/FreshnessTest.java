package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After which lines nothing is asked for once more before the prompt that no event tells. */
final class FreshnessTest {
  private static final String LANE = "line 7";
  @TempDir private Path folder;
  private Rehearsal play;

  @BeforeEach
  void someStepIsOpen() {
    play = Rehearsal.opened(folder).runs("box").judged(FAILED, PASSED);
  }

  private Freshness after(String line, int requests) {
    ends(line, OptionalInt.of(requests));
    return play.only(Effect.Verify.class).inside();
  }

  private void ends(String line, OptionalInt requests) {
    play.typed(line).input(finished(line, requests)).looked(SampleWorld.with("box"));
  }

  private static Input finished(String line, OptionalInt requests) {
    return new Input.Finished(
        line,
        List.of(),
        LineWords.asked(line),
        LineWords.use(line),
        requests,
        requests.isPresent() ? LANE : "",
        0,
        List.of(),
        Path.of("home"),
        Input.Finished.Shell.LIVES);
  }

  private Rehearsal answers(boolean remembered, Verdict... verdicts) {
    return play.input(new Input.Judged(play.state().round(), Arrays.asList(verdicts), remembered));
  }

  @Test
  void a_line_that_asks_for_nothing_and_only_shows_changes_nothing() {
    assertThat(after("docker --version", 0)).isEqualTo(Freshness.REMEMBERED);
    assertThat(after("ls -l", 0)).isEqualTo(Freshness.REMEMBERED);
  }

  @Test
  void after_it_the_images_are_not_listed_again() {
    play.typed("true").input(finished("true", OptionalInt.of(0)));

    assertThat(play.only(Effect.Look.class).images()).isEqualTo(Freshness.REMEMBERED);
  }

  @Test
  void a_line_that_may_change_a_file_is_followed_by_a_look() {
    assertThat(after("echo word > note.txt", 0)).isEqualTo(Freshness.ANEW);
  }

  @Test
  void a_line_that_had_the_engine_do_something_is_followed_by_a_look() {
    String line = "docker ps";
    play.typed(line).input(SampleAsked.created(LANE, Instant.EPOCH, "other"));
    play.input(finished(line, OptionalInt.of(1)));
    assertThat(play.only(Effect.Look.class).images()).isEqualTo(Freshness.ANEW);
    play.looked(SampleWorld.with("box"));

    assertThat(play.only(Effect.Verify.class).inside()).isEqualTo(Freshness.ANEW);
  }

  @Test
  void what_a_line_does_that_nobody_has_recorded_is_not_known() {
    ends("true", OptionalInt.empty());

    assertThat(play.only(Effect.Verify.class).inside()).isEqualTo(Freshness.ANEW);
  }

  @Test
  void once_the_prompt_is_there_it_is_looked() {
    after("true", 0);

    answers(true, FAILED, PASSED);
    assertThat(play.did()).containsExactly(Effect.Ready.class, Effect.Wake.class);
    play.woken();
    assertThat(play.only(Effect.Verify.class).inside()).isEqualTo(Freshness.ANEW);
    answers(false, PASSED, PASSED);
    play.woken();
    answers(false, PASSED, PASSED);

    assertThat(play.said()).hasAtLeastOneElementOfType(Message.StepDone.class);
  }

  @Test
  void what_was_not_remembered_is_not_looked_at_again() {
    after("true", 0);

    answers(false, FAILED, PASSED);

    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void a_step_does_not_end_by_what_is_remembered() {
    after("true", 0);

    answers(true, PASSED, PASSED);

    assertThat(play.only(Effect.Verify.class).inside()).isEqualTo(Freshness.ANEW);
    assertThat(play.said()).isEmpty();
  }

  @Test
  void whoever_asks_why_is_told_what_is_now() {
    after("true", 0);
    answers(true, FAILED, PASSED);

    play.after(Duration.ofMillis(10)).typed(":why").looked(SampleWorld.with("box"));

    assertThat(play.only(Effect.Verify.class).inside()).isEqualTo(Freshness.ANEW);
  }
}
