package dev.ropewalk.lesson;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.CheckReader;
import dev.ropewalk.check.Reading;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a lesson of its two files. */
final class LessonReader {
  private final Problems prose;
  private final Problems checks;
  private final Reading reading;

  private LessonReader(Source prose, Source checks) {
    this.prose = new Problems(prose);
    this.checks = new Problems(checks);
    this.reading = new Reading(this.checks, List.of());
  }

  /**
   * Reads both files.
   *
   * @throws BrokenSource with all that is wrong in either
   */
  static Lesson read(LessonId id, Source prose, Source checks) {
    return new LessonReader(prose, checks).lesson(id);
  }

  private Lesson lesson(LessonId id) {
    LessonText text = LessonText.read(prose);
    Optional<YamlNode.Mapping> root = root();
    Needs needs = Needs.NOTHING;
    List<Step> steps = new ArrayList<>();
    if (root.isPresent()) {
      reading.allow(root.get(), "a check file", CheckFile.FILE.names());
      needs =
          root.get()
              .entry("needs")
              .flatMap(e -> reading.mapping(e.value(), "`needs`"))
              .map(this::needs)
              .orElse(Needs.NOTHING);
      steps.addAll(steps(root.get(), text));
    }
    List<Diagnostic> all = new ArrayList<>(prose.all());
    all.addAll(checks.all());
    if (!all.isEmpty()) {
      throw new BrokenSource(all);
    }
    return new Lesson(id, text.title(), text.intro(), needs, steps);
  }

  private Optional<YamlNode.Mapping> root() {
    int before = checks.all().size();
    Optional<YamlNode> node = Yaml.read(checks);
    if (node.isEmpty() && checks.all().size() == before) {
      checks.add(
          dev.ropewalk.text.Place.START,
          "this check file is empty",
          "add `steps:` with a key for each `##` heading of the lesson");
    }
    return node.flatMap(n -> reading.mapping(n, "a check file"));
  }

  private List<Step> steps(YamlNode.Mapping root, LessonText text) {
    List<Step> steps = new ArrayList<>();
    Optional<YamlNode.Mapping> mapping =
        root.entry("steps").flatMap(e -> reading.mapping(e.value(), "`steps`"));
    if (root.entry("steps").isEmpty()) {
      checks.add(
          root.place(),
          "this check file has no `steps`",
          "add `steps:` with a key for each `##` heading of the lesson");
    }
    if (mapping.isEmpty()) {
      return steps;
    }
    Set<String> headings =
        text.steps().keySet().stream()
            .map(StepId::slug)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, YamlNode> values = new HashMap<>();
    for (YamlNode.Entry entry : mapping.get().entries()) {
      values.put(entry.key().text(), entry.value());
      if (!headings.isEmpty() && !headings.contains(entry.key().text())) {
        String fix =
            Suggestion.nearest(entry.key().text(), headings)
                .map(n -> "did you mean `" + n + "`?")
                .orElse("the headings are: " + String.join(", ", headings));
        checks.add(
            entry.key().place(),
            "no `##` heading of the lesson has the slug `" + entry.key().text() + "`",
            fix);
      }
    }
    for (Map.Entry<StepId, LessonText.StepText> heading : text.steps().entrySet()) {
      YamlNode value = values.get(heading.getKey().slug());
      if (value == null) {
        prose.add(
            heading.getValue().place(),
            "the check file has no step `" + heading.getKey() + "`",
            "add `" + heading.getKey() + ":` under `steps:`");
        continue;
      }
      reading
          .mapping(value, "a step")
          .ifPresent(m -> steps.add(step(heading.getKey(), heading.getValue(), m)));
    }
    return steps;
  }

  private Step step(StepId id, LessonText.StepText text, YamlNode.Mapping mapping) {
    reading.allow(mapping, "a step", CheckFile.STEP.names());
    List<Check> read = new ArrayList<>();
    List<YamlNode> nodes = list(mapping, "checks");
    nodes.forEach(node -> CheckReader.read(node, reading).ifPresent(read::add));
    if (mapping.entry("checks").map(YamlNode.Entry::value).filter(v -> !empty(v)).isEmpty()) {
      checks.add(
          mapping.place(),
          "the step `" + id + "` has no checks",
          "add `checks:` with at least one");
    } else if (!nodes.isEmpty()
        && read.size() == nodes.size()
        && read.stream().noneMatch(Check::needsAct)) {
      checks.add(
          nodes.getFirst().place(),
          "the step `" + id + "` could be done before the learner does anything",
          "add a check of something that must happen: `events`, `typed`, or a container");
    }
    if (mapping.entry("solution").isEmpty()) {
      checks.add(
          mapping.place(),
          "the step `" + id + "` has no solution",
          "add `solution:` with the commands that do it");
    }
    Script solution =
        mapping.entry("solution").flatMap(e -> script(e.value())).orElse(new Script(""));
    List<Script> accept =
        list(mapping, "accept").stream().flatMap(node -> script(node).stream()).toList();
    List<String> hints =
        list(mapping, "hints").stream()
            .flatMap(node -> reading.text(node, "a hint").stream())
            .toList();
    List<Step.Mistake> mistakes =
        list(mapping, "mistakes").stream().flatMap(node -> mistake(node).stream()).toList();
    List<Step.Survivor> survivors =
        list(mapping, "survivors").stream().flatMap(node -> survivor(node).stream()).toList();
    return new Step(
        id,
        text.title(),
        text.prose(),
        text.debrief(),
        read,
        solution,
        accept,
        hints,
        mistakes,
        survivors);
  }

