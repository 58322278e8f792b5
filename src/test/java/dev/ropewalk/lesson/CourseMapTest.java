package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/course-map.md} tells the truth about the course. */
final class CourseMapTest {
  private static final Pattern STEP = Pattern.compile("`([a-z0-9-]+)/([a-z0-9-]+)`");

  private final Course course = Course.open(Path.of(""));

  @Test
  void every_step_that_the_map_names_exists() throws IOException {
    Set<String> steps =
        course.lessons().stream()
            .map(course::outline)
            .flatMap(
                lesson ->
                    lesson.steps().stream().map(step -> lesson.id().slug() + "/" + step.slug()))
            .collect(Collectors.toSet());

    List<String> named =
        named().stream().map(found -> found.group(1) + "/" + found.group(2)).toList();

    assertThat(steps).containsAll(named);
    assertThat(named).hasSizeGreaterThan(course.lessons().size());
  }

  @Test
  void every_lesson_occurs_in_the_map() throws IOException {
    Set<String> named = named().stream().map(found -> found.group(1)).collect(Collectors.toSet());

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            course.lessons().stream().map(LessonId::slug).toList());
  }

  private static List<MatchResult> named() throws IOException {
    return STEP.matcher(Files.readString(Path.of("docs/course-map.md"))).results().toList();
  }
}
