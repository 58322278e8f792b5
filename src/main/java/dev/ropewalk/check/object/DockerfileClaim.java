package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.dockerfile.Dockerfile;
import dev.ropewalk.dockerfile.Fault;
import dev.ropewalk.dockerfile.Instruction;
import dev.ropewalk.dockerfile.Lint;
import dev.ropewalk.dockerfile.Stage;
import dev.ropewalk.dockerfile.Unreadable;
import dev.ropewalk.text.RegularFile;
import dev.ropewalk.text.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a Dockerfile on the learner's disk says.
 *
 * @param path relative to the lesson's own folder, or else to where the learner's shell is; may use
 *     variables
 */
public record DockerfileClaim(String path, Expectations<Dockerfile> expectations)
    implements LearnersFile {
  private static final int LIMIT = 1 << 20;
  private static final Type.RecordOf INSTRUCTION = instruction();
  static final Type INSTRUCTIONS = new Type.ListOf(INSTRUCTION);

  static final Attributes<Dockerfile> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "base",
                  Type.Single.IMAGE,
                  "the image that the last stage comes from, variables put in",
                  f -> Type.Single.IMAGE.parse(f.last().image())),
              new Attribute<>(
                  "stages",
                  new Type.ListOf(Type.Single.TEXT),
                  "its build stages by name, or by number from 0",
                  f -> Value.of(f.stages().stream().map(Stage::name).toList())),
              new Attribute<>(
                  "instructions",
                  INSTRUCTIONS,
                  "every instruction, with word, arguments and form",
                  f ->
                      new Value.Items(
                          f.instructions().stream().map(DockerfileClaim::value).toList())),
              new Attribute<>(
                  "order",
                  new Type.ListOf(Type.Single.TEXT),
                  "the words of its instructions, from first to last",
                  f -> Value.of(f.instructions().stream().map(Instruction::word).toList())),
              new Attribute<>(
                  "user",
                  Type.Single.TEXT,
                  "the user that the last stage ends with",
                  f -> f.last().user().map(Value::of).orElseGet(Value.Nothing::new)),
              new Attribute<>(
                  "lint",
                  new Type.ListOf(new Type.Word(Fault.words())),
                  "what is often wrong: no version, ADD for COPY, apt-get's lists, shell form, root",
                  f -> Value.of(Lint.of(f).stream().map(l -> l.fault().word()).toList()))));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "dockerfile",
          "A Dockerfile on the learner's disk, relative to the lesson's own folder, or where it has none, to where the learner's shell is. Where nothing else in a step shows that the learner did something, one of its checks of files, this or another, must have been seen not to hold since it opened.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(TABLE.form()),
          """
          check: The dependencies are installed before the program is copied
          dockerfile: Dockerfile
          expect:
            base: node:22-alpine
            instructions: {in_order: [COPY package.json ., {word: RUN, arguments: {contains: npm}}, COPY . .]}
            stages: {count: 1}
            lint: {empty: true}
          """,
          DockerfileClaim::read);

  private static Type.RecordOf instruction() {
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put("word", Type.Single.TEXT);
    fields.put("arguments", Type.Single.TEXT);
    fields.put("form", Type.Word.of("exec", "shell"));
    return new Type.RecordOf(fields, DockerfileClaim::shorthand, "COPY . /app");
  }

  /** {@code COPY . /app} is the whole instruction, {@code COPY} any of its kind. */
  private static Map<String, String> shorthand(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("word", parts[0].toUpperCase(Locale.ROOT));
    if (parts.length > 1) {
      fields.put("arguments", Instruction.singleSpaced(parts[1]));
    }
    return fields;
  }

  static Value value(Instruction instruction) {
    return new Value.Fields(
        Map.of(
            "word", Value.of(instruction.word()),
            "arguments", Value.of(instruction.arguments()),
            "form", Value.of(form(instruction))));
  }

  /** As a check file names it. */
  static String form(Instruction instruction) {
    return instruction.exec().isPresent() ? "exec" : "shell";
  }

  private static Optional<DockerfileClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> path = reading.text(subject, "`dockerfile`");
    Optional<Expectations<Dockerfile>> expectations =
        Noun.expect(sentence, "a Dockerfile", List.of(), reading)
            .flatMap(m -> Expectations.read(m, TABLE, "Dockerfile", reading));
    return path.isPresent() && expectations.isPresent()
        ? Optional.of(new DockerfileClaim(path.get(), expectations.get()))
        : Optional.empty();
  }

  @Override
  public Verdict judge(Scene scene) {
    String name = scene.variables().expand(path);
    Path file = scene.learnersFile(name);
    if (!Files.isRegularFile(file)) {
      return MissingFile.verdict(name, scene);
    }
    try {
      Dockerfile read =
          Dockerfile.parse(new String(RegularFile.read(file, LIMIT), StandardCharsets.UTF_8));
      return expectations
          .mismatch(read, scene.variables())
          .map(mismatch -> unlike(name, read, mismatch, scene))
          .orElseGet(Verdict.Passed::new);
    } catch (Unreadable e) {
      return Claim.failed(
          "a Dockerfile",
          "line " + e.line(),
          new Diagnosis(
              Progress.WRONG_STATE,
              "Docker would refuse `%s`, line %s: %s".formatted(name, e.line(), e.sentence()),
              ""));
    } catch (IOException e) {
      return new Verdict.Errored(
          "the file `%s` cannot be read: %s".formatted(name, RegularFile.reason(e)));
    }
  }

  private static Verdict unlike(
      String name, Dockerfile file, Expectations.Mismatch<Dockerfile> mismatch, Scene scene) {
    String expected = scene.wording().of(mismatch.matcher());
    String wanted = scene.wording().quoted(mismatch.matcher());
    String actual = mismatch.shown();
    Optional<Lint.Finding> fault =
        Lint.of(file).stream()
            .filter(f -> allows(List.of(), mismatch, scene))
            .filter(f -> !allows(List.of(f.fault().word()), mismatch, scene))
            .findFirst();
    Diagnosis why =
        switch (mismatch.attribute().name()) {
          case "base" ->
              detail(
                  "`%s` builds on `%s`, but this step asks for %s.".formatted(name, actual, wanted),
                  "The image stands after the last `FROM`.");
          case "stages" ->
              detail(
                  "`%s` %s, but this step asks for %s."
                      .formatted(
                          name,
                          MismatchText.counted(mismatch, "stages")
                              .orElse("has the stages `" + actual + "`"),
                          wanted),
                  "Each `FROM` begins a stage; `FROM image AS name` names it.");
          case "instructions" -> InstructionText.of(name, file, mismatch.matcher(), scene);
          case "order" ->
              detail(
                  "`%s` has its instructions in the order %s, but this step asks for %s."
                      .formatted(name, MismatchText.quoted(actual), wanted),
                  "");
          case "user" ->
              file.last().user().isEmpty()
                  ? detail(
                      "`%s` has no `USER`, so its containers run as the base image says."
                          .formatted(name),
                      "This step asks for %s.".formatted(wanted))
                  : detail(
                      "`%s` ends with the user `%s`, but this step asks for %s."
                          .formatted(name, actual, wanted),
                      "");
          default ->
              fault
                  .map(
                      f ->
                          detail(
                              "`%s`, line %s: %s".formatted(name, f.line(), f.fault().says()),
                              f.fault().remedy()))
                  .orElseGet(
                      () ->
                          detail(
                              "The faults of `%s` are: %s; but this step asks for %s."
                                  .formatted(name, actual, wanted),
                              ""));
        };
    return Claim.failed(expected, actual, why);
  }

  /** Whether a file with these faults and no others would do. */
  private static boolean allows(
      List<String> faults, Expectations.Mismatch<Dockerfile> mismatch, Scene scene) {
    return mismatch.attribute().name().equals("lint")
        && scene.matching().test(mismatch.matcher(), mismatch.attribute().type(), Value.of(faults));
  }

  private static Diagnosis detail(String says, String remedy) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, remedy);
  }
}
