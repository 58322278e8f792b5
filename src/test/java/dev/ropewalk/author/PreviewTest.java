package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.patience.Patience;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson as the learner will read it. */
final class PreviewTest {
  private static final Sheet SHEET = new Sheet(60, Palette.none(), Glyphs.UNICODE);
  private static final LessonId LOGS = new LessonId("logs");

  @TempDir private Path folder;

  @BeforeEach
  void begin() throws IOException {
    assertThat(NewLesson.write(folder, LOGS)).hasSize(2);
  }

  @Test
  void a_whole_lesson_is_shown_from_its_title_to_its_last_debrief() {
    Preview.Drawing drawing = preview(new Preview.Part.Whole()).draw(SHEET);

    Golden.assertSame("author/preview.txt", drawing.text());
  }

  @Test
  void a_step_is_shown_with_its_hints_and_its_solution() {
    Preview preview = preview(new Preview.Part.OneStep(new StepId("clean-up")));

    Golden.assertSame("author/preview-step.txt", preview.draw(SHEET).text());
  }

  @Test
  void a_handout_has_the_tasks_alone_with_the_values_of_its_seed() throws IOException {
    Path prose = folder.resolve("lessons/10-logs.md");
    Files.writeString(
        prose, Files.readString(prose).replace("## Run", "Yours is `${fruit}`.\n\n## Run"));
    Path checks = folder.resolve("checks/10-logs.yaml");
    Files.writeString(
        checks, "vary:\n  fruit:\n    pick: [apple, pear, plum]\n" + Files.readString(checks));
    Step first = Course.open(folder).lesson(LOGS).steps().getFirst();

    List<String> handouts =
        Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
            .map(
                number ->
                    new Preview(
                            () -> Course.open(folder),
                            LOGS,
                            new Seed(number),
                            new Preview.Part.Tasks())
                        .draw(SHEET)
                        .text())
            .toList();

    assertThat(handouts)
        .allSatisfy(
            text ->
                assertThat(text)
                    .containsPattern("Yours is `?(apple|pear|plum)`?[.]")
                    .contains(first.title())
                    .doesNotContain("a process in a container of its own")
                    .doesNotContain(first.hints()));
    assertThat(handouts.getFirst()).contains("apple");
    assertThat(handouts.stream().distinct()).hasSizeGreaterThan(1);
  }

  private Preview preview(Preview.Part part) {
    return new Preview(() -> Course.open(folder), LOGS, Seed.NONE, part);
  }

  /** The work of wrapping is counted where it is done; this is the net below all the rest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "`%s`",
        "    %s",
        "- %s",
        "> %s",
        "### %s",
        "| a | b |\n| - | - |\n| %s | c |"
      })
  void a_line_of_a_hundred_thousand_letters_is_drawn(String form) throws IOException {
    Path prose = folder.resolve("lessons/10-logs.md");
    String line = "漢字and-so_on/".repeat(100_000 / 12);
    Files.writeString(prose, Files.readString(prose) + "\n\n" + form.formatted(line) + "\n");

    Preview.Drawing drawing =
        assertTimeoutPreemptively(
            Duration.ofMinutes(3), () -> preview(new Preview.Part.Whole()).draw(SHEET));

    assertThat(drawing).isInstanceOf(Preview.Drawing.Shown.class);
    assertThat(drawing.text()).hasSizeGreaterThan(line.length());
  }

  @Test
  void a_lesson_that_breaks_while_it_is_edited_shows_why_and_comes_back() throws IOException {
    Path checks = folder.resolve("checks/10-logs.yaml");
    String good = Files.readString(checks);
    Preview preview = preview(new Preview.Part.Whole());

    Files.writeString(checks, good.replace("state: running", "stat: running"));
    Preview.Drawing broken = preview.draw(SHEET);
    Files.writeString(checks, good);

    assertThat(broken).isInstanceOf(Preview.Drawing.Broken.class);
    assertThat(broken.text()).contains("checks/10-logs.yaml:10:", "did you mean `state`?");
    assertThat(preview.draw(SHEET)).isInstanceOf(Preview.Drawing.Shown.class);
  }

  @Test
  void a_save_is_noticed_once() throws IOException, InterruptedException {
    try (Saves saves = new Saves(folder)) {
      Files.writeString(folder.resolve("lessons/10-logs.md"), "# Half\n");
      Files.writeString(folder.resolve("lessons/10-logs.md"), "# Whole\n");

      assertThat(saves.await(Patience.BUSY_MACHINE)).isTrue();
      assertThat(saves.await(Duration.ofMillis(100))).isFalse();
    }
  }
}
