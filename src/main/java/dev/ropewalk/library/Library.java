package dev.ropewalk.library;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.scratch.ProcessIdentity;
import dev.ropewalk.scratch.ScratchFolder;
import dev.ropewalk.text.Suggestion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The courses that were added on this machine: each a folder of its name, and beside it {@code
 * NAME.json}, which pins what was added. Two processes may work on it at once; of two that add the
 * same name one is refused.
 */
public final class Library {
  private static final String PIN = ".json";
  private static final String FETCHED = ".fetched-";

  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder made when the first course is added
   */
  public Library(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * All of them, in the order of their names.
   *
   * @throws LibraryProblem when one cannot be read
   */
  public List<AddedCourse> courses() {
    return names().stream().flatMap(name -> find(name).stream()).toList();
  }

  private List<CourseName> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PIN))
          .flatMap(name -> CourseName.of(name.substring(0, name.length() - PIN.length())).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The course of a name.
   *
   * @throws LibraryProblem when it is there and cannot be read
   */
  public Optional<AddedCourse> find(CourseName name) {
    try {
      Replacement.finishLeft(folder, name, pin(name));
    } catch (IOException e) {
      throw unwritable(e);
    }
    return Files.exists(pin(name).file())
        ? Optional.of(new AddedCourse(name, place(name), pin(name).read()))
        : Optional.empty();
  }

  /**
   * The course of a name.
   *
   * @throws LibraryProblem when there is none, with the names that there are
   */
  public AddedCourse get(String name) {
    return CourseName.of(name)
        .flatMap(this::find)
        .orElseThrow(
            () -> new LibraryProblem("no course `" + name + "` was added here", nearest(name)));
  }

  /** What to name in place of a name that no course has. */
  public String nearest(String name) {
    List<String> names = names().stream().map(CourseName::value).toList();
    return Suggestion.nearest(name, names)
        .map(near -> "did you mean `" + near + "`?")
        .orElse(
            names.isEmpty()
                ? "add one with `ropewalk course add`"
                : "the added courses are: " + String.join(", ", names));
  }

  /** The course that has this folder, if it is one of the library's. */
  public Optional<AddedCourse> at(Path course) {
    Path name = course.getFileName();
    try {
      return name != null
              && Files.isDirectory(folder)
              && course.toRealPath().equals(folder.toRealPath().resolve(name))
          ? CourseName.of(name.toString()).flatMap(this::find)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Fetches a course, reads all its lessons, and adds nothing.
   *
   * @throws LibraryProblem when it cannot be had, or its name is taken
   * @throws dev.ropewalk.text.BrokenSource when it is broken
   */
  public Candidate fetch(Origin origin, CourseName name) {
    if (Files.exists(pin(name).file()) || Files.exists(place(name), LinkOption.NOFOLLOW_LINKS)) {
      throw taken(name);
    }
    return fetched(origin, name);
  }

  private LibraryProblem taken(CourseName name) {
    return Files.exists(pin(name).file())
        ? new LibraryProblem(
            "a course `" + name + "` was added already",
            "bring it up to date with `ropewalk course update %s`, or use another name with --name"
                .formatted(name))
        : new LibraryProblem(
            "there is something in `" + place(name) + "` already, which nobody has added",
            "move it away, or use another name with --name");
  }

  /**
   * Fetches an added course again from where it came, and changes nothing.
   *
   * @throws LibraryProblem when it cannot be had any more
   * @throws dev.ropewalk.text.BrokenSource when it is broken now
   */
  public Candidate fetchAgain(AddedCourse course) {
    return fetched(course.origin(), course.name());
  }

  private Candidate fetched(Origin origin, CourseName name) {
    Path fetched = folder.resolve(FETCHED + ProcessIdentity.own().text());
    try {
      Files.createDirectories(folder);
      sweep();
      ScratchFolder.remove(fetched);
      Files.createDirectory(fetched);
      String commit = Intake.take(origin, fetched);
      Course course = Course.open(fetched);
      for (LessonId id : course.lessons()) {
        course.lesson(id);
      }
      Pin pin =
          new Pin(
              origin,
              commit,
              course.description().title(),
              clock.instant(),
              CourseRuns.of(course, fetched),
              Contents.of(fetched));
      return new Candidate(name, fetched, pin, course);
    } catch (IOException | RuntimeException e) {
      try {
        ScratchFolder.remove(fetched);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e instanceof RuntimeException known ? known : unwritable((IOException) e);
    }
  }

  /** What processes have left that were ended while they fetched. */
  private void sweep() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, FETCHED + "*")) {
      for (Path each : left) {
        String owner = each.getFileName().toString().substring(FETCHED.length());
        if (ProcessIdentity.read(owner).filter(ProcessIdentity::hasEnded).isPresent()) {
          ScratchFolder.remove(each);
        }
      }
    }
  }

  /**
   * Adds what was fetched.
   *
   * @throws LibraryProblem when somebody else has taken its name meanwhile
   */
  public AddedCourse add(Candidate candidate) {
    Path place = place(candidate.name());
    try {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw taken(candidate.name());
      }
      Files.move(candidate.folder(), place, StandardCopyOption.ATOMIC_MOVE);
      pin(candidate.name()).write(candidate.pin());
      return new AddedCourse(candidate.name(), place, candidate.pin());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Puts what was fetched in the place of an added course. What somebody has changed in that or
   * laid to it is kept beside it.
   *
   * @return where it is kept; empty where there is nothing of that kind
   */
  public Optional<Path> replace(AddedCourse course, Candidate candidate) {
    try {
      return Replacement.of(folder, course.name(), pin(course.name()), ProcessIdentity.own())
          .by(candidate);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Removes what was added, and leaves what was changed or laid to it.
   *
   * @return whether nothing of it is left
   */
  public boolean remove(AddedCourse course) {
    try {
      Files.delete(pin(course.name()).file());
      Removal.of(course.folder(), course.ours());
      return Files.notExists(course.folder(), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Path place(CourseName name) {
    return folder.resolve(name.value());
  }

  private PinFile pin(CourseName name) {
    return new PinFile(folder.resolve(name.value() + PIN));
  }

  private LibraryProblem unreadable(IOException e) {
    return new LibraryProblem(
        "the added courses in `%s` cannot be read: %s".formatted(folder, e.getMessage()),
        "make that folder readable for yourself",
        e);
  }

  private LibraryProblem unwritable(IOException e) {
    return new LibraryProblem(
        "the course cannot be written to `%s`, or not be read where it is: %s".formatted(folder, e),
        "make room on that disk and let yourself write there, or name another folder with XDG_DATA_HOME",
        e);
  }
}
