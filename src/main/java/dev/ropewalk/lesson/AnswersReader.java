package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a file of answers. The lesson's own variables have its values; what else is typed is the
 * author's affair: shell variables, and any word.
 */
final class AnswersReader {
  private static final List<String> STEP = List.of("right", "wrong");
  private static final List<String> WRONG = List.of("try", "says");
  private static final String FIX = "write the slug of a step, and `right:` or `wrong:` below it";

  private final Problems problems;
  private final NodeReader reading;
  private final Lesson lesson;

  AnswersReader(Source source, Lesson lesson) {
    this.problems = new Problems(source);
    this.reading = new NodeReader(problems, List.of());
    this.lesson = lesson;
  }

  Answers read() {
    Optional<YamlNode> root = Yaml.read(problems).map(node -> Vary.fill(node, lesson.values()));
    if (root.isEmpty() && problems.none()) {
      problems.add(Place.START, "this file of answers is empty", FIX);
    }
    Map<StepId, Answers.Given> steps = new HashMap<>();
    for (YamlNode.Entry entry :
        root.flatMap(node -> reading.mapping(node, "a file of answers"))
            .map(YamlNode.Mapping::entries)
            .orElse(List.of())) {
      step(entry).ifPresent(id -> steps.put(id, given(entry)));
    }
    problems.throwIfAny();
    return new Answers(steps);
  }

  private Optional<StepId> step(YamlNode.Entry entry) {
    String slug = entry.key().text();
    List<StepId> known = lesson.steps().stream().map(Step::id).toList();
    Optional<StepId> step = known.stream().filter(id -> id.slug().equals(slug)).findFirst();
    if (step.isEmpty()) {
      reading.unknown(
          entry.key().place(),
          "the lesson `" + lesson.id() + "` has no step",
          slug,
          known.stream().map(StepId::slug).toList());
    }
    return step;
  }

  private Answers.Given given(YamlNode.Entry entry) {
    Optional<YamlNode.Mapping> step = reading.mapping(entry.value(), "an answered step");
    step.ifPresent(mapping -> reading.allow(mapping, "an answered step", STEP));
    if (step.isPresent() && step.get().entries().isEmpty()) {
      problems.add(entry.key().place(), "nothing is answered to this step", FIX);
    }
    return new Answers.Given(
        items(step, "right").flatMap(node -> script(node).stream()).toList(),
        items(step, "wrong").flatMap(node -> wrong(node).stream()).toList());
  }

  private Optional<Step.Mistake> wrong(YamlNode node) {
    Optional<YamlNode.Mapping> answer = reading.mapping(node, "a wrong answer");
    answer.ifPresent(mapping -> reading.allow(mapping, "a wrong answer", WRONG));
    Optional<YamlNode> typed = answer.flatMap(m -> m.entry("try")).map(YamlNode.Entry::value);
    if (answer.isPresent() && typed.isEmpty()) {
      problems.add(
          node.place(),
          "this wrong answer does not say what is typed",
          "write `try:` with the command lines");
    }
    List<String> says =
        items(answer, "says").flatMap(word -> text(word, "a word").stream()).toList();
    return typed.flatMap(this::script).map(script -> new Step.Mistake(script, says));
  }

  private Optional<Script> script(YamlNode node) {
    return text(node, "an answer")
        .map(_ -> new ScriptReader(problems).whole((YamlNode.Scalar) node));
  }

  private Optional<String> text(YamlNode node, String what) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.empty() && !scalar.text().isBlank()) {
      return Optional.of(scalar.text());
    }
    problems.add(
        node.place(),
        what
            + " is a text, but this is "
            + (node instanceof YamlNode.Scalar ? "empty" : node.kind()),
        "write it on the same line, or below a `|`");
    return Optional.empty();
  }

  private Stream<YamlNode> items(Optional<YamlNode.Mapping> mapping, String key) {
    return mapping
        .flatMap(m -> m.entry(key))
        .flatMap(entry -> reading.sequence(entry.value(), "`" + key + "`"))
        .map(YamlNode.Sequence::items)
        .orElse(List.of())
        .stream();
  }
}
