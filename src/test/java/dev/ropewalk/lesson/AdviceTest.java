package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.language.Language;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.lesson.CheckTree.Spot;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever does what a message advises is not refused by another one: the advice of every message is
 * put into the file where it points, and the reader must have nothing more to say of that place.
 */
final class AdviceTest {
  private static final Path BROKEN = Path.of("src", "test", "resources", "broken");
  private static final Source PROSE = new Source("lesson", "# Broken\n\n## Run it\n\nGo.\n");

  /** What no tool can do for an author, each with the reason. */
  private static final Map<String, String> FOR_PEOPLE =
      Map.ofEntries(
          Map.entry(
              "make one with `printf.*", "only the author knows the text that the hash is of"),
          Map.entry("name one below the course's folder.*", "only the author knows which folder"),
          Map.entry("name files of that folder.*", "only the author knows which file"),
          Map.entry("make it beside `lessons/`.*", "a folder is no part of the check file"),
          Map.entry("write `.{1,5}` where it ends", "only the author knows where"),
          Map.entry("write what follows it, or remove .*", "only the author knows what follows"),
          Map.entry("write command lines", "only the author knows which"),
          Map.entry("use small letters, .*", "only the author knows the name"),
          Map.entry("write what must be the case", "only the author knows what that is"),
          Map.entry("add at least one sentence", "only the author knows which"),
          Map.entry("add one of: container, .*", "only the author knows what the check is about"),
          Map.entry("write `- \\{when: .*", "only the author knows when to say what"),
          Map.entry("capture from a check of .*", "another check must be chosen or written for it"),
          Map.entry(
              "add for instance `capture: .*", "another check must be chosen or written for it"));

  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> refused = new ArrayList<>();

  @Test
  void the_advice_for_every_broken_file_is_accepted() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        Optional<YamlNode> root = tree(Files.readAllBytes(file));
        root.ifPresent(this::follow);
      }
    }

    assertThat(done).hasSizeGreaterThan(100);
    assertThat(FOR_PEOPLE.keySet())
        .allMatch(
            words -> done.stream().anyMatch(said -> said.matches("(?s).* / " + words)),
            "is said of one of the broken files");
    assertThat(refused).isEmpty();
  }

  @Test
  void the_advice_for_every_matcher_of_every_attribute_is_accepted() {
    for (Language.NounShape noun : Language.nouns()) {
      for (Shape.Key attribute : attributes(noun)) {
        if (attribute.shape() instanceof Shape.Matched(var type)) {
          for (String bad : List.of("x y", "[a]", "{a: b}", "~", "[]", "{}", "[{a: b}]", "-1")) {
            follow(sentence(noun, attribute.name(), bad));
            for (Language.MatcherShape word : Language.matchers(type)) {
              follow(sentence(noun, attribute.name(), "{" + word.word() + ": " + bad + "}"));
            }
          }
        }
      }
    }

    assertThat(done).hasSizeGreaterThan(100);
    assertThat(refused).isEmpty();
  }

  private static List<Shape.Key> attributes(Language.NounShape noun) {
    return noun.properties().keys().stream()
        .filter(key -> key.name().equals("expect"))
        .flatMap(
            key ->
                key.shape() instanceof Shape.Either(var forms)
                    ? forms.stream()
                    : Stream.of(key.shape()))
        .flatMap(shape -> shape instanceof Shape.Keys(var keys, _) ? keys.stream() : Stream.of())
        .toList();
  }

  /** The example of a noun, with something else expected. */
  private static YamlNode sentence(Language.NounShape noun, String attribute, String value) {
    YamlNode.Mapping expect =
        (YamlNode.Mapping) CheckTree.read("expect: {" + attribute + ": " + value + "}");
    YamlNode check = CheckTree.read(noun.example());
    String text = CheckTree.written(CheckTree.merged(check, new Spot(List.of(), false), expect));
    return CheckTree.read(
        "steps: {run-it: {checks: [" + text + "], solution: docker run -d --name box redis}}");
  }

  private static Optional<YamlNode> tree(byte[] file) {
    Problems problems = new Problems(new Source("checks", new String(file)));
    Optional<YamlNode> root = Yaml.read(problems);
    return problems.none() ? root : Optional.empty();
  }

  private void follow(YamlNode written) {
    String text = CheckTree.written(written);
    YamlNode root = CheckTree.read(text);
    for (Diagnostic diagnostic : found(text)) {
      boolean first =
          diagnostic.source().name().equals("checks")
              && done.add(diagnostic.message() + " / " + diagnostic.fix());
      if (first && FOR_PEOPLE.keySet().stream().noneMatch(diagnostic.fix()::matches)) {
        boolean accepted =
            CheckTree.at(root, diagnostic.place()).stream()
                .flatMap(spot -> Advice.of(root, spot, diagnostic.fix()).stream())
                .anyMatch(mended -> accepts(mended, diagnostic));
        if (!accepted) {
          refused.add(diagnostic.format());
        }
      }
    }
  }

  /** Whether nothing is said of the mended place, and what was said is said nowhere any more. */
  private static boolean accepts(Advice.Mended mended, Diagnostic diagnostic) {
    String text = CheckTree.written(mended.root());
    Optional<Place> place = CheckTree.place(CheckTree.read(text), mended.spot());
    // A mapping in the place of a word is right, and may still lack what a mapping there has.
    boolean mapping = diagnostic.fix().startsWith("write it as `key: value`");
    return found(text).stream()
        .noneMatch(
            found ->
                !(mapping && found.message().matches(".*(need|take|has no|has either).*"))
                    && (place
                            .filter(
                                p ->
                                    p.line() == found.place().line()
                                        && p.column() == found.place().column())
                            .isPresent()
                        || (place.isEmpty() && found.message().equals(diagnostic.message()))));
  }

  private static List<Diagnostic> found(String text) {
    try {
      Lesson unused =
          LessonReader.read(
              new LessonId("broken"),
              Seed.NONE,
              Path.of("").toAbsolutePath(),
              PROSE,
              new Source("checks", text));
      return List.of();
    } catch (BrokenSource broken) {
      return broken.diagnostics();
    }
  }
}
