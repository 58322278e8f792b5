package dev.ropewalk.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** A course of the library. */
public final class AddedCourse {
  private final CourseName name;
  private final Path folder;
  private final Pin pin;

  AddedCourse(CourseName name, Path folder, Pin pin) {
    this.name = name;
    this.folder = folder;
    this.pin = pin;
  }

  public CourseName name() {
    return name;
  }

  /** Where its files are. */
  public Path folder() {
    return folder;
  }

  public Origin origin() {
    return pin.origin();
  }

  /** The commit of a git repository, else an empty text. */
  public String commit() {
    return pin.commit();
  }

  /** What it called itself when it was added. */
  public String title() {
    return pin.title();
  }

  public Instant added() {
    return pin.added();
  }

  /** SHA-256 of all its files, as they were added. */
  public String hash() {
    return pin.contents().hash();
  }

  /**
   * What has become of its files since then; empty while it is as it was.
   *
   * @throws LibraryProblem when they cannot be read
   */
  public List<Change> changes() {
    return pin.contents().changesTo(now());
  }

  /** The files that are in its folder now and are not what was added. */
  public List<String> theirs() {
    return changes().stream()
        .filter(change -> change.kind() != Change.Kind.GONE)
        .map(Change::path)
        .toList();
  }

  /** The files that were added and are still as they were. */
  public List<String> ours() {
    List<String> changed = changes().stream().map(Change::path).toList();
    return pin.contents().files().keySet().stream()
        .filter(path -> !changed.contains(path))
        .toList();
  }

  /** In what a candidate differs from what was added. */
  public List<Change> changesTo(Candidate candidate) {
    return pin.contents().changesTo(candidate.pin().contents());
  }

  /** What it runs, as it was shown before it was added. */
  public List<CourseRun> runs() {
    return pin.runs();
  }

  Pin pin() {
    return pin;
  }

  Contents now() {
    if (!Files.isDirectory(folder)) {
      return new Contents(Collections.emptySortedMap());
    }
    try {
      return Contents.of(folder);
    } catch (IOException e) {
      throw new LibraryProblem(
          "the files of the course `%s` cannot be read: %s".formatted(name, e.getMessage()),
          "make `" + folder + "` readable for yourself",
          e);
    }
  }
}
