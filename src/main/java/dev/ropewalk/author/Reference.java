package dev.ropewalk.author;

import dev.ropewalk.check.language.Language;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.lesson.CheckFile;
import dev.ropewalk.text.MarkdownPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference of lessons and of the check language, as Markdown: {@code docs/checks.md}. */
public final class Reference {
  private final MarkdownPage page = new MarkdownPage();

  private Reference() {}

  /**
   * The whole page, with a line end.
   *
   * @param proof what the words of a proof mean, as Markdown
   */
  public static String print(String proof) {
    return new Reference().page(proof);
  }

  private String page(String proof) {
    paragraph("# Lessons and the check language");
    paragraph("Made by `ropewalk author reference` from the tables that check files are read by.");
    LessonReference.addTo(page);
    paragraph("## The check file");
    paragraph("It is YAML, with these keys:");
    table(CheckFile.FILE);
    RunningReference.addTo(page);
    paragraph("## A check");
    paragraph("A check has exactly one noun, the keys of that noun, and these:");
    table(Language.common());
    CheckKeysReference.addTo(page);
    HabitsReference.addTo(page);
    paragraph("## Nouns");
    Language.nouns().forEach(this::noun);
    paragraph("## Matchers");
    paragraph(
        "A bare value means equals, a bare list means exactly these. Several matchers in one mapping must all fit.");
    matchers();
    paragraph("## Values");
    paragraph(
        "Where a value is compared, `${name}` stands for what an earlier check has captured. A size may be a share of another one: `50% of ${plain_size}`.");
    rows(List.of("value", "written as"), values());
    paragraph("## Actions of events");
    paragraph(code(Language.eventActions()));
    paragraph("## What a question can ask for");
    rows(
        List.of("value", "meaning"),
        Language.answerFacts().stream()
            .map(fact -> List.of("`" + fact.word() + "`", fact.doc()))
            .toList());
    paragraph(proof);
    return page.text();
  }

  private void noun(Language.NounShape noun) {
    paragraph("### `" + noun.word() + "`");
    paragraph(noun.doc());
    if (!noun.example().isEmpty()) {
      String[] lines = noun.example().strip().split("\n", -1);
      paragraph("```yaml\n- " + String.join("\n  ", lines) + "\n```");
    }
    Map<String, List<String>> rows = new LinkedHashMap<>();
    row(noun.word(), noun.subject(), "", rows);
    noun.properties().keys().forEach(key -> row(key.name(), key, rows));
    rows(List.of("key", "value", "meaning"), List.copyOf(rows.values()));
    if (!noun.capturable().isEmpty()) {
      paragraph("`capture` takes from it: " + code(noun.capturable()) + ".");
    }
  }

  private void table(Shape.Keys keys) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    keys.keys().forEach(key -> row(key.name(), key, rows));
    rows(List.of("key", "value", "meaning"), List.copyOf(rows.values()));
  }

  private static void row(String path, Shape.Key key, Map<String, List<String>> rows) {
    String need = key.need() == Shape.Need.REQUIRED ? " (required)" : "";
    row(path, key.shape(), key.doc() + need, rows);
  }

  /** A row for a key, and one for each key below it. */
  private static void row(String path, Shape shape, String doc, Map<String, List<String>> rows) {
    rows.putIfAbsent(path, List.of("`" + path + "`", words(shape), doc));
    below(path, shape, rows);
  }

  private static void below(String path, Shape shape, Map<String, List<String>> rows) {
    switch (shape) {
      case Shape.Keys(var keys, _) -> keys.forEach(key -> row(path + "." + key.name(), key, rows));
      case Shape.Either(var shapes) -> shapes.forEach(each -> below(path, each, rows));
      case Shape.Many(var item, _) -> below(path + "[]", item, rows);
      case Shape.Named(var value) -> below(path + ".*", value, rows);
      case Shape.Of _, Shape.Constant _, Shape.Exactly _, Shape.Matched _ -> {}
      case Shape.WholeCheck _, Shape.Sentence _, Shape.Captured _ -> {}
    }
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case Shape.Of(var type) -> type.article();
      case Shape.Constant(var type) -> type.article() + ", no variable";
      case Shape.Exactly(var word, var doc) -> "`" + word + "` (" + doc + ")";
      case Shape.Matched(var type) -> type.article() + ", or matchers";
      case Shape.Keys(_, var take) ->
          take == Shape.Take.ONE ? "a mapping with one of the keys below" : "a mapping, see below";
      case Shape.Named _ -> "a mapping with names of your own";
      case Shape.Many(Shape.Keys _, _) -> "a list of mappings, see below";
      case Shape.Many(var item, _) -> "a list, each " + words(item);
      case Shape.Either(var shapes) ->
          shapes.stream().map(Reference::words).distinct().collect(Collectors.joining("; or "));
      case Shape.Captured() -> "the name of a captured value";
      case Shape.WholeCheck() -> "a check";
      case Shape.Sentence() -> "a sentence with one noun";
    };
  }

  private void matchers() {
    Map<String, Type> kinds = new LinkedHashMap<>();
    kinds.put("texts", Type.Single.TEXT);
    kinds.put("numbers and sizes", Type.Single.NUMBER);
    kinds.put("truth values", Type.Single.FLAG);
    kinds.put("lists", new Type.ListOf(Type.Single.TEXT));
    kinds.put("names with texts", new Type.TableOf());
    rows(
        List.of("matcher", "meaning", "said of"),
        Language.matcherWords().stream()
            .map(term -> List.of("`" + term.word() + "`", term.doc(), saidOf(term, kinds)))
            .toList());
  }

  private static String saidOf(Language.Term term, Map<String, Type> kinds) {
    List<String> fitting =
        kinds.entrySet().stream()
            .filter(
                kind ->
                    Language.matchers(kind.getValue()).stream()
                        .anyMatch(matcher -> matcher.word().equals(term.word())))
            .map(Map.Entry::getKey)
            .toList();
    return fitting.size() == kinds.size() ? "everything" : String.join(", ", fitting);
  }

  private static List<List<String>> values() {
    return java.util.Arrays.stream(Type.Single.values())
        .map(type -> List.of(type.name().toLowerCase(java.util.Locale.ROOT), type.article()))
        .toList();
  }

  private static String code(List<String> words) {
    return words.stream().collect(Collectors.joining("`, `", "`", "`"));
  }

  private void rows(List<String> head, List<? extends List<String>> rows) {
    page.table(head, rows);
  }

  private void paragraph(String text) {
    page.paragraph(text);
  }
}
