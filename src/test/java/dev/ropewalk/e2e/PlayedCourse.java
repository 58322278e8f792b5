package dev.ropewalk.e2e;

import dev.ropewalk.compose.ComposePlugin;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The built course, as learners play it on the engine of this machine. */
final class PlayedCourse {
  private PlayedCourse() {}

  /**
   * Those lessons that this machine is good enough for, in the course's order. What is left out is
   * printed with the reason.
   */
  static List<Lesson> lessons() {
    Course course = Home.course();
    return course.lessons().stream().map(course::lesson).filter(PlayedCourse::isPlayable).toList();
  }

  private static boolean isPlayable(Lesson lesson) {
    String lacks =
        lesson.needs().commands().stream().allMatch(PlayedCourse::hasOne)
            ? lesson.needs().privateEngine() ? String.join(", ", noPrivateEngines()) : ""
            : "none of %s; `make test-plugins` fetches Compose"
                .formatted(lesson.needs().commands());
    if (!lacks.isEmpty()) {
      System.out.println("Left out: the lesson " + lesson.id() + ", for want of " + lacks);
    }
    return lacks.isEmpty();
  }

  private static List<String> noPrivateEngines() {
    return new NamespaceSandboxes().missing();
  }

  private static boolean hasOne(List<String> commands) {
    return commands.stream().anyMatch(command -> runs(command + " version"));
  }

  private static boolean runs(String line) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("bash", "-c", line)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(plugins());
      return builder.start().onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Variables with which a learner's docker has Compose, where it was fetched for the tests. */
  static Map<String, String> plugins() {
    return ComposePlugin.alone()
        .map(Path::toString)
        .map(folder -> Map.of("DOCKER_CONFIG", folder))
        .orElse(Map.of());
  }

  /** Has their images there: the door would offer to fetch them. */
  static void fetchImages(List<Lesson> lessons) {
    lessons.stream()
        .flatMap(lesson -> lesson.needs().images().stream())
        .distinct()
        .forEach(image -> Docker.run("pull", "--quiet", image));
  }

  /** What a lesson that was broken off has left keeps the next one from opening. */
  static void clear(List<Lesson> lessons) {
    lessons.stream()
        .map(lesson -> lesson.needs().free())
        .forEach(
            free -> {
              free.names().forEach(Docker::remove);
              free.volumes().forEach(volume -> Docker.run("volume", "rm", volume));
              free.networks().forEach(network -> Docker.run("network", "rm", network));
              free.images().forEach(image -> Docker.run("rmi", image));
            });
  }

  /**
   * Removes the containers and the volumes that were not there before: of a learner who has left in
   * the middle of things.
   */
  static void remove(Set<String> containers, Set<String> volumes) {
    Docker.containers().stream().filter(id -> !containers.contains(id)).forEach(Docker::remove);
    Docker.volumes().stream()
        .filter(name -> !volumes.contains(name))
        .forEach(name -> Docker.run("volume", "rm", name));
  }
}
