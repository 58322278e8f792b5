package dev.ropewalk.library;

import dev.ropewalk.archive.Bounds;
import dev.ropewalk.archive.ForeignEntries;
import dev.ropewalk.archive.ForeignEntries.Use;
import dev.ropewalk.archive.RefusedArchive;
import dev.ropewalk.scratch.ScratchFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a course in from where it is. */
final class Intake {
  private static final Bounds BOUNDS = new Bounds(10_000, 64L << 20, 256L << 20);

  private Intake() {}

  /**
   * Lays a copy of the course, and nothing else, into an empty folder.
   *
   * @return the commit of a git repository, else an empty text
   * @throws LibraryProblem when it cannot be had, or has what a course may not have
   */
  static String take(Origin origin, Path into) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Path fetched = scratch.path().resolve("fetched");
      String commit = "";
      List<String> links = List.of();
      switch (origin.kind()) {
        case FOLDER -> fetched = Path.of(origin.from());
        case ARCHIVE -> links = lay(origin, Path.of(origin.from()), Files.createDirectory(fetched));
        case GIT -> commit = GitRepository.fetch(origin.from(), fetched, scratch.path());
      }
      Path root = CourseRoot.find(fetched, origin);
      for (String link : links) {
        if (fetched.resolve(link).normalize().startsWith(root)) {
          throw link(link);
        }
      }
      lay(origin, root, into).stream()
          .findFirst()
          .ifPresent(
              link -> {
                throw link(link);
              });
      return commit;
    }
  }

  private static LibraryProblem link(String path) {
    return new LibraryProblem(
        "`" + path + "` is no file, but a link or a device, which a course may not have",
        "put a copy of the file in its place");
  }

  /**
   * Lays the files of a folder or an archive.
   *
   * @return the links and devices in it, which are not made
   */
  private static List<String> lay(Origin origin, Path source, Path into) throws IOException {
    Laying laying = new Laying(into, new ArrayList<>());
    try {
      ForeignEntries.read(source, BOUNDS, laying);
    } catch (RefusedArchive e) {
      String why = e.sentence().replaceFirst("\\.$", "");
      throw new LibraryProblem(
          "`%s` is refused: %s"
              .formatted(
                  origin.from(), why.substring(0, 1).toLowerCase(Locale.ROOT) + why.substring(1)),
          fix(e.fault()),
          e);
    }
    return laying.links();
  }

  private static String fix(RefusedArchive.Fault fault) {
    return switch (fault) {
      case NO_ARCHIVE ->
          "pack the folder of the course with `tar -czf course.tar.gz DIR` or `zip -r course.zip DIR`";
      case BROKEN -> "fetch or pack it again";
      case ENCRYPTED -> "pack it without a password, in the usual way (deflate)";
      case PATH -> "name files by plain paths below the folder of the course, without `..`";
      case TWICE -> "rename one of them";
      case LINK -> "put a copy of the file in its place";
      case TOO_MUCH, CONTENT -> "take out what no lesson needs";
    };
  }

  /** Writes files into a folder, and makes no links. */
  private record Laying(Path folder, List<String> links) implements ForeignEntries.Target {
    @Override
    public OutputStream file(String path, Use use) throws IOException {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (use == Use.RUN) {
        boolean unused = file.toFile().setExecutable(true);
      }
      return out;
    }

    @Override
    public void link(String path) {
      links.add(path);
    }
  }
}
