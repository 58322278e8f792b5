package dev.ropewalk.author;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the files that a scenario lays on its machine. */
final class ScenarioAssets {
  private static final long LARGEST = 10L << 20;

  private final ScenarioFolder files;
  private final Path folder;
  private final Problems problems;
  private final List<Scenario.Lost> lost;
  private final List<Scenario.Asset> assets = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  ScenarioAssets(ScenarioFolder files, Path folder, Problems problems, List<Scenario.Lost> lost) {
    this.files = files;
    this.folder = folder;
    this.problems = problems;
    this.lost = lost;
  }

  /** Those that {@code details.assets} names, of all its machines. */
  List<Scenario.Asset> read(JsonNode machines) {
    for (JsonNode machine : machines) {
      for (JsonNode each : machine) {
        String name = each.path("file").asText("");
        String target = each.path("target").asText("").strip();
        boolean program = each.path("chmod").asText("").contains("x");
        if (!name.isBlank()) {
          asset(name, target, program);
        }
      }
    }
    return assets;
  }

  /** Every file below a folder, laid as it lies there. */
  List<Scenario.Asset> all(Path from, List<Path> but) {
    for (Path file : below(from)) {
      if (but.stream().noneMatch(file::startsWith)) {
        take(
            file,
            from.relativize(file).toString().replace('\\', '/'),
            "",
            Files.isExecutable(file));
      }
    }
    return assets;
  }

  private void asset(String name, String target, boolean program) {
    List<Path> found = matching(name);
    if (found.isEmpty()) {
      lost("`assets/" + name + "` is named here, but is not there");
    }
    for (Path file : found) {
      String last = file.getFileName().toString();
      String home = target.replaceFirst("^(?:~|/root|\\$HOME)(?=/|$)/*", "./");
      String below = home.startsWith("./") ? home.substring(2).replaceAll("/+$", "") : "";
      String free = below.isEmpty() ? last : below + "/" + last;
      boolean outside = Path.of(free).normalize().startsWith("..") || free.contains("..");
      take(file, outside ? last : free, target.replaceAll("/+$", "") + "/" + last, program);
    }
  }

  private void take(Path file, String name, String target, boolean program) {
    try {
      if (Files.size(file) > LARGEST) {
        lost("`%s` is larger than 10 MiB".formatted(files.name(file)));
      } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
        lost("`%s`: another file is laid to `%s`".formatted(files.name(file), name));
      } else {
        files.use(file);
        assets.add(new Scenario.Asset(file, name, target, program));
      }
    } catch (IOException e) {
      lost("`%s` cannot be read".formatted(files.name(file)));
    }
  }

  /** Those of the folder {@code assets} that a name or a pattern means; links are none. */
  private List<Path> matching(String name) {
    Path from = folder.resolve("assets");
    if (!name.contains("*") && !name.contains("?")) {
      return files.find(from, name, new Problems(problems.source()), Place.START).stream()
          .flatMap(path -> Files.isDirectory(path) ? below(path).stream() : Stream.of(path))
          .toList();
    }
    try {
      PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + name);
      return below(from).stream().filter(file -> pattern.matches(from.relativize(file))).toList();
    } catch (PatternSyntaxException e) {
      return List.of();
    }
  }

  private static List<Path> below(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, 10)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .limit(1000)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void lost(String what) {
    lost.add(new Scenario.Lost(problems.source().name(), what));
  }
}
