package dev.ropewalk.grade.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.FakeProbes;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was seen of which step. */
final class ObserverTest {
  private static final String CHECKS =
      """
      steps:
        one: {checks: [{check: A, container: web, expect: absent}], solution: x}
        two: {checks: [{check: A, container: web, expect: absent}], solution: x}
      """;

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();
  private Lesson lesson;
  private Observer observer;

  @BeforeEach
  void a_lesson_with_two_steps_of_equal_checks() throws Exception {
    Files.createDirectories(folder.resolve("lessons"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(folder.resolve("lessons/10-a.md"), "# A\n\n## One\n\nGo.\n\n## Two\n\nGo.\n");
    Files.writeString(folder.resolve("checks/10-a.yaml"), CHECKS);
    lesson = Course.open(folder).lesson(new LessonId("a"));
    observer = new Observer(lesson);
  }

  @Test
  void two_steps_with_equal_checks_have_each_their_own() throws Exception {
    Step one = lesson.steps().getFirst();
    assertThat(lesson.steps().get(1).checks()).isEqualTo(one.checks());

    seen("one", one);
    engine.with(new SampleContainer("web").image("nginx"));
    seen("two", lesson.steps().get(1));

    assertThat(then("one").container("web")).isEmpty();
    assertThat(then("two").container("web").map(Container::name)).contains("web");
  }

  @Test
  void a_step_of_another_lesson_is_not_kept() {
    seen("three", lesson.steps().getFirst());

    assertThat(Facts.read(observer.text(), new StepId("one"), folder)).isEmpty();
  }

  private void seen(String about, Step step) {
    var round = observer.begin(about, step.checks(), engine, new FakeProbes());
    var unused = round.engine().container("web");
    round.over(List.of(new Verdict.Passed()));
  }

  private Engine then(String step) {
    return Facts.read(observer.text(), new StepId(step), folder).orElseThrow().engine();
  }
}
