package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.Whereabouts;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.text.ShellQuote;
import dev.ropewalk.text.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Says that a file of the learner's is not there, and what may be it under another name. */
final class MissingFile {
  private MissingFile() {}

  /**
   * @param name relative to where the learner is
   */
  static Verdict verdict(String name, Scene scene) {
    Path file = scene.learnersFile(name);
    String wanted = String.valueOf(file.getFileName());
    Diagnosis why =
        Suggestion.nearest(wanted, neighbours(file, scene))
            .map(near -> misnamed(near, wanted, name, scene))
            .or(() -> new CommandDiagnosis(scene).lastFailed())
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.NOTHING_DONE,
                        "There is no file `%s`.".formatted(name),
                        Path.of(name).isAbsolute() ? "" : scene.whereabouts().lookedFor()));
    return Claim.failed("the file `" + name + "`", "no such file", why);
  }

  private static Diagnosis misnamed(String near, String wanted, String name, Scene scene) {
    Path shell = scene.whereabouts().shell();
    Path there = scene.whereabouts().files().resolve(name).toAbsolutePath().normalize();
    boolean isHere = shell.equals(there.getParent());
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "There is a file `%s`, but this step asks for `%s`.".formatted(near, wanted),
        "`mv %s %s` gives it that name."
            .formatted(
                ShellQuote.of(isHere ? near : there.resolveSibling(near).toString()),
                ShellQuote.of(isHere ? wanted : there.toString())));
  }

  /**
   * The files beside it that may be what was written for this step. Outside of the lesson's own
   * folder only what was written since the step opened may be: all else has nothing to do with it,
   * and nobody is told to give it another name.
   */
  private static List<String> neighbours(Path file, Scene scene) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              each ->
                  scene.whereabouts().kind() == Whereabouts.Kind.LESSONS
                      || isWrittenSince(scene.history().opened(), each))
          .map(each -> each.getFileName().toString())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isWrittenSince(Instant opened, Path file) {
    try {
      return !opened.equals(Instant.EPOCH)
          && !Files.getLastModifiedTime(file).toInstant().isBefore(opened);
    } catch (IOException e) {
      return false;
    }
  }
}
