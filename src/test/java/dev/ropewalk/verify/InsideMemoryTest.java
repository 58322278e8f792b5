package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.SampleContainer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of the inside of containers, and for how long. */
final class InsideMemoryTest {
  private final InsideMemory memory = new InsideMemory();
  private final FakeEngine engine = new FakeEngine();

  private static String out(Engine asked) {
    return asked
        .exec(SampleContainer.id("box"), List.of("cat", "note"), Duration.ofSeconds(1))
        .out();
  }

  private void holds(String note) {
    engine.exec("box", "cat note", 0, note);
  }

  @Test
  void what_was_seen_is_taken_until_it_is_looked_at_anew() {
    holds("old");
    assertThat(out(memory.anew().over(engine))).isEqualTo("old");
    holds("new");

    InsideMemory.Round remembering = memory.remembering();
    assertThat(out(remembering.over(engine))).isEqualTo("old");
    assertThat(remembering.used()).isTrue();

    InsideMemory.Round anew = memory.anew();
    assertThat(out(anew.over(engine))).isEqualTo("new");
    assertThat(anew.used()).isFalse();
    assertThat(out(memory.remembering().over(engine))).isEqualTo("new");
  }

  @Test
  void where_nothing_is_remembered_it_is_looked() {
    holds("new");

    InsideMemory.Round round = memory.remembering();
    assertThat(out(round.over(engine))).isEqualTo("new");
    assertThat(out(round.over(engine))).isEqualTo("new");

    assertThat(round.used()).as("it has seen it itself").isFalse();
  }

  @Test
  void a_round_that_has_been_left_behind_is_not_remembered() {
    InsideMemory.Round late = memory.anew();
    memory.anew();
    holds("old");
    out(late.over(engine));
    holds("new");

    assertThat(out(memory.remembering().over(engine))).isEqualTo("new");
  }

  @Test
  void an_engine_that_does_not_answer_is_not_remembered() {
    engine.failing(EngineProblem.Kind.TIMEOUT, "It hangs.");
    Engine asked = memory.anew().over(engine);
    assertThatThrownBy(() -> out(asked)).isInstanceOf(EngineProblem.class);
  }
}
