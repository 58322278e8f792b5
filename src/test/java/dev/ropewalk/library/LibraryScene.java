package dev.ropewalk.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A course, and a library in which nothing is yet. */
abstract class LibraryScene {
  static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  static final CourseName SHOP = new CourseName("shop");

  @TempDir Path folder;

  Path source;

  Path courses;

  Library library;

  @BeforeEach
  void a_course_and_a_library() throws IOException {
    source = SmallCourse.write(folder.resolve("shop"));
    courses = folder.resolve("data/courses");
    library = new Library(courses, InstantSource.fixed(NOON));
  }

  AddedCourse added(Origin origin) {
    try (Candidate candidate = library.fetch(origin, SHOP)) {
      return library.add(candidate);
    }
  }

  AddedCourse added() {
    return added(Origin.of(source.toString(), ""));
  }

  AddedCourse found() {
    return library.get("shop");
  }

  List<String> inLibrary() throws IOException {
    if (Files.notExists(courses)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(courses)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
