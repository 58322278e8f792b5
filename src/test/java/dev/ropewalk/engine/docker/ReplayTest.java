package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

  private final Replay replay = new Replay(START);

  @Test
  void before_the_first_event_it_starts_where_it_was_asked_to() {
    assertThat(replay.from()).isEqualTo(START);
  }

  @Test
  void after_an_event_it_starts_a_little_before_it() {
    replay.isNew(event(START.plusSeconds(10), "start"));

    assertThat(replay.from()).isEqualTo(START.plusSeconds(9));
  }

  @Test
  void it_never_starts_before_it_was_asked_to() {
    replay.isNew(event(START.plusMillis(10), "start"));

    assertThat(replay.from()).isEqualTo(START);
  }

  @Test
  void an_event_that_is_told_again_is_not_new() {
    replay.isNew(event(START, "start"));

    assertThat(replay.isNew(event(START, "start"))).isFalse();
  }

  @Test
  void another_event_of_the_same_moment_or_one_out_of_order_is_new() {
    replay.isNew(event(START.plusNanos(5), "start"));

    assertThat(replay.isNew(event(START.plusNanos(5), "attach"))).isTrue();
    assertThat(replay.isNew(event(START.plusNanos(4), "create"))).isTrue();
  }

  private static EngineEvent event(Instant at, String action) {
    return new EngineEvent.ToContainer(at, action, "c1", "db", "redis", Map.of());
  }
}
