package dev.ropewalk.lesson;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.language.CheckReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the steps of a check file.
 *
 * @param values of the lesson's variables
 */
record StepReader(NodeReader reading, Variables values) {
  /** Reads what stands below the key of a step. */
  Step read(StepId id, LessonText.StepText text, YamlNode.Mapping mapping) {
    reading.allow(mapping, "a step", CheckFile.STEP.names());
    List<Check> read = new ArrayList<>();
    List<YamlNode> nodes = list(mapping, "checks");
    nodes.forEach(node -> CheckReader.read(node, reading).ifPresent(read::add));
    if (read.stream().noneMatch(Check::needsAct)) {
      // Only files can show that the learner has done something, so one of them must change.
      read.replaceAll(Check::withFilesChanged);
    }
    if (mapping.entry("checks").map(YamlNode.Entry::value).filter(v -> !empty(v)).isEmpty()) {
      reading
          .problems()
          .add(
              mapping.place(),
              "the step `" + id + "` has no checks",
              "add `checks:` with at least one");
    } else if (!nodes.isEmpty()
        && read.size() == nodes.size()
        && read.stream().noneMatch(Check::needsAct)) {
      reading
          .problems()
          .add(
              nodes.getFirst().place(),
              "the step `" + id + "` could be done before the learner does anything",
              "add a check of something that must happen: `events`, `typed`, or a container; or `baseline: differs` to one of these");
    }
    if (mapping.entry("solution").isEmpty()) {
      reading
          .problems()
          .add(
              mapping.place(),
              "the step `" + id + "` has no solution",
              "add `solution:` with the commands that do it");
    }
    Script solution = mapping.entry("solution").flatMap(e -> script(e.value())).orElse(Script.NONE);
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
        setup(mapping),
        solution,
        accept,
        hints,
        mistakes,
        survivors);
  }

  /** What is run before a step, or the lesson, opens. */
  Script setup(YamlNode.Mapping mapping) {
    Optional<YamlNode> node = mapping.entry("setup").map(YamlNode.Entry::value);
    Script script = node.flatMap(this::script).orElse(Script.NONE);
    if (script.commands().stream().anyMatch(Script::isWord)) {
      reading
          .problems()
          .add(node.orElseThrow().place(), "nobody answers in a setup", "write command lines");
    }
    return script;
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
      reading
          .problems()
          .add(
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
      reading
          .problems()
          .add(
              node.place(),
              "a survivor needs `mutant` and `because`",
              "write `mutant:` with the command lines and `because:` with the reason");
    }
    return mutant.flatMap(script -> because.map(reason -> new Step.Survivor(script, reason)));
  }

  private Optional<Script> script(YamlNode node) {
    return new ScriptReader(reading.problems()).read(node);
  }

  private List<YamlNode> list(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.sequence(e.value(), "`" + key + "`"))
        .map(YamlNode.Sequence::items)
        .orElse(List.of());
  }
}
