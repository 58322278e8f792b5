package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command of a line has which exit code. */
final class LastPipeTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      nullValues = "none",
      quoteCharacter = '^',
      textBlock =
          """
          docker build . x 2>&1 | tail ~ 0 ~ 1 0 ~ docker:1 tail:0
          a |& b | c ~ 0 ~ 1 2 0 ~ a:1 b:2 c:0
          a ~ 3 ~ 3 ~ a:3
          a; b | c ~ 0 ~ 1 0 ~ b:1 c:0
          a | b; c ~ 0 ~ 0 ~ c:0
          a && b | c ~ 0 ~ 1 0 ~ b:1 c:0
          a && b | c ~ 1 ~ 1 ~ a:1
          a | b && c | d ~ 0 ~ 1 0 ~ c:1 d:0
          a | b && c | d ~ 1 ~ 0 1 ~ none
          a | b || c | d ~ 1 ~ 0 1 ~ c:0 d:1
          a | b || c ~ 0 ~ 1 0 ~ a:1 b:0
          a && b || c ~ 0 ~ 0 ~ none
          a | b & ~ 0 ~ 0 0 ~ none
          a & b | c ~ 0 ~ 1 0 ~ b:1 c:0
          a $(x | y) | b ~ 0 ~ 1 0 ~ a:1 b:0
          a <(x | y) | b "$(z)" ~ 0 ~ 1 0 ~ a:1 b:0
          (a; b) | c ~ 0 ~ 1 0 ~ none
          { a; } | c ~ 0 ~ 1 0 ~ none
          if a | b; then c; fi ~ 0 ~ 0 ~ none
          for i in 1; do a | b; done ~ 0 ~ 1 0 ~ none
          f() { a | b; }; f ~ 0 ~ 1 0 ~ none
          ! a | b ~ 1 ~ 1 0 ~ a:1 b:0
          time a | b ~ 0 ~ 1 0 ~ a:1 b:0
          f ~ 0 ~ 1 0 ~ none
          a | b # | c ~ 0 ~ 1 0 ~ a:1 b:0
          a ~ 0 ~ none ~ none
          """)
  void each_member_has_its_own(String line, int exitCode, String codes, String expected) {
    List<Integer> told =
        codes == null ? List.of() : Arrays.stream(codes.split(" ")).map(Integer::valueOf).toList();

    String members =
        LastPipe.of(line, exitCode, told).members().stream()
            .map(it -> it.command().program().getFirst().text() + ":" + it.exitCode())
            .collect(Collectors.joining(" "));

    assertThat(members).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void a_pipe_goes_on_on_the_next_line_and_after_a_document() {
    assertThat(LastPipe.of("a |\n\n b\n", 0, List.of(1, 0)).members()).hasSize(2);
    assertThat(LastPipe.of("a <<E | b\nx | y\nE", 0, List.of(1, 0)).members()).hasSize(2);
    assertThat(LastPipe.of("a\nb | c", 0, List.of(1, 0)).members()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a | b", "a |& b", "a || b", "a <<E | b\nx\nE", "a | b # c", "a |\nb\nc"})
  void a_whole_line_with_a_pipe_can_be_asked(String line) {
    assertThat(LastPipe.canBeAskedFor(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a |", "a | 'b", "a | b \\", "a <<E | b\nx", "a | b )", "if a | b"})
  void no_other_can(String line) {
    assertThat(LastPipe.canBeAskedFor(line)).isFalse();
  }
}
