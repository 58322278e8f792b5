package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reading ends at its limits, wherever the hostile text would lead: no clock is needed to see it,
 * the place of the last problem tells.
 */
final class YamlLimitsTest {
  private static final int MANY = 100_000;

  private static Problems read(String text) {
    Problems problems = new Problems(new Source("a.yaml", text));
    Optional<YamlNode> unused = Yaml.read(problems);
    return problems;
  }

  /** Without the limit the reader's stack would not do for so many levels. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"[|26", "{|26", "- |51", "? |51", "{a: |98", "[{|26"})
  void reading_ends_at_the_level_that_is_too_deep(String level, int column) {
    Problems problems = read(level.repeat(MANY));

    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("the nesting is deeper than 24 levels");
              assertThat(problem.place().column()).isEqualTo(column);
            });
  }

  @Test
  void reading_ends_at_the_first_alias() {
    Problems problems = read("a: &a [1, 2]\nb: &b [*a, *a]\nc: [" + "*b, ".repeat(MANY) + "]\n");

    assertThat(problems.all())
        .extracting(problem -> problem.place().line() + ": " + problem.message())
        .containsExactly(
            "1: anchors (`&name`) are not allowed",
            "2: anchors (`&name`) are not allowed",
            "2: aliases (`*name`) are not allowed");
  }

  @Test
  void a_merge_is_no_way_round() {
    Problems problems = read("a: &a {x: 1}\nb: {<<: *a}\n");

    assertThat(problems.all()).last().satisfies(p -> assertThat(p.message()).startsWith("aliases"));
  }

  @Test
  void nothing_is_made_of_a_tag_and_no_more_than_a_hundred_are_told() {
    Problems one = read("a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]");
    Problems many = read("a: [" + "!!str b, ".repeat(MANY) + "]");

    assertThat(one.all())
        .extracting(Diagnostic::message)
        .containsExactly(
            "tags (`tag:yaml.org,2002:javax.script.ScriptEngineManager`) are not allowed",
            "tags (`tag:yaml.org,2002:java.net.URL`) are not allowed");
    assertThat(many.all()).hasSize(100);
  }

  /** It is as long as ten gigabytes; whoever reads it has no memory for it. */
  @Test
  void a_file_that_is_too_large_is_not_read(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.yaml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(10L << 30);
    }

    assertThatThrownBy(() -> Source.read("large.yaml", file))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("the file is larger than 1 MiB");
  }
}
