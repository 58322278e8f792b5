package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.LogLine;
import dev.ropewalk.engine.LogLine.Stream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines of a log are late enough. */
final class ContainerLogTest {
  private static final Instant OPENED = Instant.parse("2030-01-01T00:00:05.5Z");

  @Test
  void lines_of_an_earlier_moment_are_left_out_within_the_same_second_too() {
    List<LogLine> lines =
        List.of(
            new LogLine(Stream.OUT, "2030-01-01T00:00:05.499999999Z early"),
            new LogLine(Stream.ERR, "2030-01-01T00:00:05.500000000Z just then"),
            new LogLine(Stream.OUT, "2030-01-01T00:00:06.000000000Z  with a space"),
            new LogLine(Stream.OUT, "2030-01-01T00:00:07.000000000Z "));

    assertThat(ContainerLog.later(lines, OPENED))
        .containsExactly(
            new LogLine(Stream.ERR, "just then"),
            new LogLine(Stream.OUT, " with a space"),
            new LogLine(Stream.OUT, ""));
  }
}
