package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.Colors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  /** WCAG asks for 3 of large text and 4.5 of small; the middle of the scale is 4.58 to both. */
  private static final double READABLE = 3.5;

  private static final Pattern COLOUR = Pattern.compile("38;5;(\\d+)");

  /** Where both are equally far away; text without a colour has the terminal's own contrast. */
  private static final double MIDDLE = 0.18;

  @Test
  void no_color_means_no_colour() {
    assertThat(Palette.choose(Map.of("NO_COLOR", "1"), 256)).isSameAs(Palette.none());
  }

  @Test
  void an_empty_no_color_means_nothing() {
    assertThat(Palette.choose(Map.of("NO_COLOR", ""), 256)).isSameAs(Palette.full());
  }

  @Test
  void a_dumb_terminal_has_no_colour() {
    assertThat(Palette.choose(Map.of("TERM", "dumb"), 256)).isSameAs(Palette.none());
  }

  @Test
  void without_a_terminal_there_is_no_colour() {
    assertThat(Palette.choose(Map.of(), 0)).isSameAs(Palette.none());
  }

  @Test
  void the_terminal_decides_between_full_and_sixteen() {
    assertThat(Palette.choose(Map.of(), 8)).isSameAs(Palette.sixteen());
    assertThat(Palette.choose(Map.of(), 256)).isSameAs(Palette.full());
    assertThat(Palette.choose(Map.of("COLORTERM", "truecolor"), 8)).isSameAs(Palette.full());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void every_colour_can_be_read_on_black_and_on_white(Role role) {
    Sheet sheet = Sheets.colourful(80);
    Matcher colour = COLOUR.matcher(sheet.print(sheet.text(role, "x")));
    double light = colour.find() ? luminance(Integer.parseInt(colour.group(1))) : MIDDLE;

    assertThat((light + 0.05) / 0.05).isGreaterThan(READABLE);
    assertThat(1.05 / (light + 0.05)).isGreaterThan(READABLE);
  }

  private static double luminance(int colour) {
    int rgb = Colors.DEFAULT_COLORS_256[colour];
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
