package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both builders tell of the same instruction in the same words. */
final class HistoryFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "/bin/sh -c #(nop)  CMD [\"redis-server\"]; CMD [\"redis-server\"]",
        "/bin/sh -c #(nop) COPY file:1a2b in /app ; COPY file:1a2b in /app",
        "/bin/sh -c apt-get update; RUN apt-get update",
        "|1 A=b /bin/sh -c make; RUN make",
        "RUN /bin/sh -c apt-get update # buildkit; RUN apt-get update",
        "RUN |2 A=b C=d /bin/sh -c make # buildkit; RUN make",
        "COPY a b # buildkit; COPY a b",
        "CMD [\"redis-server\"]; CMD [\"redis-server\"]",
        "bash; bash",
      })
  void an_instruction_is_told_as_in_a_dockerfile(String createdBy, String instruction) {
    assertThat(HistoryFacts.instruction(createdBy)).isEqualTo(instruction);
  }
}
