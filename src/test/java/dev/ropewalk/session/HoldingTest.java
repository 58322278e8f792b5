package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleVerdict.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for a while before a step is done. */
final class HoldingTest {
  @TempDir private Path folder;

  @Test
  void a_container_that_crashes_again_and_again_never_holds() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);

    for (int i = 0; i < 4; i++) {
      play.after(Duration.ofMillis(800)).happens("die", "box").judged(PENDING, PASSED);
      play.after(Duration.ofMillis(100)).happens("start", "box").judged(PASSED, PASSED);
    }
    assertThat(play.state().number()).as("it ran for seconds, but never for one").isEqualTo(1);
    play.woken().judged(PASSED, PASSED);
    assertThat(play.did())
        .as("the next step begins with what is there then")
        .containsExactly(Effect.Look.class);
    play.looked(SampleWorld.with("box"));

    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void what_must_hold_is_done_only_when_it_has_held() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    play.after(Duration.ofMillis(400)).judged(PASSED, PASSED);
    assertThat(play.effects())
        .containsExactly(new Effect.Wake(play.state().round(), Duration.ofMillis(600)));
    play.woken().judged(PASSED, PASSED);

    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void an_event_begins_the_holding_again() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);

    play.after(Duration.ofMillis(900)).happens("die", "box").judged(PASSED, PASSED);

    assertThat(play.only(Effect.Wake.class).after()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void what_fails_while_it_must_hold_is_not_done() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);

    play.woken().judged(FAILED, PASSED);

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Verdicts.class, Message.Keys.class);
    assertThat(play.state().number()).isEqualTo(1);
  }
}
