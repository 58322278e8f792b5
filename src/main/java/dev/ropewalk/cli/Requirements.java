package dev.ropewalk.cli;

import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseDescription.Requires;
import dev.ropewalk.lesson.VersionNumber;
import java.util.Optional;

/** What a course needs, looked at before it is opened. */
record Requirements(Requires requires) {
  static Requirements of(Course course) {
    return new Requirements(course.description().requires());
  }

  /**
   * Looks at this ropewalk; one that was not packaged has no number, and will do.
   *
   * @throws WrongUse when it is too old
   */
  void checkRopewalk() {
    Optional<String> ours = RootCommand.Version.number();
    if (ours.isPresent() && isOlder(ours.get(), requires.ropewalk())) {
      throw new WrongUse(
          "this course needs ropewalk %s, and this is %s"
              .formatted(requires.ropewalk(), ours.get()),
          "install a newer ropewalk, or take an older version of the course");
    }
  }

  /**
   * Looks at an engine.
   *
   * @throws WrongUse when it is too old
   */
  void checkEngine(EngineInfo engine) {
    if (isOlder(engine.newestApi(), requires.engineApi())) {
      throw new WrongUse(
          "this course needs an engine with the API %s, and %s, version %s, has %s"
              .formatted(requires.engineApi(), engine.name(), engine.version(), engine.newestApi()),
          "install a newer engine, or let DOCKER_HOST or `docker context use` lead to one");
    }
  }

  /** An empty text stands for any version. */
  private static boolean isOlder(String there, String needed) {
    return !needed.isEmpty() && VersionNumber.of(there).compareTo(VersionNumber.of(needed)) < 0;
  }
}
