package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void the_width_is_clamped() {
    assertThat(Sheets.plain(10).width()).isEqualTo(30);
    assertThat(Sheets.plain(300).width()).isEqualTo(120);
  }

  @Test
  void signs_fit_the_charset_and_the_terminal() {
    assertThat(Glyphs.choose(StandardCharsets.UTF_8, "xterm-256color")).isSameAs(Glyphs.UNICODE);
    assertThat(Glyphs.choose(StandardCharsets.US_ASCII, "xterm")).isSameAs(Glyphs.ASCII);
    assertThat(Glyphs.choose(StandardCharsets.ISO_8859_1, "xterm")).isSameAs(Glyphs.ASCII);
    assertThat(Glyphs.choose(StandardCharsets.UTF_8, "linux")).isSameAs(Glyphs.ASCII);
  }

  @Test
  void a_plain_sheet_sends_no_escape() {
    Sheet sheet = Sheets.plain(80);

    assertThat(sheet.print(sheet.text(Role.FAILED, "no"))).isEqualTo("no");
  }

  @Test
  void lines_of_boxes_stay_what_they_are_in_colour() {
    Sheet sheet = Sheets.colourful(80);

    assertThat(sheet.print(sheet.text(Role.PASSED, "── a"))).isEqualTo("\033[38;5;28m── a\033[0m");
  }

  @Test
  void sentences_show_their_code_and_wrap() {
    List<AttributedString> lines =
        Sheets.plain(40).prose(Role.HINT, "Look at what `docker ps -a` says, and then\nagain.");

    assertThat(lines)
        .extracting(AttributedString::toString)
        .containsExactly("Look at what `docker ps -a` says, and", "then", "again.");
  }

  @Test
  void a_full_stop_after_a_command_that_ends_with_a_dot_does_not_change_the_command() {
    String sentence = "Type `docker build .`. Then go on.";

    assertThat(Sheets.colourful(60).prose(Role.HINT, sentence).getFirst().toString())
        .isEqualTo("Type docker build . Then go on.");
    assertThat(Sheets.plain(60).prose(Role.HINT, sentence).getFirst().toString())
        .isEqualTo(sentence);
  }
}
