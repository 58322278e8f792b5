package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.ProgramAttributes;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.ContainerRun;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Image;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a container of the learner's image comes to. It is ours, and is thrown away.
 *
 * @param image its name or id; variables may stand in all texts
 * @param entrypoint in the place of that of the image; none for that of the image
 * @param command the words after the image; none for what the image runs
 */
public record RunClaim(
    String image,
    List<String> entrypoint,
    List<String> command,
    Map<String, String> env,
    String input,
    Optional<String> network,
    Duration limit,
    Expectations<ContainerRun.Result> expectations)
    implements Claim {
  static final Attributes<ContainerRun.Result> TABLE =
      ProgramAttributes.of(
          ContainerRun.Result::exitCode, ContainerRun.Result::out, ContainerRun.Result::err);

  private static final Shape LINE_OR_WORDS =
      Shape.Either.of(
          new Shape.Of(Type.Single.TEXT), new Shape.Many(new Shape.Of(Type.Single.TEXT), 1));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "run",
          "What a container of an image comes to. ropewalk runs it and throws it away; it counts as nobody's, and has 256 MiB of memory, one CPU and 128 processes. Where nothing else in a step shows that the learner did something, one of its checks of files, this or another, must have been seen not to hold since it opened.",
          new Shape.Of(Type.Single.TEXT),
          Noun.keys(
              Shape.Key.optional(
                  "entrypoint",
                  LINE_OR_WORDS,
                  "what runs in the place of the image's entrypoint: one line, or its words"),
              Shape.Key.optional(
                  "command",
                  LINE_OR_WORDS,
                  "what stands after the image: one line, or its words; otherwise what the image runs"),
              Shape.Key.optional(
                  "env",
                  new Shape.Named(new Shape.Of(Type.Single.TEXT)),
                  "environment variables that are set"),
              Shape.Key.optional(
                  "input",
                  new Shape.Of(Type.Single.TEXT),
                  "what it is given at its standard input; otherwise it has none"),
              Shape.Key.optional(
                  "network",
                  new Shape.Of(Type.Single.TEXT),
                  "the network that it is attached to; otherwise it has none"),
              Shape.Key.optional(
                  "limit",
                  new Shape.Constant(Type.Single.DURATION),
                  "after which it is killed, at most 1 minute; otherwise 10 seconds"),
              Shape.Key.required("expect", TABLE.form(), "what must be the case")),
          """
          check: Your image greets whom it is told to
          run: greeter
          command: --name Ada
          input: hello
          expect: {exit_code: 0, stdout: {contains: Hello Ada}}
          """,
          RunReader::read);

  public RunClaim {
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    env = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }

  /** The image may have been there before the learner did anything. */
  @Override
  public boolean needsAct() {
    return false;
  }

  @Override
  public boolean needsFile() {
    return true;
  }

  /** An image does not change; what it reaches on a network may. */
  @Override
  public boolean mayFollow(EngineEvent event) {
    return event instanceof EngineEvent.ToImage
        || (network.isPresent() && !event.changesNoObject());
  }

  @Override
  public Duration mayTake() {
    return limit;
  }

  @Override
  public List<String> capturable() {
    return TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    return scene
        .image(scene.variables().expand(image))
        .flatMap(there -> TABLE.value(attribute, result(there, scene)));
  }

  @Override
  public Verdict judge(Scene scene) {
    Optional<Image> there = scene.image(scene.variables().expand(image));
    if (there.isEmpty()) {
      return new ImageClaim(image, new ObjectGoal.There<>()).judge(scene);
    }
    Optional<String> lacking =
        network.map(scene.variables()::expand).filter(name -> scene.network(name).isEmpty());
    if (lacking.isPresent()) {
      return Claim.failed(
          "the network `" + lacking.get() + "`",
          "no such network",
          new Diagnosis(
              Progress.WRONG_OBJECT, "There is no network `%s`.".formatted(lacking.get()), ""));
    }
    ContainerRun.Result result = result(there.get(), scene);
    return switch (result.ending()) {
      case ENDED ->
          expectations
              .mismatch(result, scene.variables())
              .map(mismatch -> unlike(there.get(), result, mismatch, scene))
              .orElseGet(Verdict.Passed::new);
      case OVERDUE ->
          failed(
              there.get(),
              "an end",
              "still running after " + limit.toSeconds() + " s",
              "%s has not ended after %s seconds.%s"
                  .formatted(who(scene), limit.toSeconds(), printed(result)));
      case OUT_OF_MEMORY ->
          failed(
              there.get(),
              "an end",
              "killed",
              "%s used more memory than it may (256 MiB), and was killed.%s"
                  .formatted(who(scene), printed(result)));
    };
  }

  private ContainerRun.Result result(Image there, Scene scene) {
    Variables variables = scene.variables();
    Map<String, String> settings = new LinkedHashMap<>();
    env.forEach((name, value) -> settings.put(name, variables.expand(value)));
    return scene.run(
        new ContainerRun(
            there.id(),
            entrypoint.stream().map(variables::expand).toList(),
            command.stream().map(variables::expand).toList(),
            settings,
            variables.expand(input),
            network.map(variables::expand),
            limit));
  }

  private Verdict unlike(
      Image there,
      ContainerRun.Result result,
      Expectations.Mismatch<ContainerRun.Result> mismatch,
      Scene scene) {
    String expected = scene.wording().of(mismatch.matcher());
    String actual = mismatch.attribute().type().show(mismatch.actual());
    boolean empty = mismatch.actual().equals(Value.of(""));
    String wanted = scene.wording().quoted(mismatch.matcher());
    String says =
        switch (mismatch.attribute().name()) {
          case "exit_code" ->
              "%s ends with exit code `%s`, but this step asks for %s.%s"
                  .formatted(who(scene), actual, wanted, printed(result));
          case "stdout" ->
              "%s prints %s, but this step asks for %s.%s"
                  .formatted(
                      who(scene),
                      empty ? "nothing" : MismatchText.quoted(actual),
                      wanted,
                      complaint(result));
          default ->
              "%s complains of %s, but this step asks for %s."
                  .formatted(who(scene), empty ? "nothing" : MismatchText.quoted(actual), wanted);
        };
    return failed(there, expected, actual, says);
  }

  private Verdict failed(Image there, String expected, String actual, String says) {
    Diagnosis why =
        new Diagnosis(
            Progress.WRONG_DETAIL,
            says + byItself(there),
            "Change what the image is made of, and build it again by the same name.");
    return network.isEmpty()
        ? Claim.failed(expected, actual, why)
        : Claim.pending(expected, actual, why);
  }

  /** What the image runs where the check does not say it, with a blank before. */
  private String byItself(Image there) {
    String words =
        Stream.of(there.entrypoint(), there.command())
            .flatMap(List::stream)
            .collect(Collectors.joining(" "));
    return entrypoint.isEmpty() && command.isEmpty() && !words.isEmpty()
        ? " It runs %s, and `CMD` or `ENTRYPOINT` in a Dockerfile says what an image runs."
            .formatted(MismatchText.quoted(words))
        : "";
  }

  /** The container, with all that it was run with, for the beginning of a sentence. */
  private String who(Scene scene) {
    Variables variables = scene.variables();
    List<String> with = new ArrayList<>();
    if (!entrypoint.isEmpty()) {
      String words = entrypoint.stream().map(variables::expand).collect(Collectors.joining(" "));
      with.add("with the entrypoint " + MismatchText.quoted(words));
    }
    if (!command.isEmpty()) {
      String words = command.stream().map(variables::expand).collect(Collectors.joining(" "));
      with.add("run with " + MismatchText.quoted(words));
    }
    env.forEach((name, value) -> with.add("with `" + name + "=" + variables.expand(value) + "`"));
    if (!input.isEmpty()) {
      with.add(
          "given " + MismatchText.quoted(variables.expand(input).stripTrailing()) + " to read");
    }
    return "A container of `%s`%s"
        .formatted(
            variables.expand(image),
            with.stream().map(trait -> ", " + trait).collect(Collectors.joining())
                + (with.isEmpty() ? "" : ","));
  }

  private static String printed(ContainerRun.Result result) {
    String complaint = complaint(result);
    return !complaint.isEmpty() || result.out().isBlank()
        ? complaint
        : " It prints " + MismatchText.quoted(result.out().strip()) + ".";
  }

  private static String complaint(ContainerRun.Result result) {
    return result.err().isBlank()
        ? ""
        : " It says: " + MismatchText.quoted(result.err().strip()) + ".";
  }
}
