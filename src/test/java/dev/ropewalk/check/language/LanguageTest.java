package dev.ropewalk.check.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The language describes itself truly. */
final class LanguageTest {
  static List<Language.NounShape> nouns() {
    return Language.nouns();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nouns")
  void the_example_of_a_noun_is_read_as_a_check_of_it(Language.NounShape noun) {
    Problems problems = new Problems(new Source("example", noun.example()));
    YamlNode node = Yaml.read(problems).orElseThrow();

    Optional<Check> check = CheckReader.read(node, new NodeReader(problems, List.of()));

    assertThat(problems.all()).isEmpty();
    assertThat(check).isPresent();
    assertThat(((YamlNode.Mapping) node).entry(noun.word())).isPresent();
  }

  @Test
  void every_key_and_word_has_its_meaning_told() {
    assertThat(Language.matcherWords()).noneMatch(term -> term.doc().isBlank());
    assertThat(Language.answerFacts()).noneMatch(term -> term.doc().isBlank());
    assertThat(Language.nouns())
        .flatExtracting(noun -> noun.properties().keys())
        .noneMatch(key -> key.doc().isBlank());
  }
}
