package dev.ropewalk.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where in what was fetched the course is: archives are often packed with a folder around it. */
final class CourseRoot {
  private static final int DEEPEST = 4;

  private CourseRoot() {}

  /**
   * The folder of the course: the one that is named, the whole, or the only one in it.
   *
   * @throws LibraryProblem when there is none, or more than one
   */
  static Path find(Path fetched, Origin origin) throws IOException {
    if (origin.inside().isPresent()) {
      return named(fetched, origin, origin.inside().get());
    }
    if (isCourse(fetched)) {
      return fetched;
    }
    List<String> found;
    try (Stream<Path> all = Files.walk(fetched, DEEPEST)) {
      found =
          all.filter(CourseRoot::isCourse)
              .map(folder -> fetched.relativize(folder).toString())
              .filter(path -> !path.startsWith(".git"))
              .sorted()
              .toList();
    }
    return switch (found.size()) {
      case 0 ->
          throw new LibraryProblem(
              "there is no course in `" + origin.from() + "`",
              "name a folder that has `lessons/` and `checks/` in it");
      case 1 -> fetched.resolve(found.getFirst());
      default ->
          throw new LibraryProblem(
              "there are %s courses in `%s`".formatted(found.size(), origin.from()),
              "name one with --folder: " + String.join(", ", found));
    };
  }

  private static Path named(Path fetched, Origin origin, String folder) {
    Path root = fetched.resolve(folder).normalize();
    if (!root.startsWith(fetched) || !isCourse(root)) {
      throw new LibraryProblem(
          "the folder `%s` in `%s` has no `lessons/` and `checks/` in it"
              .formatted(folder, origin.from()),
          "name another one with --folder, or leave it out");
    }
    return root;
  }

  private static boolean isCourse(Path folder) {
    return Files.isDirectory(folder.resolve("lessons"), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(folder.resolve("checks"), LinkOption.NOFOLLOW_LINKS);
  }
}
