package dev.ropewalk.session;

import dev.ropewalk.lesson.Course;
import java.nio.file.Path;
import java.util.Map;

/** The files of a course of two lessons; nothing of it is judged for real. */
final class TwoLessons {
  static final Map<String, String> FILES =
      Map.of(
          "lessons/10-first.md",
          "# First\n\nAll of it.\n\n## Start it\n\nGo.\n\n## Say it\n\nGo.\n\n## Remove it\n\nGo.\n",
          "checks/10-first.yaml",
          """
          steps:
            start-it:
              checks:
                - check: box runs
                  container: box
                  expect: {state: running}
                  within: 5s
                  holds: 1s
                  capture: {first_id: id}
                - check: box is of redis
                  container: box
                  expect: {image: redis}
              solution: |
                docker create --name box redis
                docker start box
              hints: [Start one., Name it box.]
            say-it:
              checks:
                - check: What is six times seven?
                  answer: {number: {is: 42}}
              solution: ":answer 42"
            remove-it:
              checks:
                - check: box is gone
                  container: box
                  expect: absent
              solution: docker rm -f box
          """,
          "lessons/20-second.md",
          "# Second\n\nMore.\n\n## Run it\n\nGo.\n\n## List it\n\nGo.\n",
          "checks/20-second.yaml",
          """
          needs:
            images: [redis]
            free: {names: [box], ports: [12345]}
          steps:
            run-it:
              checks:
                - check: box runs
                  container: box
                  expect: {state: running}
              solution: docker run -d --name box redis
            list-it:
              checks:
                - check: You listed it
                  typed: {docker: ps}
              solution: docker ps
          """);

  private TwoLessons() {}

  /** The course, written into a folder. */
  static Course in(Path folder) {
    return CourseFiles.open(folder, FILES);
  }
}
