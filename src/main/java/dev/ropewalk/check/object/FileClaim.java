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
import dev.ropewalk.check.match.MatcherWord;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.text.RegularFile;
import dev.ropewalk.text.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file on the learner's disk.
 *
 * @param path relative to the directory of the learner's shell; may use variables
 */
public record FileClaim(String path, ObjectGoal<FileClaim.Facts> goal) implements Claim {
  private static final int LIMIT = 1 << 20;

  /** What is known of a file: of a large one the first MiB. */
  record Facts(String text, String mode) {}

  static final Attributes<Facts> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "mode",
                  Type.Single.TEXT,
                  "its permissions, such as `644`",
                  f -> Value.of(f.mode())),
              new Attribute<>(
                  "text",
                  Type.Single.TEXT,
                  "what is in it",
                  f -> Value.of(f.text().stripTrailing()))));

  /** The words of matchers stand beside the attributes: they speak of the text. */
  private static final Shape.Keys FORM = TABLE.form().and(MatcherWord.keys(Type.Single.TEXT));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "file",
          "A file on the learner's disk, relative to where the learner's shell is. Where nothing else in a step shows that the learner did something, it counts only once it was seen not to hold.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(
              new Shape.Exactly("exists", "it is there"),
              new Shape.Exactly("absent", "it is not there"),
              FORM),
          """
          check: You copied the configuration out of the container
          file: redis.conf
          expect: {contains: maxmemory 64mb, mode: "644"}
          """,
          FileClaim::read);

  private static Optional<FileClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> path = reading.text(subject, "`file`");
    Optional<ObjectGoal<Facts>> goal =
        Noun.expects(sentence, "exists")
            ? Optional.of(new ObjectGoal.There<>())
            : Noun.expects(sentence, "absent")
                ? Optional.of(new ObjectGoal.Gone<>())
                : Noun.expect(sentence, "a file", List.of("exists", "absent"), reading)
                    .map(m -> TABLE.gather("text", m))
                    .flatMap(m -> Expectations.read(m, TABLE, "file", reading))
                    .map(ObjectGoal.Like::new);
    return path.isPresent() && goal.isPresent()
        ? Optional.of(new FileClaim(path.get(), goal.get()))
        : Optional.empty();
  }

  /** The file may be there, or not, before the learner does anything. */
  @Override
  public boolean needsAct() {
    return false;
  }

  @Override
  public boolean needsFile() {
    return !(goal instanceof ObjectGoal.Gone<Facts>);
  }

  @Override
  public Verdict judge(Scene scene) {
    String name = scene.variables().expand(path);
    Path file = scene.learnersFile(name);
    boolean there = Files.exists(file);
    if (goal instanceof ObjectGoal.Gone<Facts>) {
      return there ? still(name) : new Verdict.Passed();
    }
    if (!there) {
      return missing(name, scene);
    }
    Optional<Expectations<Facts>> expectations = goal.expectations();
    if (expectations.isEmpty()) {
      return new Verdict.Passed();
    }
    try {
      Facts facts = new Facts(text(file), mode(file));
      return expectations
          .get()
          .mismatch(facts, scene.variables())
          .map(
              m ->
                  MismatchText.verdict("The file `" + name + "`", m, remedy(name, m, scene), scene))
          .orElseGet(Verdict.Passed::new);
    } catch (IOException e) {
      return new Verdict.Errored(
          "the file `%s` cannot be read: %s".formatted(name, RegularFile.reason(e)));
    }
  }

  private static String remedy(String name, Expectations.Mismatch<Facts> mismatch, Scene scene) {
    return mismatch.attribute().name().equals("mode")
        ? MatchedParts.literal(mismatch.matcher(), scene)
            .map(mode -> "`chmod %s %s` sets it.".formatted(mode, name))
            .orElse("")
        : "";
  }

  private static Verdict still(String name) {
    return Claim.failed(
        "no file `" + name + "`",
        "it is there",
        new Diagnosis(
            Progress.WRONG_STATE,
            "The file `%s` is still there.".formatted(name),
            "`rm %s` removes it.".formatted(name)));
  }

  private static Verdict missing(String name, Scene scene) {
    return Claim.failed(
        "the file `" + name + "`",
        "no such file",
        new CommandDiagnosis(scene)
            .lastFailed()
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.NOTHING_DONE,
                        "There is no file `%s`.".formatted(name),
                        Path.of(name).isAbsolute()
                            ? ""
                            : "ropewalk looks for it in your current directory.")));
  }

  private static String text(Path file) throws IOException {
    return Files.isDirectory(file)
        ? ""
        : new String(RegularFile.read(file, LIMIT), StandardCharsets.UTF_8);
  }

  private static String mode(Path file) throws IOException {
    Set<PosixFilePermission> all = Files.getPosixFilePermissions(file, new LinkOption[0]);
    int bits = 0;
    for (PosixFilePermission permission : all) {
      // The enum stands in the order of the bits, the owner's reading first.
      bits |= 0400 >>> permission.ordinal();
    }
    return String.format(Locale.ROOT, "%o", bits);
  }
}
