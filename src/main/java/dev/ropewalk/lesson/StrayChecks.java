package dev.ropewalk.lesson;

import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files that look like check files and that no lesson has. */
final class StrayChecks {
  private StrayChecks() {}

  /**
   * What is wrong with each.
   *
   * @param known the names of the check files that lessons have
   */
  static List<Diagnostic> of(Path course, Set<String> known) {
    try (Stream<Path> all = Files.list(course.resolve("checks"))) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(?s).*\\.ya?ml") && !known.contains(name))
          .sorted()
          .map(name -> stray(name, known))
          .toList();
    } catch (IOException e) {
      // Without check files every lesson is told to want one.
      return List.of();
    }
  }

  private static Diagnostic stray(String name, Set<String> known) {
    return new Diagnostic(
        new Source("checks/" + name, ""),
        Place.START,
        "no lesson has this check file",
        Suggestion.nearest(name, known)
            .map(near -> "rename it to `" + near + "`, or remove it")
            .orElse(
                "add `lessons/%s.md`, or remove it".formatted(name.replaceFirst("\\.ya?ml$", ""))));
  }
}
