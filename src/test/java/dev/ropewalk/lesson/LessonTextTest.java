package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a lesson's Markdown is cut at its headings. */
final class LessonTextTest {
  private static LessonText read(String text) {
    Problems problems = new Problems(new Source("lessons/10-a.md", text));
    LessonText lesson = LessonText.read(problems);
    problems.throwIfAny();
    return lesson;
  }

  private static LessonText.StepText step(String text) {
    return read(text).steps().values().iterator().next();
  }

  @Test
  void title_introduction_and_steps_stand_below_their_headings() {
    LessonText lesson = read("# Title\n\nIntro.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n");

    assertThat(lesson.title()).isEqualTo("Title");
    assertThat(lesson.intro()).isEqualTo("Intro.");
    assertThat(lesson.steps().keySet()).containsExactly(new StepId("one"), new StepId("two"));
    assertThat(lesson.steps().get(new StepId("two")))
        .extracting(LessonText.StepText::prose)
        .isEqualTo("Second.");
  }

  @Test
  void why_it_worked_is_told_after_the_step() {
    var step = step("# T\n\n## One\n\nDo it.\n\n### Why it worked\n\nBecause.\n");

    assertThat(step.prose()).isEqualTo("Do it.");
    assertThat(step.debrief()).isEqualTo("Because.");
  }

  @Test
  void other_small_headings_stay_where_they_are() {
    var step =
        step("# T\n\n## One\n\nA.\n\n### More\n\nB.\n\n### why IT worked\n\nC.\n\n### End\n\nD.\n");

    assertThat(step.prose()).isEqualTo("A.\n\n### More\n\nB.\n\n### End\n\nD.");
    assertThat(step.debrief()).isEqualTo("C.");
  }

  @Test
  void small_headings_before_the_first_step_belong_to_the_introduction() {
    assertThat(read("# T\n\nA.\n\n### Before\n\nB.\n\n## One\n").intro())
        .isEqualTo("A.\n\n### Before\n\nB.");
  }

  @Test
  void underlined_headings_are_headings_too() {
    LessonText lesson = read("Title\n=====\n\nIntro.\n\nOne\n---\n\nFirst.\n");

    assertThat(lesson.title()).isEqualTo("Title");
    assertThat(lesson.intro()).isEqualTo("Intro.");
    assertThat(lesson.steps().get(new StepId("one")))
        .extracting(LessonText.StepText::prose)
        .isEqualTo("First.");
  }

  @Test
  void what_looks_like_a_heading_in_code_or_in_a_quote_is_none() {
    var step = step("# T\n\n## One\n\n```\n## not this\n```\n\n> ## nor this\n\n    # nor that\n");

    assertThat(step.prose()).contains("## not this", "## nor this", "# nor that");
  }

  @ParameterizedTest
  @CsvSource({
    "Run it, run-it",
    "'Run it, then stop it!', run-it-then-stop-it",
    "Use `docker ps -a`, use-docker-ps-a",
    "Don't panic, dont-panic",
    "Don’t panic, dont-panic",
    "  Spaces   everywhere , spaces-everywhere",
    "*Run* it **now**, run-it-now",
    "Step 2: the `--rm` flag, step-2-the-rm-flag",
    "Größe über alles, größe-über-alles",
    "C++ & Go, c-go",
    "[A link](https://example.org), a-link",
  })
  void the_name_of_a_step_is_the_slug_of_its_heading(String heading, String slug) {
    assertThat(read("# T\n\n## " + heading + "\n").steps().keySet())
        .containsExactly(new StepId(slug));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a--b", "a b", "a.b", "a_b"})
  void what_no_heading_can_give_is_no_name(String slug) {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new StepId(slug)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a'|'a'",
        "'a\nb'|'a;b'",
        "'\n a \n\n  b\n'|'a ;  b'",
        "'a \\\n  -b\nc'|'a \\\n  -b;c'",
        "'a \\\n  -b \\'|'a \\\n  -b \\'",
        "'a\r\nb'|'a;b'",
        "' '|''",
      })
  void a_script_is_a_command_after_the_other(String text, String commands) {
    assertThat(String.join(";", new Script(text).commands())).isEqualTo(commands);
  }
}
