package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file on the learner's disk.
 *
 * @param path relative to the lesson's own folder, or else to where the learner's shell is; may use
 *     variables
 */
public record FileClaim(String path, ObjectGoal<SeenFile> goal) implements LearnersFile {
  /** The words of matchers stand beside the attributes: they speak of the text. */
  private static final Shape.Keys FORM =
      SeenFile.TABLE
          .form()
          .and(
              MatcherWord.keys(Type.Single.TEXT).stream()
                  .filter(key -> SeenFile.TABLE.find(key.name()).isEmpty())
                  .toList());

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "file",
          "A file on the learner's disk, relative to the lesson's own folder, or where it has none, to where the learner's shell is. Where nothing else in a step shows that the learner did something, one of its checks of files, this or another, must have been seen not to hold since it opened.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(
              new Shape.Exactly("exists", "it is there"),
              new Shape.Exactly("absent", "it is not there"),
              FORM),
          """
          check: You copied the configuration out of the container
          file: redis.conf
          expect: {contains: maxmemory 64mb, mode: "644", size: {at_most: 64k}}
          """,
          FileClaim::read);

  private static Optional<FileClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> path = reading.text(subject, "`file`");
    Optional<ObjectGoal<SeenFile>> goal =
        Noun.expects(sentence, "exists")
            ? Optional.of(new ObjectGoal.There<>())
            : Noun.expects(sentence, "absent")
                ? Optional.of(new ObjectGoal.Gone<>())
                : Noun.expect(sentence, "a file", List.of("exists", "absent"), reading)
                    .map(m -> SeenFile.TABLE.gather("text", m))
                    .flatMap(m -> Expectations.read(m, SeenFile.TABLE, "file", reading))
                    .map(ObjectGoal.Like::new);
    return path.isPresent() && goal.isPresent()
        ? Optional.of(new FileClaim(path.get(), goal.get()))
        : Optional.empty();
  }

  @Override
  public boolean needsFile() {
    return !(goal instanceof ObjectGoal.Gone<SeenFile>);
  }

  @Override
  public Verdict judge(Scene scene) {
    String name = scene.variables().expand(path);
    Path file = scene.learnersFile(name);
    boolean there = Files.exists(file);
    if (goal instanceof ObjectGoal.Gone<SeenFile>) {
      return there ? still(name) : new Verdict.Passed();
    }
    if (!there) {
      return missing(name, scene);
    }
    Optional<Expectations<SeenFile>> expectations = goal.expectations();
    if (expectations.isEmpty()) {
      return new Verdict.Passed();
    }
    try {
      return expectations
          .get()
          .mismatch(new SeenFile(file), scene.variables())
          .map(mismatch -> unlike(name, file, mismatch, scene))
          .orElseGet(Verdict.Passed::new);
    } catch (UncheckedIOException e) {
      return unreadable(name, Objects.requireNonNull(e.getCause()));
    }
  }

  @Override
  public List<String> capturable() {
    return goal instanceof ObjectGoal.Gone<SeenFile> ? List.of() : SeenFile.TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    Path file = scene.learnersFile(scene.variables().expand(path));
    try {
      return Files.exists(file)
          ? SeenFile.TABLE.value(attribute, new SeenFile(file))
          : Optional.empty();
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException(
          "a file that is too long or cannot be read: "
              + RegularFile.reason(Objects.requireNonNull(e.getCause())),
          e);
    }
  }

  private static Verdict unreadable(String name, IOException reason) {
    return new Verdict.Errored(
        "the file `%s` cannot be read: %s".formatted(name, RegularFile.reason(reason)));
  }

  private static Verdict unlike(
      String name, Path path, Expectations.Mismatch<SeenFile> mismatch, Scene scene) {
    String file = "The file `" + name + "`";
    if (mismatch.attribute().name().equals("binary")) {
      boolean binary = mismatch.actual().equals(Value.of(true));
      return Claim.failed(
          binary ? "a text" : "a binary file",
          binary ? "a binary file" : isEmpty(path) ? "an empty file" : "a text",
          new Diagnosis(
              Progress.WRONG_DETAIL,
              "%s is %s, but this step asks for %s."
                  .formatted(
                      file,
                      binary ? "binary" : isEmpty(path) ? "empty" : "a text",
                      binary ? "a text" : "a binary one"),
              ""));
    }
    return MismatchText.verdict(file, mismatch, remedy(name, mismatch, scene), scene);
  }

  private static boolean isEmpty(Path file) {
    return new SeenFile(file).text().isEmpty();
  }

  private static String remedy(String name, Expectations.Mismatch<SeenFile> mismatch, Scene scene) {
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
                        Path.of(name).isAbsolute() ? "" : scene.whereabouts().lookedFor())));
  }
}
