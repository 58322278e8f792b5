package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerAims;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.ProgramAttributes;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * What a command inside a container comes to. The command is a probe of ours: it must only read.
 *
 * @param run the command, word by word; may use variables
 */
public record ExecClaim(Selector selector, List<String> run, Expectations<ExecResult> expectations)
    implements Claim {
  static final Attributes<ExecResult> TABLE =
      ProgramAttributes.of(ExecResult::exitCode, ExecResult::out, ExecResult::err);

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "exec",
          "What a command inside a running container comes to; it is ours and must only read.",
          Selector.SHAPE,
          Noun.keys(
              Shape.Key.required(
                  "run",
                  Shape.Either.of(
                      new Shape.Of(Type.Single.TEXT),
                      new Shape.Many(new Shape.Of(Type.Single.TEXT), 1)),
                  "the command: a line for the container's shell, or its words without a shell"),
              Shape.Key.required("expect", TABLE.form(), "what must be the case")),
          """
          check: The database in db accepts connections
          exec: db
          run: [pg_isready, -U, postgres]
          expect: {exit_code: 0, stdout: {contains: accepting connections}}
          within: 30s
          """,
          ExecClaim::read);

  public ExecClaim {
    run = List.copyOf(run);
  }

  private static Optional<ExecClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<List<String>> run = sentence.entry("run").flatMap(e -> command(e.value(), reading));
    if (sentence.entry("run").isEmpty()) {
      reading
          .problems()
          .add(sentence.place(), "a check of `exec` needs `run`", "add `run: COMMAND`");
    }
    Optional<Expectations<ExecResult>> expectations =
        Noun.expect(sentence, "a command", List.of(), reading)
            .flatMap(m -> Expectations.read(m, TABLE, "command", reading));
    return selector.isPresent() && run.isPresent() && expectations.isPresent()
        ? Optional.of(new ExecClaim(selector.get(), run.get(), expectations.get()))
        : Optional.empty();
  }

  /** A list is a command word by word; a text is for the container's shell. */
  private static Optional<List<String>> command(YamlNode node, NodeReader reading) {
    if (node instanceof YamlNode.Sequence(_, var items) && !items.isEmpty()) {
      List<String> words =
          items.stream().flatMap(i -> reading.text(i, "a word of `run`").stream()).toList();
      return words.size() == items.size() ? Optional.of(words) : Optional.empty();
    }
    return reading.text(node, "`run`").map(line -> List.of("sh", "-c", line));
  }

  @Override
  public List<Aim> aims(Scene scene) {
    return ContainerAims.running(selector, scene);
  }

  @Override
  public Verdict judge(Scene scene) {
    return RunningContainer.judge(
        selector, "can run a command", scene, container -> judge(container, scene));
  }

  @Override
  public List<String> capturable() {
    return TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    return RunningContainer.find(selector, scene)
        .filter(Container::running)
        .flatMap(container -> TABLE.value(attribute, result(container, scene)));
  }

  private ExecResult result(Container container, Scene scene) {
    return scene.exec(container.id(), run.stream().map(scene.variables()::expand).toList());
  }

  private Verdict judge(Container container, Scene scene) {
    ExecResult result = result(container, scene);
    return expectations
        .mismatch(result, scene.variables())
        .map(mismatch -> unlike(container, result, mismatch, scene))
        .orElseGet(Verdict.Passed::new);
  }

  private Verdict unlike(
      Container container,
      ExecResult result,
      Expectations.Mismatch<ExecResult> mismatch,
      Scene scene) {
    String expected = scene.wording().of(mismatch.matcher());
    String line = scene.variables().expand(run.getLast());
    String command = run.getFirst().equals("sh") ? line : String.join(" ", run);
    String says =
        mismatch.attribute().name().equals("exit_code")
            ? "`%s` in `%s` ends with exit code %s, but this step asks for %s."
                .formatted(command, container.name(), result.exitCode(), expected)
            : "`%s` in `%s` prints %s, but this step asks for %s."
                .formatted(
                    command,
                    container.name(),
                    printed(mismatch),
                    scene.wording().quoted(mismatch.matcher()));
    ExecAdvice advice =
        new ExecAdvice(scene, container, run, MatchedParts.literal(mismatch.matcher(), scene));
    String complaint =
        result.err().isBlank() ? "" : " It says: " + MismatchText.quoted(result.err()) + ".";
    String actual = mismatch.attribute().type().show(mismatch.actual());
    Optional<Diagnosis> slip = advice.forgottenProgram().or(advice::swapped).or(advice::elsewhere);
    if (slip.isPresent()) {
      return Claim.failed(expected, actual, slip.get());
    }
    return Claim.pending(
        expected,
        actual,
        new CommandDiagnosis(scene)
            .lastFailed()
            .map(why -> why.withRemedy(advice.user()))
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.WRONG_DETAIL,
                        // What was typed last is no advice: typed once more it does the same.
                        says + complaint + new TypedCommands(scene).lastExec(container),
                        advice.user())));
  }

  private static String printed(Expectations.Mismatch<ExecResult> mismatch) {
    return Wording.isNone(mismatch.actual())
        ? "nothing"
        : MismatchText.quoted(mismatch.attribute().type().show(mismatch.actual()));
  }
}
