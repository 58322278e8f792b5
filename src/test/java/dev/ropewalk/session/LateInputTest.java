package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleVerdict.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes too late, twice, or of nothing, changes nothing. */
final class LateInputTest {
  @TempDir private Path folder;

  @Test
  void verdicts_of_an_older_round_are_ignored() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");
    long old = play.state().round();
    play.happens("die", "box");

    play.judged(old, PASSED, PASSED);

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void verdicts_that_come_twice_are_heard_once() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED).woken();
    long round = play.state().round();
    play.judged(PASSED, PASSED);

    assertThat(play.judged(round, PASSED, PASSED).effects()).isEmpty();
  }

  @Test
  void a_tick_of_an_older_round_is_ignored_so_that_rounds_do_not_multiply() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);
    long old = play.only(Effect.Wake.class).round();
    play.happens("die", "box");

    play.input(new Input.Tick(old));

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void a_tick_after_the_step_is_done_does_nothing() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);
    long old = play.only(Effect.Wake.class).round();
    play.woken().judged(PASSED, PASSED);

    play.input(new Input.Tick(old));

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void the_end_of_a_line_that_nobody_started_is_ignored() {
    assertThat(Rehearsal.opened(folder).finished("docker ps").effects()).isEmpty();
  }
}
