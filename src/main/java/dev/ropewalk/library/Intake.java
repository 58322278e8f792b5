package dev.ropewalk.library;

import dev.ropewalk.scratch.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** Takes a course in from where it is. */
final class Intake {
  private static final Set<String> OF_VERSION_CONTROL = Set.of(".git", ".hg", ".svn");

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
        case ARCHIVE -> {
          Files.createDirectory(fetched);
          links = Unpacker.unpack(Path.of(origin.from()), fetched);
        }
        case GIT -> commit = GitRepository.fetch(origin.from(), fetched, scratch.path());
      }
      Path root = CourseRoot.find(fetched, origin);
      for (String link : links) {
        if (fetched.resolve(link).normalize().startsWith(root)) {
          throw link(link);
        }
      }
      copy(root, into);
      return commit;
    }
  }

  private static LibraryProblem link(String path) {
    return new LibraryProblem(
        "`" + path + "` is no file, but a link or a device, which a course may not have",
        "put a copy of the file in its place");
  }

  private static void copy(Path root, Path into) throws IOException {
    Bounds bounds = new Bounds(into);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return OF_VERSION_CONTROL.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = root.relativize(file).toString();
            // In a work tree of git or a submodule `.git` is a file.
            if (OF_VERSION_CONTROL.contains(file.getFileName().toString())) {
              return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
              throw link(path);
            }
            try (InputStream content = Files.newInputStream(file)) {
              bounds.lay(
                  path, Files.isExecutable(file) ? Bounds.Use.RUN : Bounds.Use.READ, content);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
