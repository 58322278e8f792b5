package dev.ropewalk.lesson;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.language.CheckReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Variables;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a lesson of its two files. */
final class LessonReader {
  private final Problems prose;
  private final Problems checks;
  private NodeReader reading;
  private Vary vary = Vary.NOTHING;
  private Variables values = Variables.NONE;

  private LessonReader(Source prose, Source checks) {
    this.prose = new Problems(prose);
    this.checks = new Problems(checks);
    this.reading = new NodeReader(this.checks, List.of());
  }

  /**
   * Reads both files, with the values that a seed chooses.
   *
   * @throws BrokenSource with all that is wrong in either, with these values or with others
   */
  static Lesson read(LessonId id, Seed seed, Source prose, Source checks) {
    LessonReader reader = new LessonReader(prose, checks);
    Optional<Lesson> lesson = reader.lesson(id, seed, vary -> vary.values(seed));
    Set<Diagnostic> found = new LinkedHashSet<>(reader.found());
    for (Variables other : reader.vary.all()) {
      LessonReader again = new LessonReader(prose, checks);
      Optional<Lesson> unused = again.lesson(id, seed, _ -> other);
      found.addAll(again.found());
    }
    return lesson
        .filter(_ -> found.isEmpty())
        .orElseThrow(() -> new BrokenSource(List.copyOf(found)));
  }

  /** The lesson with the values that are chosen; empty when something is wrong. */
  private Optional<Lesson> lesson(LessonId id, Seed seed, Function<Vary, Variables> choose) {
    LessonText text = LessonText.read(prose);
    Optional<YamlNode.Mapping> root = root().map(mapping -> varied(mapping, choose));
    Needs needs = Needs.NOTHING;
    List<Step> steps = new ArrayList<>();
    if (root.isPresent()) {
      reading.allow(root.get(), "a check file", CheckFile.FILE.names());
      needs =
          root.get()
              .entry("needs")
              .flatMap(e -> reading.mapping(e.value(), "`needs`"))
              .map(m -> new NeedsReader(reading).read(m))
              .orElse(Needs.NOTHING);
      steps.addAll(steps(root.get(), text));
    }
    return found().isEmpty()
        ? Optional.of(
            new Lesson(
                id, seed, values.fill(text.title()), values.fill(text.intro()), needs, steps))
        : Optional.empty();
  }

  private List<Diagnostic> found() {
    List<Diagnostic> all = new ArrayList<>(prose.all());
    all.addAll(checks.all());
    return all;
  }

  /** The file with its variables chosen and put in, so that whatever reads it sees only values. */
  private YamlNode.Mapping varied(YamlNode.Mapping root, Function<Vary, Variables> choose) {
    Optional<YamlNode> node = root.entry("vary").map(YamlNode.Entry::value);
    if (node.isEmpty()) {
      return root;
    }
    vary = Vary.read(node.get(), reading);
    values = choose.apply(vary);
    reading = new NodeReader(checks, values.values().keySet());
    Vary.misspelt(prose, values);
    return (YamlNode.Mapping) Vary.fill(root, values);
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
    if (read.stream().noneMatch(Check::needsAct)) {
      // Only files can show that the learner has done something, so they must change.
      read.replaceAll(Check::withFilesChanged);
    }
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
          "add a check of something that must happen: `events`, `typed`, or a container; or `baseline: differs` to one of these");
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
        values.fill(text.title()),
        values.fill(text.prose()),
        values.fill(text.debrief()),
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

  private Optional<Script> script(YamlNode node) {
    return new ScriptReader(checks).read(node);
  }

  private List<YamlNode> list(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.sequence(e.value(), "`" + key + "`"))
        .map(YamlNode.Sequence::items)
        .orElse(List.of());
  }
}
