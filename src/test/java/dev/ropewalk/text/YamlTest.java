package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML with places. What is said of broken YAML is in the golden files of broken check files. */
final class YamlTest {
  private final Problems[] last = new Problems[1];

  private Optional<YamlNode> read(String text) {
    last[0] = new Problems(new Source("a.yaml", text));
    return Yaml.read(last[0]);
  }

  private YamlNode.Mapping mapping(String text) {
    return (YamlNode.Mapping) read(text).orElseThrow();
  }

  private List<String> said() {
    return last[0].all().stream()
        .map(d -> d.place().line() + ":" + d.place().column() + " " + d.message())
        .toList();
  }

  /** What an author means by these is what stands there; YAML 1.1 had other ideas. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "22:22",
        "on",
        "off",
        "yes",
        "010",
        "0x1F",
        "1e3",
        "1_000",
        "2030-01-01",
        "6379/tcp"
      })
  void a_plain_value_stays_as_it_was_written(String text) {
    assertThat(mapping("a: " + text).entry("a").orElseThrow().value())
        .isEqualTo(new YamlNode.Scalar(new Place(1, 4, text.length()), text, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "a: 'it''s'|it's",
        "a: \"x\\ty\"|x\ty",
        "a: \"\"|%%",
        "a: '5'|5",
      })
  void a_quoted_value_is_no_plain_one(String text, String value) {
    var scalar = (YamlNode.Scalar) mapping(text).entry("a").orElseThrow().value();

    assertThat(scalar.text()).isEqualTo(value);
    assertThat(scalar.plain()).isFalse();
    assertThat(scalar.empty()).isFalse();
  }

  @Test
  void blocks_of_text_keep_or_fold_their_lines() {
    YamlNode.Mapping mapping = mapping("a: |\n  one\n  two\nb: >\n  one\n  two\n");

    assertThat(mapping.entries())
        .extracting(entry -> ((YamlNode.Scalar) entry.value()).text())
        .containsExactly("one\ntwo\n", "one two\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "a: ", "a: null", "a: ~", "a: # nothing"})
  void nothing_is_nothing(String text) {
    assertThat(mapping(text).entry("a").orElseThrow().value())
        .isInstanceOfSatisfying(
            YamlNode.Scalar.class, scalar -> assertThat(scalar.empty()).isTrue());
  }

  @Test
  void every_node_knows_its_place() {
    YamlNode.Mapping root = mapping("steps:\n  - name: box\n    tags: [one, two]\n");
    var list = (YamlNode.Sequence) root.entry("steps").orElseThrow().value();
    var item = (YamlNode.Mapping) list.items().getFirst();
    var tags = (YamlNode.Sequence) item.entry("tags").orElseThrow().value();

    assertThat(root.place()).isEqualTo(new Place(1, 1, 1));
    assertThat(list.place()).isEqualTo(new Place(2, 3, 1));
    assertThat(item.place()).isEqualTo(new Place(2, 5, 1));
    assertThat(item.entries().get(1).key().place()).isEqualTo(new Place(3, 5, 4));
    assertThat(tags.items().get(1).place()).isEqualTo(new Place(3, 17, 3));
    assertThat(said()).isEmpty();
  }

  @Test
  void a_key_that_stands_twice_is_noted_and_the_first_one_kept() {
    YamlNode.Mapping mapping = mapping("a: 1\nb: 2\na: 3\n");

    assertThat(mapping.entries()).hasSize(2);
    assertThat(said()).containsExactly("3:1 the key `a` stands here twice");
  }

  @Test
  void the_same_key_in_two_mappings_is_fine() {
    assertThat(mapping("a: {x: 1}\nb: {x: 1}\n").entries()).hasSize(2);
    assertThat(said()).isEmpty();
  }

  @Test
  void an_alias_ends_the_reading_and_an_anchor_is_noted() {
    assertThat(read("a: &x [1]\nb: *x\n")).isEmpty();

    assertThat(said())
        .containsExactly(
            "1:4 anchors (`&name`) are not allowed", "2:4 aliases (`*name`) are not allowed");
  }

  @Test
  void tags_are_noted_wherever_they_stand() {
    mapping("a: !!int 5\nb: !x {c: 1}\nd: !y [1]\n");

    assertThat(said())
        .containsExactly(
            "1:4 tags (`tag:yaml.org,2002:int`) are not allowed",
            "2:4 tags (`!x`) are not allowed",
            "3:4 tags (`!y`) are not allowed");
  }

  @Test
  void twenty_four_levels_are_enough_for_anybody() {
    assertThat(read("[".repeat(25) + "]".repeat(25))).isPresent();
    assertThat(read("[".repeat(26) + "]".repeat(26))).isEmpty();
    assertThat(said()).containsExactly("1:26 the nesting is deeper than 24 levels");
  }

  @Test
  void a_second_document_is_noted_and_the_first_one_read() {
    assertThat(read("a: 1\n---\nb: 2\n")).isPresent();

    assertThat(said()).containsExactly("3:1 a second document begins here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# a comment\n"})
  void without_a_document_there_is_nothing_and_nothing_wrong(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a:\n\tb: 1", "a: [1\nb: 2", "a: 'x", "a: b: c", "- a\nb: 1", "{", "a: @x", "%"})
  void what_is_no_yaml_is_noted_once_with_a_place(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(said()).hasSize(1).first().asString().contains("this is not YAML");
  }
}