  private static boolean empty(YamlNode node) {
    return node instanceof YamlNode.Sequence(_, var items) && items.isEmpty();
  }

  private Optional<Step.Mistake> mistake(YamlNode node) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a mistake");
    mapping.ifPresent(m -> reading.allow(m, "a mistake", CheckFile.MISTAKE.names()));
    Optional<Script> attempt = mapping.flatMap(m -> m.entry("try")).flatMap(e -> script(e.value()));
    List<String> says =
        mapping.map(m -> list(m, "says")).orElse(List.of()).stream()
            .flatMap(n -> reading.text(n, "a word").stream())
            .toList();
    if (mapping.isPresent() && (attempt.isEmpty() || says.isEmpty())) {
      checks.add(
          node.place(),
          "a mistake needs `try` and `says`",
          "write `try:` with the commands and `says:` with words that the learner must read");
    }
    return attempt.map(a -> new Step.Mistake(a, says));
  }

  private Optional<Step.Survivor> survivor(YamlNode node) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a survivor");
    mapping.ifPresent(m -> reading.allow(m, "a survivor", CheckFile.SURVIVOR.names()));
    Optional<Script> mutant =
        mapping.flatMap(m -> m.entry("mutant")).flatMap(e -> script(e.value()));
    Optional<String> because =
        mapping
            .flatMap(m -> m.entry("because"))
            .flatMap(e -> reading.text(e.value(), "a reason"))
            .filter(reason -> !reason.isBlank());
    if (mapping.isPresent() && (mutant.isEmpty() || because.isEmpty())) {
      checks.add(
          node.place(),
          "a survivor needs `mutant` and `because`",
          "write `mutant:` with the command lines and `because:` with the reason");
    }
    return mutant.flatMap(script -> because.map(reason -> new Step.Survivor(script, reason)));
  }

  /** Command lines may use shell variables, so only the words of ropewalk are ours to check. */
  private Optional<Script> script(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      Script script = new Script(scalar.text());
      script.lines().stream()
          .filter(line -> line.matches("(?s):[a-z].*") && !line.matches("(?s):answer\\s.*"))
          .forEach(
              line ->
                  checks.add(
                      node.place(),
                      "a script cannot use `" + line.strip() + "`",
                      "write command lines, and answers as `:answer VALUE`"));
      return Optional.of(script);
    }
    checks.add(
        node.place(), "command lines are a text", "write them on the same line, or below a `|`");
    return Optional.empty();
  }

  private List<YamlNode> list(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.sequence(e.value(), "`" + key + "`"))
        .map(YamlNode.Sequence::items)
        .orElse(List.of());
  }

  private Needs needs(YamlNode.Mapping mapping) {
    reading.allow(mapping, "`needs`", CheckFile.NEEDS.names());
    List<String> images = texts(mapping, "images");
    Optional<YamlNode.Mapping> free =
        mapping.entry("free").flatMap(e -> reading.mapping(e.value(), "`free`"));
    free.ifPresent(m -> reading.allow(m, "`free`", CheckFile.FREE.names()));
    List<String> names = free.map(m -> texts(m, "names")).orElse(List.of());
    List<Integer> ports = new ArrayList<>();
    free.map(m -> list(m, "ports"))
        .orElse(List.of())
        .forEach(node -> port(node).ifPresent(ports::add));
    return new Needs(images, names, ports);
  }

  private Optional<Integer> port(YamlNode node) {
    Optional<String> text = reading.text(node, "a port");
    boolean number = text.isPresent() && text.get().matches("[1-9]\\d{0,4}");
    if (text.isPresent() && !(number && Integer.parseInt(text.get()) <= 65_535)) {
      checks.add(
          node.place(), "`" + text.get() + "` is not a port", "write a number from 1 to 65535");
      return Optional.empty();
    }
    return text.map(Integer::valueOf);
  }

  private List<String> texts(YamlNode.Mapping mapping, String key) {
    return list(mapping, key).stream()
        .flatMap(node -> reading.text(node, "a name").stream())
        .toList();
  }
}
