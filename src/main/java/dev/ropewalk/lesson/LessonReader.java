package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.nio.file.Path;
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
  private final Path course;
  private final Problems prose;
  private final Problems checks;
  private NodeReader reading;
  private Vary vary = Vary.NOTHING;
  private Variables values = Variables.NONE;

  private LessonReader(Path course, Source prose, Source checks) {
    this.course = course;
    this.prose = new Problems(prose);
    this.checks = new Problems(checks);
    this.reading = new NodeReader(this.checks, List.of());
  }

  /**
   * Reads both files, with the values that a seed chooses.
   *
   * @param course the folder in which files of the course are found
   * @throws BrokenSource with all that is wrong in either, with these values or with others
   */
  static Lesson read(LessonId id, Seed seed, Path course, Source prose, Source checks) {
    LessonReader reader = new LessonReader(course, prose, checks);
    Optional<Lesson> lesson = reader.lesson(id, seed, vary -> vary.values(seed));
    Set<Diagnostic> found = new LinkedHashSet<>(reader.found());
    for (Variables other : reader.vary.all()) {
      LessonReader again = new LessonReader(course, prose, checks);
      Optional<Lesson> unused = again.lesson(id, seed, _ -> other);
      found.addAll(again.found());
    }
    return lesson
        .filter(_ -> found.isEmpty())
        .orElseThrow(() -> new BrokenSource(List.copyOf(found)));
  }

  /** The lesson with the values that are chosen; empty when something is wrong. */
  private void noHints(YamlNode node) {
    reading
        .text(node, "`hints`")
        .filter(text -> !text.equals("none"))
        .ifPresent(
            text ->
                reading
                    .problems()
                    .add(
                        node.place(),
                        "`hints` of a whole lesson can only be `none`",
                        "move them into their step, or write `hints: none` for an exam"));
  }

  private Optional<Lesson> lesson(LessonId id, Seed seed, Function<Vary, Variables> choose) {
    LessonText text = LessonText.read(prose);
    Optional<YamlNode.Mapping> root = root().map(mapping -> varied(mapping, choose));
    Needs needs = Needs.NOTHING;
    Optional<WorkingFolder> folder = Optional.empty();
    List<Step> steps = new ArrayList<>();
    if (root.isPresent()) {
      var files = new FilesReader(reading, course, values);
      reading.allow(root.get(), "a check file", CheckFile.FILE.names());
      root.get().entry("hints").ifPresent(e -> noHints(e.value()));
      needs =
          root.get()
              .entry("needs")
              .flatMap(e -> reading.mapping(e.value(), "`needs`"))
              .map(m -> new NeedsReader(reading).read(m))
              .orElse(Needs.NOTHING);
      steps.addAll(steps(root.get(), text));
      Script first =
          files.buildLines(root.get()).and(new StepReader(reading, values).setup(root.get()));
      if (!steps.isEmpty()) {
        steps.set(0, steps.getFirst().setUpAfter(first));
      }
      boolean setUp = steps.stream().anyMatch(step -> !step.setup().isEmpty());
      folder = files.folder(id, root.get(), setUp);
    }
    return found().isEmpty()
        ? Optional.of(
            new Lesson(
                id,
                seed,
                values,
                values.fill(text.title()),
                values.fill(text.intro()),
                needs,
                folder,
                steps))
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
    StepReader step = new StepReader(reading, this.values);
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
          .ifPresent(m -> steps.add(step.read(heading.getKey(), heading.getValue(), m)));
    }
    return steps;
  }
}
