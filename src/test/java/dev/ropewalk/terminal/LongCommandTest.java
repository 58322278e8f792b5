package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is longer than a line can be copied as one. */
final class LongCommandTest {
  private static final int WIDTH = 40;
  private static final String COMMAND =
      "docker run --name exact localhost:5007/news@sha256:d1c1743e8cad58f0 $(echo a.b)";

  @ParameterizedTest
  @EnumSource(Look.class)
  void it_stands_on_a_line_of_its_own_without_margin_or_full_stop(Look look) {
    List<String> lines =
        drawn(look.sheet(), "It is gone. Type `%s`. Then go on.".formatted(COMMAND));

    assertThat(lines).containsExactly("✗ A check", "  It is gone. Type", COMMAND, "  Then go on.");
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void what_follows_it_directly_stays(Look look) {
    List<String> lines = drawn(look.sheet(), "Two (`%s`) words.".formatted(COMMAND));

    assertThat(lines).containsExactly("✗ A check", "  Two (", COMMAND, "  ) words.");
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void one_that_fits_stays_in_its_sentence(Look look) {
    List<String> lines = drawn(look.sheet(), "Type `docker rm -f box`. Then go on.");

    assertThat(String.join(" ", lines)).contains("docker rm -f box").endsWith("Then go on.");
    assertThat(lines).noneMatch(line -> line.startsWith("docker"));
  }

  @Test
  void a_note_has_it_whole_too() {
    assertThat(Sheets.plain(WIDTH).prose(Role.PLAIN, "Type `%s`.".formatted(COMMAND)))
        .extracting(AttributedString::toString)
        .containsExactly("Type", COMMAND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker volume rm $(docker volume ls -q -f name=^4375de517138 -f name=^cce27785ed7a)",
        "docker run --name box -e 'GREETING=a good morning to you' redis sh -c \"echo it's me\"",
        "docker exec fort sh -c 'echo a text that is longer than the whole line is > /proc/sys/vm/swappiness'"
      })
  void where_the_terminal_may_not_break_it_the_shell_puts_it_together(String command) {
    List<String> lines =
        LongCommand.continued(new AttributedString(command), WIDTH).stream()
            .map(AttributedString::toString)
            .toList();

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
    boolean fits = lines.stream().limit(lines.size() - 1).allMatch(line -> line.endsWith(" \\"));
    assertThat(fits).isEqualTo(!command.contains("longer than"));
    if (fits) {
      assertThat(String.join("\n", lines).replace(" \\\n", " ")).isEqualTo(command);
    }
  }

  /** With backticks around a command, or with a look of its own. */
  private enum Look {
    PLAIN,
    COLOURED;

    Sheet sheet() {
      return this == PLAIN ? Sheets.plain(WIDTH) : Sheets.colourful(WIDTH);
    }
  }

  private static List<String> drawn(Sheet sheet, String reason) {
    return VerdictLine.draw(
            sheet, List.of(new VerdictLine(Mark.FAILED, "A check", List.of(reason))))
        .stream()
        .map(AttributedString::toString)
        .toList();
  }
}
