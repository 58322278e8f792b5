package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.ropewalk.engine.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log is kept within bounds, whatever a program writes. */
final class LogLinesTest {
  private final LogLines log = new LogLines();

  private void write(String text) {
    log.accept(new Frame(StreamType.STDOUT, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void of_a_line_without_end_the_beginning_is_kept() {
    write("begun ");
    for (int i = 0; i < 100; i++) {
      write("x".repeat(16 * 1024));
    }
    write("\nnext\n");

    List<LogLine> lines = log.all();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().text()).startsWith("begun x").hasSize(LogLines.LONGEST_LINE);
    assertThat(lines.getLast().text()).isEqualTo("next");
  }

  @Test
  void of_lines_without_end_the_last_are_kept() {
    String line = "y".repeat(16 * 1024 - 1);
    for (int i = 0; i < 1000; i++) {
      write(line + "\n");
    }
    write("last\n");

    List<LogLine> lines = log.all();

    assertThat(lines.getLast().text()).isEqualTo("last");
    assertThat(lines.stream().mapToInt(each -> each.text().length()).sum())
        .isBetween(LogLines.MOST - line.length() - 1, LogLines.MOST);
  }
}
