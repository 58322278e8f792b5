package dev.ropewalk.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Removes some files of a folder, and the folders in which nothing is left then. */
final class Removal {
  private static final Comparator<Path> DEEPEST_FIRST =
      Comparator.comparingInt(Path::getNameCount).reversed().thenComparing(path -> path);

  private Removal() {}

  static void of(Path folder, List<String> files) throws IOException {
    SortedSet<Path> folders = new TreeSet<>(DEEPEST_FIRST);
    folders.add(folder);
    for (String path : files) {
      Path file = folder.resolve(path);
      Files.delete(file);
      for (Path up = file.getParent(); up != null && up.startsWith(folder); up = up.getParent()) {
        folders.add(up);
      }
    }
    for (Path each : folders) {
      removeIfEmpty(each);
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean empty;
    try (Stream<Path> inside = Files.list(folder)) {
      empty = inside.findAny().isEmpty();
    }
    if (empty) {
      Files.delete(folder);
    }
  }
}
