package dev.ropewalk.grade;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A class of any size that hands in for four lessons: right, partly right, wrong, empty and hostile
 * submissions in turn, with the score that each must get. A submission is for one of the lessons;
 * each 25th is right in all of them.
 *
 * <p>The scores are not the grader's: those of parts are written here, the full ones are sums of
 * what the check files say.
 */
final class HandedInClass {
  /** What is handed in. */
  enum Kind {
    RIGHT,
    PARTLY,
    WRONG,
    EMPTY,
    HOSTILE
  }

  /**
   * A lesson, and what the parts of it are worth.
   *
   * @param image one that is there once the first step is done
   * @param half how many steps make a submission that is partly right
   * @param halfPoints what these earn: nothing of the next step holds by itself
   * @param wrong lines that earn nothing
   */
  private record Graded(String slug, String image, int half, int halfPoints, List<String> wrong) {}

  private static final List<Graded> LESSONS =
      List.of(
          new Graded(
              "images-and-containers",
              "redis",
              3,
              4,
              List.of("docker pull radis", "docker images")),
          new Graded(
              "detached-mode", "redis", 2, 3, List.of("docker run -d --name redis-test redis")),
          new Graded("port-binding", "redis", 2, 5, List.of("docker run -d --name redis redis")),
          new Graded(
              "volumes", "redis:7", 3, 5, List.of("docker create volume shopdata", "docker ps")));

  private static final int FULL_EVERY = 25;

  /**
   * One of them.
   *
   * @param lines by lesson
   * @param standing what must come of each lesson
   */
  record Student(
      String id, Kind kind, Map<String, List<String>> lines, Map<String, String> standing) {}

  private final Course course;
  private final List<Kind> kinds;
  private final List<Student> students;

  /** A class of so many, of all kinds. */
  HandedInClass(int size) {
    this(size, List.of(Kind.values()));
  }

  /** A class of so many, of these kinds in turn. */
  HandedInClass(int size, List<Kind> kinds) {
    this.kinds = List.copyOf(kinds);
    course = Course.open(Path.of(""));
    students = IntStream.range(0, size).mapToObj(this::student).toList();
  }

  List<Student> students() {
    return students;
  }

  static List<String> lessons() {
    return LESSONS.stream().map(Graded::slug).toList();
  }

  private Student student(int number) {
    Kind kind = kinds.get(number % kinds.size());
    Map<String, List<String>> lines = new LinkedHashMap<>();
    Map<String, String> standing = new TreeMap<>();
    for (int i = 0; i < LESSONS.size(); i++) {
      Graded graded = LESSONS.get(i);
      Lesson lesson = course.lesson(new LessonId(graded.slug()));
      boolean handedIn = number % FULL_EVERY == 0 || number % LESSONS.size() == i;
      if (handedIn) {
        lines.put(graded.slug(), lines(kind, graded, lesson, attack(number)));
      }
      int earned = handedIn ? earned(kind, graded, lesson) : 0;
      int of = lesson.steps().stream().mapToInt(Step::points).sum();
      Status status = handedIn && kind == Kind.RIGHT ? Status.PASSED : Status.FAILED;
      standing.put(graded.slug(), standing(status, new Points(earned, of)));
    }
    return new Student(String.format(Locale.ROOT, "student-%03d", number), kind, lines, standing);
  }

  private String attack(int number) {
    List<String> names = Attacks.names();
    return names.get(number / kinds.size() % names.size());
  }

  private static List<String> lines(Kind kind, Graded graded, Lesson lesson, String attack) {
    return switch (kind) {
      case RIGHT -> solution(lesson, lesson.steps().size());
      case PARTLY -> solution(lesson, graded.half());
      case WRONG -> graded.wrong();
      case EMPTY -> List.of();
      case HOSTILE ->
          Stream.concat(
                  solution(lesson, 1).stream(), Attacks.lines(attack, graded.image()).stream())
              .toList();
    };
  }

  private static List<String> solution(Lesson lesson, int steps) {
    return lesson.steps().stream()
        .limit(steps)
        .flatMap(step -> Stream.of("# step: " + step.id(), step.solution().text()))
        .toList();
  }

  private static int earned(Kind kind, Graded graded, Lesson lesson) {
    return switch (kind) {
      case RIGHT -> lesson.steps().stream().mapToInt(Step::points).sum();
      case PARTLY -> graded.halfPoints();
      case WRONG, EMPTY -> 0;
      case HOSTILE -> lesson.steps().getFirst().points();
    };
  }

  private static String standing(Status status, Points points) {
    return status.word() + " " + points.words();
  }

  /** What must come of each, by student and lesson. */
  Map<String, Map<String, String>> expected() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    students.forEach(student -> all.put(student.id(), student.standing()));
    return all;
  }

  /** What has come of each. */
  static Map<String, Map<String, String>> standings(Map<String, Scorecard> cards) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    cards.forEach(
        (id, card) -> {
          Map<String, String> standing = new TreeMap<>();
          card.lessons()
              .forEach(it -> standing.put(it.id().slug(), standing(it.status(), it.points())));
          all.put(id, standing);
        });
    return all;
  }

  /** Writes all of them into a folder. */
  void handIn(Path folder) throws IOException {
    for (Student student : students) {
      handIn(student, folder.resolve(student.id()));
    }
  }

  /** Writes a submission. */
  static void handIn(Student student, Path folder) throws IOException {
    for (var each : student.lines().entrySet()) {
      List<String> lines = new ArrayList<>(each.getValue());
      Path file = folder.resolve(each.getKey()).resolve("commands.sh");
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, lines);
    }
  }
}
