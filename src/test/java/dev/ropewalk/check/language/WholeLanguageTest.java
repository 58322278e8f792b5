package dev.ropewalk.check.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Capture;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description of the language promises to teachers is there, and is read as meant. */
final class WholeLanguageTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "language");

  @Test
  void a_file_with_every_part_is_read_whole() {
    var lesson = Course.open(FOLDER).lesson(new LessonId("background"));

    assertThat(lesson.needs().images()).containsExactly("redis");
    assertThat(lesson.steps()).hasSize(3);
    var first = lesson.steps().getFirst();
    Check check = first.checks().getFirst();
    assertThat(check.within()).isEqualTo(Duration.ofSeconds(5));
    assertThat(check.holds()).isEqualTo(Duration.ofSeconds(1));
    assertThat(check.capture()).isEqualTo(Map.of("first_id", new Capture("id", Optional.empty())));
    assertThat(check.points()).isEqualTo(2);
    assertThat(first.accept()).hasSize(1);
    assertThat(first.hints()).hasSize(2);
    assertThat(first.mistakes()).hasSize(2);
    assertThat(first.prose()).contains("on port 12345.");
  }

  @Test
  void every_sentence_is_read_as_it_is_meant() throws IOException {
    List<Check> checks = new ArrayList<>();
    Course.open(FOLDER)
        .lesson(new LessonId("background"))
        .steps()
        .forEach(step -> checks.addAll(step.checks()));
    Problems problems =
        new Problems(
            new Source("sentences.yaml", Files.readString(FOLDER.resolve("sentences.yaml"))));
    NodeReader reading = new NodeReader(problems, List.of("token"));
    YamlNode.Sequence list = (YamlNode.Sequence) Yaml.read(problems).orElseThrow();

    list.items().forEach(node -> CheckReader.read(node, reading).ifPresent(checks::add));

    assertThat(problems.all()).isEmpty();
    assertThat(checks).hasSize(3 + list.items().size());
    StringBuilder typed = new StringBuilder();
    checks.forEach(check -> typed.append(typed(check)));
    Golden.assertSame("language.txt", typed.toString());
  }

  /** The record that a sentence became, without what every attribute says of itself. */
  private static String typed(Check check) {
    String claim =
        check
            .claim()
            .toString()
            .replaceAll("Attribute\\[name=(\\w+), type=.*?, doc=.*?, read=[^\\]]*\\]", "$1")
            .replaceAll("RecordOf\\[.*?shorthand=[^\\]]*\\]", "RecordOf")
            .replaceAll("Word\\[allowed=\\[[^\\]]*\\]\\]", "Word")
            .replaceAll("\\S+\\$\\$Lambda[^,\\]]*", "_");
    return "%s%n  %s%n".formatted(check.sentence(), claim);
  }

  static List<String> nouns() throws IOException {
    return Files.readAllLines(FOLDER.resolve("nouns.txt"));
  }

  @ParameterizedTest
  @MethodSource("nouns")
  void a_noun_has_every_attribute_that_is_promised(String line) {
    String noun = line.substring(0, line.indexOf(':'));
    Set<String> promised =
        new TreeSet<>(Stream.of(line.substring(noun.length() + 1).split(" ")).toList());
    promised.remove("");

    Optional<Language.NounShape> found =
        Language.nouns().stream().filter(each -> each.word().equals(noun)).findFirst();

    assertThat(found).as(noun).isPresent();
    Set<String> words = new TreeSet<>();
    words(found.get().subject(), words);
    words(found.get().properties(), words);
    assertThat(words).containsAll(promised);
  }

  @Test
  void there_are_the_matchers_that_are_promised_and_no_others() {
    assertThat(Language.matcherWords())
        .extracting(Language.Term::word)
        .containsExactlyInAnyOrder(
            "not contains starts_with ends_with matches one_of at_least at_most between version size hashed exists absent empty count all any none exactly in_order same_as differs_from"
                .split(" "));
  }

  private static void words(Shape shape, Set<String> words) {
    switch (shape) {
      case Shape.Keys(var keys, _) ->
          keys.forEach(
              key -> {
                words.add(key.name());
                words(key.shape(), words);
              });
      case Shape.Either(var forms) -> forms.forEach(form -> words(form, words));
      case Shape.Many(var item, _) -> words(item, words);
      case Shape.Named(var value) -> words(value, words);
      case Shape.Exactly(var word, _) -> words.add(word);
      case Shape.Of(var type) -> words(type, words);
      case Shape.Constant(var type) -> words(type, words);
      case Shape.Matched(var type) -> words(type, words);
      case Shape.Captured _, Shape.WholeCheck _, Shape.Sentence _ -> {}
    }
  }

  private static void words(Type type, Set<String> words) {
    switch (type) {
      case Type.Word(var allowed) -> words.addAll(allowed);
      case Type.ListOf(var item) -> words(item, words);
      case Type.RecordOf(var fields, _, _) ->
          fields.forEach(
              (name, field) -> {
                words.add(name);
                words(field, words);
              });
      case Type.Single _, Type.TableOf _ -> {}
    }
  }
}
