package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownViewTest {
  private static final Path SOURCE = Path.of("src/test/resources/golden/terminal/every-form.md");

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void every_form_is_drawn_at_each_width(int width) throws IOException {
    Sheet sheet = Sheets.plain(width);

    String drawn = new MarkdownView(sheet).render(parsed(Files.readString(SOURCE)));

    Golden.assertSame("terminal/markdown-%s.txt".formatted(width), drawn);
  }

  @Test
  void meaning_is_shown_in_colour() throws IOException {
    Sheet sheet = Sheets.colourful(80);

    List<AttributedString> lines = new MarkdownView(sheet).lines(parsed(Files.readString(SOURCE)));

    Golden.assertSame("terminal/markdown-80.sgr.txt", Sheets.visible(sheet, lines));
  }

  @Test
  void a_poor_terminal_gets_ascii_signs() throws IOException {
    Sheet sheet = Sheets.ascii(80);

    String drawn = new MarkdownView(sheet).render(parsed(Files.readString(SOURCE)));

    Golden.assertSame("terminal/markdown-80.ascii.txt", drawn);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 47, 50, 63, 80, 99, 120})
  void no_line_is_wider_than_the_sheet(int width) throws IOException {
    List<AttributedString> lines =
        new MarkdownView(Sheets.plain(width)).lines(parsed(Files.readString(SOURCE)));

    assertThat(lines).allSatisfy(line -> assertThat(line.columnLength()).isBetween(0, width));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 50, 80, 120})
  void no_word_is_lost_by_wrapping(int width) throws IOException {
    String words = "`docker run -d` and a [link](https://example.org/a/long/path/to/it) of *many*";

    String drawn = new MarkdownView(Sheets.plain(width)).render(parsed(words));

    assertThat(drawn.replaceAll("\\s", ""))
        .isEqualTo("`dockerrun-d`andalink(https://example.org/a/long/path/to/it)ofmany");
  }

  @Test
  void a_piece_of_code_is_kept_together_where_it_fits_on_a_line() {
    String text = "It takes exactly one command: `docker run -d --name redistest redis`.";

    List<String> lines = plain(40, text);

    assertThat(lines)
        .containsExactly(
            "It takes exactly one command:", "`docker run -d --name redistest redis`.");
  }

  @Test
  void a_piece_of_code_longer_than_a_line_is_left_to_the_terminal() {
    String text = "`docker run -d --name redistest --publish 12345:6379 redis`";

    List<String> lines = plain(40, text);

    assertThat(lines).containsExactly("docker run -d --name redistest --publish 12345:6379 redis");
  }

  @Test
  void a_command_in_a_block_that_is_too_long_is_one_command_to_whoever_copies_it() {
    String block = "```console\ndocker run -d --name deep redis --port 6379 --appendonly no\n```\n";

    assertThat(new MarkdownView(Sheets.plain(50)).render(parsed(block)))
        .isEqualTo("    docker run -d --name deep redis --port 6379 \\\n    --appendonly no\n");
  }

  @Test
  void control_characters_and_escapes_are_shown_not_sent() {
    String text = "a\033[2J\007b \u009b31m \u202egnp.exe `\033]0;x\007`\n\n```\n\033[31m\b\n```\n";

    String drawn = new MarkdownView(Sheets.plain(80)).render(parsed(text));

    assertThat(drawn).isEqualTo("a^[[2J^Gb �31m gnp.exe `^[]0;x^G`\n\n    ^[[31m^H\n");
  }

  @Test
  void blocks_of_a_step_are_drawn_without_their_document() {
    Node document = parsed("## Title\n\none\n\ntwo\n");
    List<Node> body = TerminalNodeContext.children(document).subList(1, 3);

    List<AttributedString> lines = new MarkdownView(Sheets.plain(40)).lines(body);

    assertThat(lines).extracting(AttributedString::toString).containsExactly("one", "", "two");
  }

  @Test
  void a_note_holds_markdown_beside_its_bar() {
    Node document = parsed("Start a container:\n\n- named `redistest`\n- in the background\n");

    List<AttributedString> lines =
        new MarkdownView(Sheets.plain(40)).lines(new Note(Role.TASK, "Task"), List.of(document));

    assertThat(lines)
        .extracting(AttributedString::toString)
        .containsExactly(
            "▌ Task",
            "▌ Start a container:",
            "▌",
            "▌   • named `redistest`",
            "▌   • in the background");
  }

  @Test
  void an_empty_document_is_no_lines() {
    assertThat(new MarkdownView(Sheets.plain(40)).lines(parsed("<!-- nothing -->\n"))).isEmpty();
  }

  private static List<String> plain(int width, String markdown) {
    return new MarkdownView(Sheets.plain(width))
        .lines(parsed(markdown)).stream().map(AttributedString::toString).toList();
  }

  private static Node parsed(String markdown) {
    return Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
  }
}
