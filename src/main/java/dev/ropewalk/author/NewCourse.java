package dev.ropewalk.author;

import dev.ropewalk.lesson.CourseFile;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Begins a course: what it says of itself, and a first lesson that can be played as it is. */
public final class NewCourse {
  private static final LessonId FIRST = new LessonId("first-container");

  private static final String DESCRIPTION =
      """
      # What this course says of itself. `ropewalk author schema --install` teaches your editor its keys.
      title: %s
      # author: your name
      # licence: CC-BY-4.0
      language: en
      # requires: {engine_api: "1.41"}
      modules:
        - title: First steps
          lessons:
            - {lesson: %s, minutes: 10}
      """;

  private NewCourse() {}

  /**
   * Writes it.
   *
   * @param course its folder; what it lacks is made
   * @return the files
   * @throws FileAlreadyExistsException when a course is there already; nothing is written
   */
  public static List<Path> write(Path course) throws IOException {
    for (String part : List.of(CourseFile.NAME, "lessons", "checks")) {
      Path there = course.resolve(part);
      if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(there.toString());
      }
    }
    List<Path> files = new ArrayList<>();
    Path description = course.resolve(CourseFile.NAME);
    NewLesson.write(description, DESCRIPTION.formatted(CheckYaml.quoted(title(course)), FIRST));
    files.add(description);
    files.addAll(NewLesson.write(course, FIRST));
    return files;
  }

  private static String title(Path course) {
    Path name = course.toAbsolutePath().normalize().getFileName();
    String words = name == null ? "" : name.toString().replaceAll("[-_.\\s]+", " ").strip();
    return words.isEmpty()
        ? "A course"
        : Character.toString(Character.toUpperCase(words.codePointAt(0)))
            + words.substring(words.offsetByCodePoints(0, 1));
  }
}
