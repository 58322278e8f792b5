package dev.ropewalk.cli;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.library.AddedCourse;
import dev.ropewalk.library.CourseName;
import dev.ropewalk.library.Library;
import dev.ropewalk.patience.Patience;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.recorder.RecorderUnavailable;
import dev.ropewalk.terminal.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the commands are given: the process's environment, streams and places.
 *
 * @param out for results
 * @param err for messages
 */
record Context(
    Map<String, String> environment, Places places, PrintWriter out, PrintWriter err, Clock clock) {
  /**
   * The course to use: the one named, the one of {@code ROPEWALK_COURSE}, or the built-in one; in
   * the language that is named, or that of the learner's machine.
   *
   * @throws dev.ropewalk.text.BrokenSource when there is none
   * @throws WrongUse when it needs a newer ropewalk, or is not there in the language that is named
   */
  Course course(CourseOption option) {
    Path folder = courseFolder(option);
    Course course = Course.open(folder);
    new Requirements(course.description().requires()).checkRopewalk();
    return course.in(option.languages(course, environment)).introducedBy(introduction(folder));
  }

  /** What is said of a course of others when it is opened. */
  private List<String> introduction(Path folder) {
    return library().at(folder).map(CourseCard::introduction).orElse(List.of());
  }

  /** The courses that were added on this machine. */
  Library library() {
    Path data = Places.base(environment, "XDG_DATA_HOME", places.home().resolve(".local/share"));
    return new Library(data.resolve("ropewalk").resolve("courses"), clock);
  }

  /**
   * The folder of that course.
   *
   * @throws WrongUse when the one that is named or set has no lessons, and no course was added by
   *     that name
   */
  Path courseFolder(CourseOption option) {
    return option
        .folder()
        .map(named -> folder(named, "--course"))
        .or(() -> courseVariable().map(set -> folder(set, "ROPEWALK_COURSE")))
        .orElseGet(places::course);
  }

  /**
   * A folder or the name of an added course. Of a folder that is a course and an added one of the
   * same name it is the folder.
   *
   * @param origin the option or variable that names it
   */
  private Path folder(Path named, String origin) {
    if (Files.isDirectory(named.resolve("lessons"))) {
      return named;
    }
    Optional<AddedCourse> added = CourseName.of(named.toString()).flatMap(library()::find);
    if (added.isPresent()) {
      return added.get().folder();
    }
    boolean isFolder = Files.isDirectory(named);
    boolean isName = !isFolder && CourseName.of(named.toString()).isPresent();
    throw new WrongUse(
        isFolder
            ? "the folder `%s` of %s has no `lessons/` in it".formatted(named, origin)
            : "%s names `%s`, which is no folder%s"
                .formatted(origin, named, isName ? " and no added course" : ""),
        isName
            ? library().nearest(named.toString())
            : "name a folder that has `lessons/` and `checks/` in it");
  }

  /** What that course is known by in the journal. */
  CourseId courseId(CourseOption option) {
    Path folder = courseFolder(option);
    try {
      Path real = folder.toRealPath();
      return real.equals(places.course().toRealPath())
          ? CourseId.BUILT_IN
          : new CourseId(real.toString());
    } catch (IOException _) {
      return new CourseId(folder.toAbsolutePath().normalize().toString());
    }
  }

  /**
   * The folder to write lessons to: the one named, the one of {@code ROPEWALK_COURSE}, or the
   * current one, but never the built-in course.
   */
  Path writtenFolder(Optional<Path> named) {
    return named.or(this::courseVariable).orElse(Path.of(""));
  }

  private Optional<Path> courseVariable() {
    return Optional.of(environment.getOrDefault("ROPEWALK_COURSE", ""))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }

  /**
   * The engine that the docker command would use.
   *
   * @throws EngineProblem when it does not answer
   */
  DockerJavaEngine engine() {
    return DockerJavaEngine.connect(address());
  }

  /** Connects to a private engine that listens on a socket. */
  static Engine privateEngine(Path socket) {
    return DockerJavaEngine.connect(
        EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + socket), Path.of("/nonexistent")),
        Patience.BUSY_MACHINE,
        InstantSource.system());
  }

  /** Records what goes to that engine. */
  Recorder recorder(Path folder, Consumer<Exchange> listener) throws RecorderUnavailable {
    return Recorder.start(folder, address(), listener);
  }

  /**
   * Where that engine listens.
   *
   * @throws EngineProblem when nothing can be made of what is configured
   */
  EngineAddress address() {
    return EngineAddress.find(environment, places.home());
  }

  /**
   * What results are drawn on: as wide as the terminal says, without colours where there is none.
   */
  Sheet sheet() {
    return Drawing.sheet(Drawing.details(environment));
  }

  /** The docker client's own tables of commands and flags; empty ones where there is no client. */
  CommandTable commands() {
    return InstalledDocker.find(environment.getOrDefault("PATH", ""))
        .map(docker -> CommandTable.of(docker, places.cache()))
        .orElseGet(() -> new CommandTable(_ -> ""));
  }
}
