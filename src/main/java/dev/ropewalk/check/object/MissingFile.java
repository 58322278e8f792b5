package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.text.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Suggestion.nearest(wanted, neighbours(file))
            .map(
                near ->
                    new Diagnosis(
                        Progress.WRONG_OBJECT,
                        "There is a file `%s`, but this step asks for `%s`."
                            .formatted(near, wanted),
                        "`mv %s %s` gives it that name.".formatted(near, wanted)))
            .or(() -> new CommandDiagnosis(scene).lastFailed())
            .orElseGet(
                () ->
                    new Diagnosis(
                        Progress.NOTHING_DONE,
                        "There is no file `%s`.".formatted(name),
                        Path.of(name).isAbsolute() ? "" : scene.whereabouts().lookedFor()));
    return Claim.failed("the file `" + name + "`", "no such file", why);
  }

  private static List<String> neighbours(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
