package dev.ropewalk.author;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that is imported. It is anybody's: nothing outside of it is read, and no link. */
final class ScenarioFolder {
  private static final Pattern BINARY = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t\\f\\x1b]]");

  private final Path root;
  private final Set<Path> used = new HashSet<>();
  private final Set<Path> scenarios = new HashSet<>();

  ScenarioFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  Path root() {
    return root;
  }

  /** Notes that a file has been taken into a lesson. */
  void use(Path file) {
    used.add(file);
  }

  /** Notes the folder of a scenario: what lies in it is not what lies beside another one. */
  void scenario(Path folder) {
    scenarios.add(folder);
  }

  /**
   * The files below a scenario's folder that nothing has taken; those of scenarios in it are not
   * its own.
   */
  List<Path> unused(Path folder) throws IOException {
    List<Path> unused = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.sorted().toList()) {
        boolean hidden = each.getFileName().toString().startsWith(".");
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          if (!hidden && !scenarios.contains(each)) {
            unused.addAll(unused(each));
          }
        } else if (!hidden && !used.contains(each)) {
          unused.add(each);
        }
      }
    }
    return unused;
  }

  /** How a path is called in messages. */
  String name(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /** What is named there, where it lies in the folder and is no link; notes a problem otherwise. */
  Optional<Path> find(Path folder, String name, Problems problems, Place place) {
    try {
      Path path = folder.resolve(name).normalize();
      if (Path.of(name).isAbsolute() || !path.startsWith(root)) {
        problems.add(
            place,
            "`" + name + "` lies outside of the folder that is imported",
            "copy what it names into the folder, and name that");
      } else if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(
            place, "`" + name + "` is named here, but is not there", "add it, or remove its key");
      } else if (!path.toRealPath().equals(path)) {
        problems.add(place, "`" + name + "` is a link", "put a copy in its place");
      } else {
        return Optional.of(path);
      }
    } catch (InvalidPathException | IOException e) {
      problems.add(place, "`" + name + "` cannot be the name of a file", "name one of the folder");
    }
    return Optional.empty();
  }

  /** The text of a file that is named in another one; notes a problem where there is none. */
  Optional<Source> read(Path folder, String name, Problems problems, Place place) {
    Optional<Path> file = find(folder, name, problems, place);
    if (file.isPresent() && !Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      problems.add(place, "`" + name + "` is no file", "name a file of the folder");
      return Optional.empty();
    }
    try {
      file.ifPresent(used::add);
      return file.map(path -> text(name(path), path));
    } catch (BrokenSource broken) {
      Diagnostic first = broken.diagnostics().getFirst();
      problems.add(place, "`" + name + "` cannot be used: " + first.message(), first.fix());
      return Optional.empty();
    }
  }

  /**
   * The text of a file.
   *
   * @throws BrokenSource when it has none
   */
  static Source text(String name, Path file) {
    Source source = Source.read(name, file);
    if (BINARY.matcher(source.text()).find()) {
      throw new BrokenSource(
          List.of(
              new Diagnostic(
                  new Source(name, ""),
                  Place.START,
                  "the file is binary",
                  "name a file with text in it")));
    }
    return source;
  }
}
