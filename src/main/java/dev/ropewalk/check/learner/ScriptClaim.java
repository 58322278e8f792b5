package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Quantity;
import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.Quotation;
import dev.ropewalk.text.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A bash script of the author's ends with exit code 0: the last resort, for what no other noun can
 * say. Nothing is known of what it looks at, so there is no diagnosis beyond what it prints, and
 * nothing keeps it from passing for a reason that the author did not think of.
 *
 * @param text the script, as written: bash's own {@code ${name}} stays its own
 * @param limit how long it may take
 */
public record ScriptClaim(String text, Duration limit) implements Claim {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Linux takes no longer word on a command line than 128 KiB. */
  private static final int MOST_LETTERS = 32 * 1024;

  private static final int LINES_TOLD = 3;

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "script",
          "The last resort: a bash script that passes with exit code 0. It runs on the learner's"
              + " machine, in the learner's folder, with `DOCKER_HOST` set and captured variables in"
              + " its environment, once the learner has done something. It cannot say what is wrong,"
              + " only what it prints; it may pass on an engine that nobody has touched, which no"
              + " other noun does; and it is not run where that is not wanted (`--no-scripts`, and `--here`)."
              + " It must only read. Say it as another noun wherever there is one.",
          new Shape.Constant(Type.Single.TEXT),
          Noun.keys(
              Shape.Key.optional(
                  "limit",
                  new Shape.Constant(Type.Single.DURATION),
                  "how long it may take before it is ended, at most 1 minute, otherwise 10s")),
          """
          check: The image shop is made for this machine's kind of processor
          script: |
            wanted=$(docker version --format '{{.Server.Arch}}')
            found=$(docker image inspect --format '{{.Architecture}}' shop)
            echo "shop is for $found, and this machine is $wanted"
            test "$found" = "$wanted"
          limit: 5s
          """,
          ScriptClaim::read);

  private static Optional<ScriptClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<YamlNode> node = sentence.entry("limit").map(YamlNode.Entry::value);
    Optional<Duration> limit =
        node.flatMap(n -> reading.constant(n, Type.Single.DURATION))
            .map(literal -> Quantity.duration(literal.text()));
    if (limit.isPresent() && (limit.get().isZero() || limit.get().compareTo(LONGEST) > 0)) {
      reading
          .problems()
          .add(
              node.orElseThrow().place(),
              "`limit` is more than nothing and at most 1 minute: the learner waits for it",
              "write for instance `5s`");
    }
    if (!(subject instanceof YamlNode.Scalar scalar) || scalar.empty() || scalar.text().isBlank()) {
      reading
          .problems()
          .add(
              subject.place(),
              "a script is a text, but this is "
                  + (subject instanceof YamlNode.Scalar ? "empty" : subject.kind()),
              "write command lines of bash below `script: |`");
      return Optional.empty();
    }
    if (scalar.text().length() > MOST_LETTERS) {
      reading
          .problems()
          .add(
              subject.place(),
              "a script of a check has at most 32 KiB",
              "say it as checks of other nouns");
      return Optional.empty();
    }
    return Optional.of(new ScriptClaim(scalar.text(), limit.orElse(USUAL)));
  }

  @Override
  public Verdict judge(Scene scene) {
    History history = scene.history();
    if (history.acts().isEmpty() && history.events().isEmpty()) {
      return Claim.failed(
          "exit code 0",
          "not run yet",
          new Diagnosis(Progress.NOTHING_DONE, "Nothing has been done in this step yet.", ""));
    }
    return switch (scene.probes().script(text, scene.variables().values(), limit)) {
      case ScriptResult.Ended(var code, _) when code == 0 -> new Verdict.Passed();
      case ScriptResult.Ended(var code, var output) ->
          failed("exit code " + code, "ended with exit code " + code, output);
      case ScriptResult.Overdue(var output) ->
          failed("no end", "did not end within " + Quantity.show(limit) + " and was ended", output);
      case ScriptResult.NotRun(var why) -> new Verdict.Errored(why);
    };
  }

  @Override
  public Optional<ScriptText> script() {
    return Optional.of(new ScriptText(text, limit));
  }

  @Override
  public Duration mayTake() {
    return limit;
  }

  private static Verdict failed(String actual, String end, String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
    String told =
        last.isEmpty()
            ? "It printed nothing."
            : (lines.size() > LINES_TOLD ? "The last that it printed:" : "It printed:")
                + last.stream().map(ScriptClaim::quote).collect(Collectors.joining("\n", "\n", ""));
    return Claim.pending(
        "exit code 0",
        actual,
        new Diagnosis(
            Progress.WRONG_STATE,
            "This check is a script; all that ropewalk can say about it is that it %s. %s"
                .formatted(end, told),
            ""));
  }

  private static String quote(String line) {
    return Quotation.code(line);
  }
}
