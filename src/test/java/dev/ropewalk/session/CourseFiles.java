package dev.ropewalk.session;

import dev.ropewalk.lesson.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A course that a test writes. */
final class CourseFiles {
  private CourseFiles() {}

  /** Writes these files, by their names in the folder, and opens the course that they are. */
  static Course open(Path folder, Map<String, String> files) {
    files.forEach((name, text) -> write(folder.resolve(name), text));
    return Course.open(folder);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
