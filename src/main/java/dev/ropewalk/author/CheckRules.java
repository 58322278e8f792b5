package dev.ropewalk.author;

import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.YamlNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sentences that stand twice, and checks that may be judged too early. */
final class CheckRules {
  private static final Set<String> SLOW_ATTRIBUTES =
      Set.of("exit_code", "health", "oom_killed", "restarts");
  private static final Set<String> STOPPED = Set.of("die", "stop");
  private static final Set<String> SLOW_ACTIONS = Set.of("die", "health_status", "oom");

  private static final List<String> COMBINATIONS = List.of("all", "any", "none");

  private final Problems checks;
  private final Set<String> sentences = new HashSet<>();

  CheckRules(Problems checks) {
    this.checks = checks;
  }

  /** Looks at the checks of one step; sentences are compared with those of all steps before. */
  void look(YamlNode list) {
    for (YamlNode check : Lint.items(list)) {
      Lint.child(check, "check")
          .filter(sentence -> !sentences.add(Lint.text(sentence).strip()))
          .ifPresent(
              sentence ->
                  checks.warn(
                      sentence.place(),
                      "this sentence stands in the lesson already",
                      "say what is different here"));
      scripts(check);
      endings(check);
      if (Lint.child(check, "within").isEmpty() && takesTime(check)) {
        checks.warn(
            check.place(),
            "what this check waits for takes a moment after the command",
            "add for instance `within: 5s`");
      }
    }
  }

  /** Where a check is a script, or holds one. */
  private void scripts(YamlNode sentence) {
    if (sentence instanceof YamlNode.Mapping mapping) {
      boolean says = mapping.entry("diagnose").isPresent();
      mapping
          .entry("script")
          .ifPresent(entry -> script(entry.key(), Lint.text(entry.value()), says));
      COMBINATIONS.stream()
          .flatMap(word -> Lint.child(sentence, word).stream())
          .flatMap(list -> Lint.items(list).stream())
          .forEach(this::scripts);
    }
  }

  /**
   * @param says whether the check has words of its own for what is wrong
   */
  private void script(YamlNode.Scalar key, String text, boolean says) {
    ScriptText script = new ScriptText(text, Duration.ZERO);
    if (script.alwaysPasses()) {
      checks.warn(
          key.place(),
          "this script passes whatever the learner has done",
          "write what must be true, or remove the check");
    } else if (script.neverPasses()) {
      checks.warn(
          key.place(),
          "this script never passes, so no learner gets past this step",
          "write what must be true, or remove the check");
    } else if (!says) {
      List<String> nouns = NounGuess.of(text).nouns();
      checks.warn(
          key.place(),
          "a `script:` check cannot say what is wrong, and may pass for any reason",
          nouns.isEmpty()
              ? "say it with another noun, or, where there is none for it, add `diagnose:` with what is wrong"
              : "say it as " + String.join(", or as ", nouns));
    }
  }

  /**
   * Where {@code stop} and {@code die} stand next to each other: engines tell them in either order.
   */
  private void endings(YamlNode node) {
    switch (node) {
      case YamlNode.Mapping mapping -> mapping.entries().forEach(entry -> endings(entry.value()));
      case YamlNode.Sequence(_, var items) -> {
        for (int i = 1; i < items.size(); i++) {
          if (STOPPED.equals(Set.copyOf(List.of(action(items.get(i - 1)), action(items.get(i)))))) {
            checks.warn(
                items.get(i).place(),
                "`die` and `stop` of one stop come in either order, so this asks for no order",
                "leave one of them out");
          }
        }
        items.forEach(this::endings);
      }
      case YamlNode.Scalar _ -> {
        // A word by itself is in no order.
      }
    }
  }

  private static String action(YamlNode item) {
    return Lint.child(item, "action").map(Lint::text).orElseGet(() -> Lint.text(item));
  }

  private static boolean takesTime(YamlNode sentence) {
    boolean closed =
        Lint.child(sentence, "expect").map(Lint::text).filter("closed"::equals).isPresent();
    return (has(sentence, "port") && !closed)
        || has(sentence, "logs")
        || (has(sentence, "container") && ends(sentence))
        || Lint.child(sentence, "events").filter(CheckRules::waits).isPresent()
        || COMBINATIONS.stream()
            .flatMap(word -> Lint.child(sentence, word).stream())
            .flatMap(list -> Lint.items(list).stream())
            .anyMatch(CheckRules::takesTime);
  }

  /** A container's end, which the engine tells after the command that caused it has returned. */
  private static boolean ends(YamlNode sentence) {
    Optional<YamlNode> expect = Lint.child(sentence, "expect");
    boolean attributes =
        SLOW_ATTRIBUTES.stream().anyMatch(a -> expect.filter(e -> has(e, a)).isPresent());
    boolean ever =
        Lint.child(sentence, "ever").stream()
            .flatMap(list -> Lint.items(list).stream())
            .anyMatch(item -> SLOW_ACTIONS.contains(Lint.text(item)));
    return attributes || ever;
  }

  private static boolean waits(YamlNode events) {
    return switch (events) {
      case YamlNode.Mapping mapping ->
          mapping.entry("never").isEmpty()
              && mapping.entries().stream().anyMatch(entry -> waits(entry.value()));
      case YamlNode.Sequence(_, var items) -> items.stream().anyMatch(CheckRules::waits);
      case YamlNode.Scalar scalar -> SLOW_ACTIONS.contains(scalar.text());
    };
  }

  private static boolean has(YamlNode node, String key) {
    return Lint.child(node, key).isPresent();
  }
}
