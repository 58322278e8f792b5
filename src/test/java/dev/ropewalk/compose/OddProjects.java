package dev.ropewalk.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compose files of all kinds, each with the files that it stands among. */
final class OddProjects {
  private static final Path TEXTS = Path.of("src/test/resources/compose");

  private OddProjects() {}

  /**
   * A project.
   *
   * @param title what is odd in it
   * @param files by their names
   */
  record Project(String title, Map<String, String> files) {
    /** Writes the files into a folder of its own. */
    Path into(Path parent) throws IOException {
      Path folder = Files.createTempDirectory(parent, "p");
      for (Map.Entry<String, String> each : files.entrySet()) {
        Path file = folder.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue());
      }
      return folder;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** Those that Compose takes. */
  static Stream<Project> taken() {
    return read("taken.txt");
  }

  /** Those that it refuses. */
  static Stream<Project> refused() {
    return read("refused.txt");
  }

  private static Stream<Project> read(String name) {
    try {
      List<Project> all = new ArrayList<>();
      for (String part : Files.readString(TEXTS.resolve(name)).split("(?m)^=== ")) {
        if (!part.isBlank()) {
          all.add(project(part));
        }
      }
      return all.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Project project(String part) {
    String[] files = part.split("(?m)^--- ");
    Map<String, String> texts = new LinkedHashMap<>();
    Arrays.stream(files)
        .skip(1)
        .forEach(
            file -> {
              String[] lines = file.split("\n", 2);
              texts.put(lines[0].strip(), lines[1]);
            });
    return new Project(files[0].strip(), texts);
  }
}
