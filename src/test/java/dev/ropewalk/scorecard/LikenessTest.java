package dev.ropewalk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logs that are alike, and logs that only are right. */
final class LikenessTest {
  private static final List<String> RIGHT =
      List.of("docker pull redis", "docker images", "docker run redis echo hello", "docker ps -a");
  private static final List<String> ODD =
      List.of("docker pul redis", "docker run  redis ecko hello", "docker logs oops", "ls -la /x");

  @Test
  void who_typed_the_same_right_lines_is_not_alike() {
    assertThat(Likeness.in(of(IntStream.range(0, 12).mapToObj(_ -> RIGHT).toList()))).isEmpty();
  }

  @Test
  void two_who_share_lines_that_nobody_else_typed_are_told_with_the_lines() {
    List<List<String>> logs = new ArrayList<>(IntStream.range(0, 10).mapToObj(_ -> RIGHT).toList());
    logs.add(Stream.concat(RIGHT.stream(), ODD.stream()).toList());
    logs.add(Stream.concat(ODD.stream(), Stream.of("docker  pull redis", ":check")).toList());

    List<Likeness> alike = Likeness.in(of(logs));

    assertThat(alike).hasSize(1);
    assertThat(alike.getFirst().one() + " " + alike.getFirst().other()).isEqualTo("s10 s11");
    assertThat(alike.getFirst().lines())
        .containsExactly(
            "docker logs oops", "docker pul redis", "docker run redis ecko hello", "ls -la /x");
  }

  @Test
  void two_slips_in_common_are_too_few() {
    List<List<String>> logs = new ArrayList<>(IntStream.range(0, 10).mapToObj(_ -> RIGHT).toList());
    logs.add(Stream.concat(RIGHT.stream(), ODD.stream().limit(2)).toList());
    logs.add(Stream.concat(RIGHT.stream(), ODD.stream().limit(2)).toList());

    assertThat(Likeness.in(of(logs))).isEmpty();
  }

  @Test
  void in_a_small_class_nothing_is_told() {
    assertThat(Likeness.in(of(List.of(ODD, ODD, RIGHT)))).isEmpty();
  }

  private static Results of(List<List<String>> logs) {
    Results all = SampleResults.results();
    Scorecard ada = all.submissions().getFirst();
    LessonId lesson = all.lessons().getFirst().id();
    return all.of(
        IntStream.range(0, logs.size())
            .mapToObj(i -> card("s" + i, ada, lesson, logs.get(i)))
            .toList());
  }

  private static Scorecard card(String id, Scorecard like, LessonId lesson, List<String> lines) {
    StepResult step =
        new StepResult(
            new StepId("a-step"),
            "A step",
            Status.PASSED,
            Points.NONE,
            Visible.ALWAYS,
            "",
            List.of(),
            lines.stream().map(line -> new StepResult.Command(line, 0)).toList());
    return new Scorecard(
        id,
        Scorecard.Student.NOBODY,
        like.submitted(),
        "",
        Status.PASSED,
        Points.NONE,
        Scorecard.Lateness.NONE,
        0,
        1,
        Scorecard.Times.NONE,
        List.of(),
        List.of(
            new LessonResult(
                lesson, "", Status.PASSED, Points.NONE, "", new TreeMap<>(), List.of(step))),
        List.of());
  }
}
