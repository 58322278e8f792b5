package dev.ropewalk.check.object;

import dev.ropewalk.check.Probes.ComposeAnswer;
import dev.ropewalk.check.Scene;
import dev.ropewalk.compose.ComposeFile;
import dev.ropewalk.compose.ComposeReader;
import dev.ropewalk.compose.Places;
import dev.ropewalk.compose.Unreadable;
import dev.ropewalk.text.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A compose file that is there: read by Compose where it is, and by us where it is not. */
final class SeenComposeFile {
  private static final int LIMIT = 1 << 20;

  private final String name;
  private final Scene scene;
  private final Path there;
  private final Path folder;

  /**
   * @param name relative to where the learner is
   */
  SeenComposeFile(String name, Scene scene) {
    this.name = name;
    this.scene = scene;
    this.there = scene.whereabouts().files().resolve(name).toAbsolutePath().normalize();
    this.folder = Objects.requireNonNull(there.getParent(), "a file is in a folder");
  }

  /**
   * What it says.
   *
   * @throws Unreadable when Compose refuses it, or would
   */
  ComposeFile read() throws Unreadable {
    List<String> names =
        ComposeReader.together(
            String.valueOf(there.getFileName()),
            other -> Files.isRegularFile(scene.probes().here(folder.resolve(other))));
    return switch (scene.probes().compose(folder, names)) {
      case ComposeAnswer.Read(var config) -> ComposeReader.told(folder, config);
      case ComposeAnswer.NotThere(var environment) -> ours(names, environment);
      case ComposeAnswer.Refused(var words) -> {
        // It does not say where; ours does, where it sees the same.
        ComposeFile unused = ours(names, Map.of());
        throw Unreadable.inWords(name, words);
      }
    };
  }

  private ComposeFile ours(List<String> names, Map<String, String> environment) throws Unreadable {
    return new ComposeReader(
            folder, this::text, path -> Files.isDirectory(scene.probes().here(path)), environment)
        .read(names);
  }

  private Optional<String> text(Path file) {
    try {
      Path here = scene.probes().here(file);
      return Files.isRegularFile(here)
          ? Optional.of(new String(RegularFile.read(here, LIMIT), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The file, with the line of what stands in it, to begin a sentence with.
   *
   * @param path a service, and a key of it
   */
  String place(List<String> path) {
    int line = text(there).flatMap(Places::of).map(places -> places.line(path)).orElse(0);
    return line == 0 ? "`%s`".formatted(name) : "`%s`, line %s".formatted(name, line);
  }
}
