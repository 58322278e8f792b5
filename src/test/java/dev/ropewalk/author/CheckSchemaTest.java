package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ropewalk.check.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema, read by somebody else's validator. */
final class CheckSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(CheckSchema.print(), InputFormat.JSON);

  static List<Path> ours() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("checks"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void every_check_file_of_this_course_is_accepted(Path file) {
    assertThat(errors(text(file))).isEmpty();
  }

  static List<Language.NounShape> nouns() {
    return Language.nouns();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nouns")
  void the_example_of_a_noun_is_accepted(Language.NounShape noun) {
    String check = noun.example().strip().replace("\n", "\n          ");
    String step = "steps:\n  run-it:\n    checks:\n        - %s\n    solution: docker ps\n";

    assertThat(errors(step.formatted(check))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-list-at-the-top",
        "bad-durations",
        "bad-events",
        "bad-inside",
        "check-is-a-text",
        "checks-is-a-mapping",
        "empty-checks",
        "empty-expectation",
        "expectation-is-a-word",
        "key-of-another-noun",
        "matcher-of-another-type",
        "no-expectation",
        "no-noun",
        "no-sentence",
        "no-steps",
        "step-is-a-text",
        "steps-is-a-list",
        "two-nouns",
        "unknown-attribute",
        "unknown-check-key",
        "unknown-matcher",
        "unknown-noun",
        "unknown-step-key",
        "unknown-top-key",
        "value-of-another-kind",
      })
  void a_file_of_the_wrong_form_is_refused(String name) {
    assertThat(errors(text(Path.of("src/test/resources/broken", name + ".yaml")))).isNotEmpty();
  }

  @Test
  void a_variable_may_stand_where_a_number_is_compared() {
    String check = "{check: Six, container: box, expect: {exit_code: %s}}";

    assertThat(errors(file(check.formatted("\"${code}\"")))).isEmpty();
    assertThat(errors(file(check.formatted("six")))).isNotEmpty();
  }

  @Test
  void what_is_compared_with_a_captured_value_is_a_value_or_a_name() {
    String check = "{check: Six, container: box, expect: {exit_code: {same_as: %s}}}";

    assertThat(errors(file(check.formatted("first_code")))).isEmpty();
    assertThat(errors(file(check.formatted("\"${first_code}\"")))).isEmpty();
    assertThat(errors(file(check.formatted("6")))).isEmpty();
    assertThat(errors(file(check.formatted("6 of them")))).isNotEmpty();
    assertThat(errors(file(check.replace("same_as", "differs_from").formatted("first-code"))))
        .isNotEmpty();
  }

  @Test
  void a_size_may_be_a_share_of_another() {
    String check = "{check: Small, image: slim, expect: {size: {at_most: %s}}}";

    assertThat(errors(file(check.formatted("\"50% of ${plain}\"")))).isEmpty();
    assertThat(errors(file(check.formatted("50% of 12m")))).isEmpty();
    assertThat(errors(file(check.formatted("half of 12m")))).isNotEmpty();
  }

  @Test
  void a_sentence_inside_another_has_no_keys_of_a_whole_check() {
    String check = "{check: All, all: [{container: box, expect: absent%s}]}";

    assertThat(errors(file(check.formatted("")))).isEmpty();
    assertThat(errors(file(check.formatted(", within: 5s")))).isNotEmpty();
  }

  private static String file(String check) {
    return "steps: {run-it: {checks: [%s], solution: docker ps}}".formatted(check);
  }

  /** YAML as ropewalk reads it, by the rules of 1.2: {@code 22:22} is a text. */
  private static List<Error> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    try {
      return SCHEMA.validate(new ObjectMapper().writeValueAsString(tree), InputFormat.JSON);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
