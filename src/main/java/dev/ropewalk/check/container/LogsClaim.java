package dev.ropewalk.check.container;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.MatcherWord;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.LogLine;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Quotation;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a container has written to its log.
 *
 * @param by the command after the image whose output it is, for who runs another one
 */
public record LogsClaim(
    Selector selector,
    Expectations<List<LogLine>> expectations,
    Optional<String> stream,
    Since since,
    Optional<String> by)
    implements Claim {
  private static final Type.Word STREAM = Type.Word.of("stdout", "stderr");
  private static final Type.Word SINCE = Type.Word.of("step");

  /** From when on lines count. */
  enum Since {
    /** From the container's beginning. */
    BEGINNING,
    /** From the moment at which the step opened. */
    STEP
  }

  static final Attributes<List<LogLine>> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "count",
                  Type.Single.NUMBER,
                  "how many lines it has",
                  lines -> Value.of(lines.size())),
              new Attribute<>(
                  "text", Type.Single.TEXT, "all of it", lines -> Value.of(text(lines)))));

  /** The words of matchers stand beside the attributes: they speak of the text. */
  private static final Shape.Keys EXPECTED = TABLE.form().and(MatcherWord.keys(Type.Single.TEXT));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "logs",
          "The log of a container.",
          Selector.SHAPE,
          Noun.expecting(EXPECTED)
              .and(
                  Shape.Key.optional(
                      "stream", new Shape.Constant(STREAM), "only what it wrote there"),
                  Shape.Key.optional(
                      "since",
                      new Shape.Constant(SINCE),
                      "only what it wrote since the step opened, or was begun again by `:retry`; otherwise all that it ever wrote"),
                  Shape.Key.optional(
                      "printed_by",
                      new Shape.Constant(Type.Single.TEXT),
                      "the command after the image whose output it is; told to who has run another")),
          """
          check: redis says in its log that it is ready
          logs: redistest
          expect: {contains: Ready to accept connections, count: {at_least: 3}}
          within: 5s
          """,
          LogsClaim::read);

  private static Optional<LogsClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<Expectations<List<LogLine>>> expectations =
        Noun.expect(sentence, "a log", List.of(), reading)
            .map(m -> TABLE.gather("text", m))
            .flatMap(m -> Expectations.read(m, TABLE, "log", reading));
    Optional<YamlNode.Entry> only = sentence.entry("stream");
    Optional<String> stream =
        only.flatMap(e -> reading.constant(e.value(), STREAM)).map(Literal::text);
    Optional<YamlNode.Entry> from = sentence.entry("since");
    Optional<Literal> since = from.flatMap(e -> reading.constant(e.value(), SINCE));
    Optional<YamlNode.Entry> command = sentence.entry("printed_by");
    Optional<String> by = command.flatMap(e -> reading.text(e.value(), "a command"));
    return selector.isPresent()
            && expectations.isPresent()
            && by.isPresent() == command.isPresent()
            && stream.isPresent() == only.isPresent()
            && since.isPresent() == from.isPresent()
        ? Optional.of(
            new LogsClaim(
                selector.get(),
                expectations.get(),
                stream,
                since.isPresent() ? Since.STEP : Since.BEGINNING,
                by))
        : Optional.empty();
  }

  /** What a signal ended has a greater exit code. */
  private static final int OF_SIGNALS = 128;

  @Override
  public List<Aim> aims(Scene scene) {
    ContainerAims aims = new ContainerAims(selector, scene);
    return List.of(
        new Aim.Made(
            aims.name(aims.there()),
            there -> there.map(c -> parts(c, scene)).orElseGet(() -> parts(scene))));
  }

  /** One that is yet to be made must print it. */
  private List<Aim.Part> parts(Scene scene) {
    boolean byItself =
        since == Since.STEP || expectations.mismatch(List.of(), scene.variables()).isEmpty();
    return byItself
        ? List.of()
        : List.of(
            by.map(command -> new Aim.Part(Aim.Part.Kind.COMMAND, command, false))
                .orElse(new Aim.Part(Aim.Part.Kind.PRINTS, "", false)));
  }

  /** One that has ended writes nothing more: another command must be run. */
  private List<Aim.Part> parts(Container container, Scene scene) {
    if (container.host().logDriver().equals("none")) {
      return List.of(new Aim.Part(Aim.Part.Kind.NO_FLAG, "--log-driver", false));
    }
    boolean lacks =
        since == Since.BEGINNING
            && scene.ours().stream()
                .filter(c -> c.id().equals(container.id()))
                .anyMatch(
                    c -> expectations.mismatch(lines(c, scene), scene.variables()).isPresent());
    if (!lacks) {
      return List.of();
    }
    return switch (container.status().state()) {
      case EXITED -> {
        if (by.isPresent()) {
          yield parts(scene);
        }
        // Its program has not written its last word where it was ended by a signal.
        yield container.status().exitCode() > OF_SIGNALS
            ? List.of()
            : List.of(
                new SeenContainer(container, scene).hasMoreThanUsual()
                    ? new Aim.Part(Aim.Part.Kind.COMMAND, "", false)
                    : new Aim.Part(Aim.Part.Kind.OTHER_COMMAND, "", false));
      }
      case RUNNING -> parts(scene);
      default -> List.of();
    };
  }

  @Override
  public List<String> capturable() {
    return TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    return selector.select(scene.ours(), scene).stream()
        .findFirst()
        .flatMap(container -> TABLE.value(attribute, lines(container, scene)));
  }

  @Override
  public Verdict judge(Scene scene) {
    return new CommandDiagnosis(scene).newestFirst(asItIs(scene));
  }

  private Verdict asItIs(Scene scene) {
    List<ContainerSummary> found = selector.select(scene.ours(), scene);
    if (found.isEmpty()) {
      return Claim.failed(
          selector.show(scene.variables()),
          "no such container",
          new ContainerDiagnosis(scene).missing(selector));
    }
    ContainerSummary container = found.getFirst();
    Optional<Diagnosis> never = logless(container, scene);
    if (never.isPresent()) {
      return Claim.failed("a log", "none", never.get());
    }
    var mismatch = expectations.mismatch(lines(container, scene), scene.variables());
    if (mismatch.isEmpty()) {
      return new Verdict.Passed();
    }
    String expected = scene.wording().of(mismatch.get().matcher());
    Optional<String> line =
        since == Since.STEP
            ? Scene.lastLine(scene.logsOfStep(container.id()))
            : scene.lastLogLine(container.id());
    String nothing =
        since == Since.STEP ? "Nothing was written to it since then." : "The log is empty.";
    String last = line.map(l -> "The last line is: " + Quotation.code(l) + ".").orElse(nothing);
    String ran =
        scene
            .container(container.id())
            .filter(c -> !c.running())
            .map(c -> new SeenContainer(c, scene).hasRunSentence())
            .orElse("");
    Diagnosis diagnosis =
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "%s%s %s%s"
                .formatted(
                    printed(container), lacking(container, mismatch.get(), scene), last, ran),
            "");
    return container.state() == ContainerState.RUNNING
        ? Claim.pending(expected, "not in the log", diagnosis)
        : Claim.failed(expected, "not in the log", diagnosis);
  }

  /** What would have printed it, for a sentence. */
  private String printed(ContainerSummary container) {
    return container.state() == ContainerState.RUNNING
        ? ""
        : by.map(command -> Quotation.code(command) + " prints it. ").orElse("");
  }

  /** Why it cannot have written anything that is to be read. */
  private static Optional<Diagnosis> logless(ContainerSummary container, Scene scene) {
    if (container.state() == ContainerState.CREATED) {
      return Optional.of(ContainerDiagnosis.neverStarted(container.name()));
    }
    return scene
        .container(container.id())
        .filter(c -> c.host().logDriver().equals("none"))
        .map(
            c ->
                new Diagnosis(
                    Progress.WRONG_DETAIL,
                    "Docker keeps no log of `%s`: it was run with `--log-driver none`."
                        .formatted(c.name()),
                    ""));
  }

  private String lacking(
      ContainerSummary container, Expectations.Mismatch<List<LogLine>> mismatch, Scene scene) {
    String log = "The log of `%s`%s".formatted(container.name(), part());
    return mismatch.attribute().name().equals("count")
        ? "%s has %s line%s, but this step asks for %s."
            .formatted(
                log,
                mismatch.attribute().type().show(mismatch.actual()),
                mismatch.actual().equals(Value.of(1)) ? "" : "s",
                scene.wording().of(mismatch.matcher()))
        : MismatchText.lacking(log, mismatch.matcher(), scene);
  }

  /** What of the log is looked at, for a sentence. */
  private String part() {
    return stream.map(s -> " on " + s).orElse("")
        + (since == Since.STEP ? ", since this step opened," : "");
  }

  private List<LogLine> lines(ContainerSummary container, Scene scene) {
    List<LogLine> written =
        since == Since.STEP ? scene.logsOfStep(container.id()) : scene.logs(container.id());
    return written.stream()
        .filter(
            line ->
                stream
                    .map(s -> s.equals("stderr") == (line.stream() == LogLine.Stream.ERR))
                    .orElse(true))
        .toList();
  }

  private static String text(List<LogLine> lines) {
    return lines.stream().map(LogLine::text).collect(Collectors.joining("\n"));
  }
}
