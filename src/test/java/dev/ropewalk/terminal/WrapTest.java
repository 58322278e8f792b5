package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The work of wrapping, counted in characters that are looked at. */
class WrapTest {
  private static final int LENGTH = 60_000;
  private static final int WIDTH = 80;

  static Stream<Arguments> longLines() {
    return Stream.of(
        Arguments.of("one word", "x".repeat(LENGTH)),
        Arguments.of("words", "four ".repeat(LENGTH / 5)),
        Arguments.of("blanks", "x" + " ".repeat(LENGTH) + "y"),
        Arguments.of("paths", "/usr".repeat(LENGTH / 4)),
        Arguments.of("wide letters", "漢".repeat(LENGTH)),
        Arguments.of("wide and narrow letters", "漢a".repeat(LENGTH / 2)),
        Arguments.of("letters with a mark", "e\u0301".repeat(LENGTH / 2)),
        Arguments.of("one letter with many marks", "e" + "\u0301".repeat(LENGTH)),
        Arguments.of("joined signs", "👩\u200d🔧".repeat(LENGTH / 5)),
        Arguments.of("one sign, joined without end", "👩\u200d".repeat(LENGTH / 3)),
        Arguments.of("flags", "🇫🇷".repeat(LENGTH / 4)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longLines")
  void each_character_of_a_long_line_is_looked_at_a_few_times(String name, String text) {
    Counted counted = new Counted(text);

    List<AttributedString> lines = Wrap.lines(counted, WIDTH);

    assertThat(counted.looked).as("characters looked at").isLessThan(200L * text.length());
    assertThat(lines).allMatch(line -> line.columnLength() <= WIDTH);
    assertThat(String.join("", lines.stream().map(AttributedString::toString).toList()))
        .as("nothing is lost but blanks")
        .isEqualToIgnoringWhitespace(text);
  }

  /** A text that counts what is asked of it; a part of it as if all of that were looked at. */
  @NullMarked
  private static final class Counted extends AttributedString {
    private long looked;

    Counted(String text) {
      super(text);
    }

    @Override
    public char charAt(int index) {
      looked++;
      return super.charAt(index);
    }

    @Override
    public AttributedString subSequence(int start, int end) {
      looked += end - start;
      return super.subSequence(start, end);
    }

    @Override
    public IntStream chars() {
      looked += length();
      return super.chars();
    }

    @Override
    public String toString() {
      looked += length();
      return super.toString();
    }
  }
}
