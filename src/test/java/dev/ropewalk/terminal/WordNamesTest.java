package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.session.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How ropewalk's words are named to somebody who has no prompt to type them at. */
final class WordNamesTest {
  private static final Sheet SHEET = Sheets.plain(120);
  private static final Pattern NAMED = Pattern.compile("`:[a-z]+[^`]*`");

  private static String drawn(WordNames names, String text) {
    return SHEET.print(SHEET.with(names).prose(Role.PLAIN, text)).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KEYS | Type `:answer` and the number. | Type `ropewalk answer` and the number.",
        "KEYS | `:reset` begins the lesson again. | The key `x` begins the lesson again.",
        "KEYS | Wrong. `:retry` sets the stage. | Wrong. The key `r` sets the stage.",
        "KEYS | `:hint` helps, `:skip` does it. | The key `h` helps, the key `s` does it.",
        "KEYS | Name it: `:goto LESSON/STEP`. | Name it: `ropewalk watch LESSON` (after the key `q`).",
        "KEYS | Mount it with `:ro`, tag `redis:latest`. | Mount it with `:ro`, tag `redis:latest`.",
        "BESIDE_KEYS | `:hint` or `:skip`. | `ropewalk hint` or the key `s` of `ropewalk watch`.",
        "BESIDE_KEYS | Type `:answer 5`. | Type `ropewalk answer 5`.",
        "BESIDE_PROMPT | `:hint` or `:skip`. | `ropewalk hint` or `:skip`.",
        "PROMPT | `:hint` or `:skip`. | `:hint` or `:skip`."
      })
  void a_word_has_the_name_that_does_the_same_where_it_is_read(
      WordNames names, String text, String shown) {
    assertThat(drawn(names, text)).isEqualTo(shown);
  }

  /** Wherever the text stands: in our code or in a lesson. */
  @ParameterizedTest
  @EnumSource(names = {"KEYS", "BESIDE_KEYS"})
  void no_text_names_a_word_to_be_typed_where_there_is_no_prompt(WordNames names)
      throws IOException {
    List<String> found = named();

    assertThat(found).hasSizeGreaterThan(20);
    assertThat(found)
        .allSatisfy(text -> assertThat(drawn(names, "Do " + text)).doesNotContain("`:"));
  }

  @ParameterizedTest
  @EnumSource(Word.class)
  void every_word_has_a_key_or_is_a_command(Word word) {
    boolean command =
        Stream.of(Word.ANSWER, Word.STEP, Word.HELP, Word.GOTO).anyMatch(word::equals);

    assertThat(WatchKey.of(word).isPresent()).isEqualTo(!command);
  }

  @Test
  void the_same_holds_inside_of_markdown() {
    String text = "**Do:** Type `:answer` and the word.";

    assertThat(
            SHEET.print(
                new MarkdownView(SHEET.with(WordNames.KEYS))
                    .lines(org.commonmark.parser.Parser.builder().build().parse(text))))
        .contains("Type `ropewalk answer` and");
  }

  /** Every text of ours that names a word, as it is written. */
  private static List<String> named() throws IOException {
    List<String> found = new ArrayList<>();
    for (String folder : List.of("src/main/java/dev/ropewalk", "lessons")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(WordNamesTest::isText).toList()) {
          Matcher names = NAMED.matcher(Files.readString(file));
          while (names.find()) {
            if (isWord(names.group())) {
              found.add(names.group());
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean isText(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && (name.endsWith(".java") || name.endsWith(".md"));
  }

  /** Not, for instance, the {@code :ro} of a mount. */
  private static boolean isWord(String code) {
    String spelled = code.substring(2).split("[ `]", 2)[0];
    return Stream.of(Word.values()).anyMatch(word -> word.word().equals(spelled));
  }
}
