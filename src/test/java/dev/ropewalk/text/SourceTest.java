package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as sources, and names that were nearly right. */
final class SourceTest {
  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.yaml"), bytes);
  }

  @Test
  void a_file_of_a_mebibyte_is_read_and_one_byte_more_is_too_much() throws IOException {
    byte[] most = "a".repeat((int) Source.MAX_BYTES).getBytes(StandardCharsets.US_ASCII);
    assertThat(Source.read("a", file(most)).text()).hasSize(most.length);

    Path tooLarge = file("a".repeat(most.length + 1).getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> Source.read("a", tooLarge))
        .hasMessage(
            "a:1:1: error: the file is larger than 1 MiB%n  fix: split it, or remove what does not belong in it%n"
                .formatted());
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_text() throws IOException {
    assertThat(Source.read("a", file("\uFEFFx".getBytes(StandardCharsets.UTF_8))).text())
        .isEqualTo("x");
  }

  @Test
  void a_folder_and_a_missing_file_are_refused_by_their_names() {
    assertThatThrownBy(() -> Source.read("checks/a.yaml", folder.resolve("nothing")))
        .hasMessageStartingWith("checks/a.yaml:1:1: error: there is no such file");
    assertThatThrownBy(() -> Source.read("checks/a.yaml", folder))
        .hasMessageStartingWith("checks/a.yaml:1:1: error: the file cannot be read");
  }

  @Test
  void lines_count_from_one_and_have_no_end() {
    Source source = new Source("a", "one\r\ntwo\n");

    assertThat(source.line(1)).isEqualTo("one");
    assertThat(source.line(2)).isEqualTo("two");
    assertThat(source.line(3)).isEmpty();
  }

  @Test
  void places_count_from_one_and_mark_at_least_one_letter() {
    assertThat(new Place(1, 1, 0).length()).isEqualTo(1);
    assertThatThrownBy(() -> new Place(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "stat, state",
    "sttae, state",
    "State, state",
    "exitcode, exit_code",
    "EXIT-CODE, exit_code",
    "imgae, image",
    "im, ''",
    "state, ''",
    "colour, ''",
    "'', ''",
  })
  void the_name_that_was_meant_is_near(String word, String nearest) {
    var names = java.util.List.of("state", "exit_code", "image", "restarts");

    assertThat(Suggestion.nearest(word, names).orElse("")).isEqualTo(nearest);
  }

  @Test
  void of_two_that_are_equally_near_the_one_of_the_same_letters_is_named() {
    assertThat(Suggestion.nearest("sp", java.util.List.of("cp", "ps"))).contains("ps");
  }

  @Test
  void of_two_that_are_equally_near_the_first_of_the_alphabet_is_named() {
    assertThat(Suggestion.nearest("cat", java.util.List.of("rat", "bat", "hat"))).contains("bat");
  }
}
