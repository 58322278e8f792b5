package dev.ropewalk.library;

import dev.ropewalk.scratch.ProcessIdentity;
import dev.ropewalk.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Puts new files in the place of an added course, so that nothing of the learner's is lost wherever
 * it is cut off. The old files and the new pin wait in a folder beside the course; whoever finds
 * that folder, with its process ended, brings it to an end.
 */
final class Replacement {
  private static final String MARK = ".update-";

  private final Path folder;
  private final CourseName name;
  private final PinFile pin;
  private final Path work;

  private Replacement(Path folder, CourseName name, PinFile pin, Path work) {
    this.folder = folder;
    this.name = name;
    this.pin = pin;
    this.work = work;
  }

  /**
   * @param folder of all courses
   * @param pin of the course
   * @param owner of the files that wait
   */
  static Replacement of(Path folder, CourseName name, PinFile pin, ProcessIdentity owner) {
    return new Replacement(folder, name, pin, folder.resolve(name + MARK + owner.text()));
  }

  /**
   * Brings to an end what a process has left that was killed: the course is then as it was before,
   * or as it was to be.
   */
  static void finishLeft(Path folder, CourseName name, PinFile pin) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, name + MARK + "*")) {
      for (Path each : left) {
        String owner = each.getFileName().toString().substring((name + MARK).length());
        if (ProcessIdentity.read(owner).filter(ProcessIdentity::hasEnded).isPresent()) {
          Replacement mine = of(folder, name, pin, ProcessIdentity.own());
          if (claim(each, mine.work)) {
            mine.finish();
          }
        }
      }
    }
  }

  /** Of two processes that find the same folder, one gets it. */
  private static boolean claim(Path left, Path own) throws IOException {
    try {
      Files.move(left, own, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private Path before() {
    return work.resolve("before");
  }

  private PinFile next() {
    return new PinFile(work.resolve("pin.json"));
  }

  private Path place() {
    return folder.resolve(name.value());
  }

  /**
   * Replaces the course.
   *
   * @return where what is the learner's is kept; empty where there is nothing of that kind
   * @throws IOException when it cannot be written; the course is then as it was
   */
  Optional<Path> by(Candidate candidate) throws IOException {
    try {
      begin(candidate);
      Files.move(candidate.folder(), place(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      undo(e);
      throw e;
    }
    return complete();
  }

  private void undo(IOException why) {
    try {
      finish();
    } catch (IOException again) {
      why.addSuppressed(again);
    }
  }

  /** Takes the old files out of the way; after that the new ones can take their place. */
  void begin(Candidate candidate) throws IOException {
    ScratchFolder.remove(work);
    Files.createDirectory(work);
    next().write(candidate.pin());
    if (isThere(place())) {
      Files.move(place(), before(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Goes on from wherever it was cut off. */
  private void finish() throws IOException {
    boolean isUnderWay = isThere(next().file()) && isThere(before());
    if (isUnderWay && isThere(place())) {
      Optional<Path> unused = complete();
    } else if (isUnderWay) {
      Files.move(before(), place(), StandardCopyOption.ATOMIC_MOVE);
    }
    ScratchFolder.remove(work);
  }

  /** The new files are in their place. With the new pin in its place, too, it is done. */
  private Optional<Path> complete() throws IOException {
    Optional<Path> kept = isThere(before()) ? keep() : Optional.empty();
    Files.move(
        next().file(),
        pin.file(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    ScratchFolder.remove(work);
    return kept;
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Keeps what differs from what was added. It is looked for where nobody writes to it any more, so
   * that nothing comes in between.
   */
  private Optional<Path> keep() throws IOException {
    List<String> theirs = new AddedCourse(name, before(), pin.read()).theirs();
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    Path kept = newFolder();
    for (String path : theirs) {
      Path to = kept.resolve(path);
      Files.createDirectories(to.getParent());
      Files.move(before().resolve(path), to);
    }
    return Optional.of(kept);
  }

  /** A new folder beside that of the course. */
  private Path newFolder() throws IOException {
    for (int i = 1; ; i++) {
      Path kept = folder.resolve(name + ".kept-" + i);
      if (!isThere(kept)) {
        return Files.createDirectory(kept);
      }
    }
  }
}
