package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a course says of itself in its {@code course.yaml}. */
final class CourseFileTest {
  private static final Path BROKEN = Path.of("src", "test", "resources", "broken-course");

  @TempDir private Path folder;

  @BeforeEach
  void four_lessons() throws IOException {
    Files.createDirectories(folder.resolve("lessons"));
    for (String stem : List.of("10-a", "20-b", "30-c", "40-d")) {
      Files.writeString(folder.resolve("lessons/" + stem + ".md"), "# A\n\n## Go\n\nGo.\n");
    }
  }

  private Course with(String description) throws IOException {
    Files.writeString(folder.resolve("course.yaml"), description);
    return Course.open(folder);
  }

  static List<String> broken() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void a_broken_one_is_refused_with_all_that_is_wrong_in_it(String name) throws IOException {
    String text = Files.readString(BROKEN.resolve(name));

    BrokenSource broken = catchThrowableOfType(BrokenSource.class, () -> with(text));

    assertThat(broken).as("it is refused").isNotNull();
    Golden.assertSame("../broken-course/" + name + ".err", String.valueOf(broken.getMessage()));
  }

  @Test
  void without_one_the_numbers_give_the_order_and_nothing_is_said() {
    Course course = Course.open(folder);

    assertThat(course.lessons()).extracting(LessonId::slug).containsExactly("a", "b", "c", "d");
    assertThat(course.description()).isEqualTo(CourseDescription.NONE);
    assertThat(course.modules()).containsOnly("");
  }

  @Test
  void all_that_it_says_is_read() throws IOException {
    Course course =
        with(
            """
            title: Boxes
            author: A. Uthor
            licence: CC-BY-4.0
            language: en-GB
            requires: {ropewalk: 0.10, engine_api: "1.41"}
            modules:
              - title: All
                lessons: [a, {lesson: b, minutes: 12, requires: [a]}]
            images: [{image: "redis:7", megabytes: 45}, {image: busybox, megabytes: 3}]
            """);

    assertThat(course.description().bytes(List.of("redis:7", "busybox"))).isEqualTo(48_000_000);
    assertThat(course.description().bytes(List.of("redis:7", "nginx"))).isZero();
    assertThat(course.description())
        .isEqualTo(
            new CourseDescription(
                "Boxes",
                "A. Uthor",
                "CC-BY-4.0",
                "en-GB",
                new CourseDescription.Requires("0.10", "1.41"),
                List.of(
                    new CourseDescription.Module(
                        "All",
                        List.of(
                            new CourseDescription.Item(new LessonId("a"), Duration.ZERO, List.of()),
                            new CourseDescription.Item(
                                new LessonId("b"),
                                Duration.ofMinutes(12),
                                List.of(new LessonId("a")))))),
                List.of(
                    new CourseDescription.Download("redis:7", 45),
                    new CourseDescription.Download("busybox", 3))));
  }

  @Test
  void the_modules_give_the_order_and_what_none_names_follows_the_one_before_it_by_number()
      throws IOException {
    Course course =
        with(
            """
            title: Boxes
            modules:
              - {title: Late, lessons: [d]}
              - {title: Early, lessons: [b]}
            """);

    assertThat(course.lessons()).extracting(LessonId::slug).containsExactly("a", "d", "b", "c");
    assertThat(course.modules()).containsExactly("Late", "Late", "Early", "Early");
    assertThat(course.after(new LessonId("b"))).contains(new LessonId("c"));
  }

  @Test
  void a_link_out_of_the_course_is_refused(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret"), "password: [\n");
    Files.createSymbolicLink(folder.resolve("course.yaml"), secret);

    assertThatThrownBy(() -> Course.open(folder))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("course.yaml:1:1: error: this is a link out of the course")
        .hasMessageNotContaining("password");
  }

  @Test
  void our_own_course_says_how_long_each_lesson_is_that_it_names() {
    CourseDescription ours = Course.open(Path.of("")).description();

    assertThat(ours.modules())
        .hasSizeGreaterThan(2)
        .flatExtracting(CourseDescription.Module::lessons)
        .allSatisfy(item -> assertThat(item.time()).isPositive());
  }
}
