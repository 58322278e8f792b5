package dev.ropewalk.library;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.scratch.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A course that was fetched and can be looked at, but is not added. It goes when it is closed,
 * unless it was added.
 */
public final class Candidate implements AutoCloseable {
  private final CourseName name;
  private final Path folder;
  private final Pin pin;
  private final Course course;

  Candidate(CourseName name, Path folder, Pin pin, Course course) {
    this.name = name;
    this.folder = folder;
    this.pin = pin;
    this.course = course;
  }

  public CourseName name() {
    return name;
  }

  /** The course, all of whose lessons can be read. */
  public Course course() {
    return course;
  }

  public Origin origin() {
    return pin.origin();
  }

  /** The commit of a git repository, else an empty text. */
  public String commit() {
    return pin.commit();
  }

  /** SHA-256 of all its files. */
  public String hash() {
    return pin.contents().hash();
  }

  /** What it would run on this machine. */
  public List<CourseRun> runs() {
    return pin.runs();
  }

  Path folder() {
    return folder;
  }

  Pin pin() {
    return pin;
  }

  @Override
  public void close() {
    try {
      ScratchFolder.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
