package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.patience.Patience;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
    Preview.Drawing drawing =
        new Preview(() -> dev.ropewalk.lesson.Course.open(folder), LOGS, Optional.empty())
            .draw(SHEET);

    Golden.assertSame("author/preview.txt", drawing.text());
  }

  @Test
  void a_step_is_shown_with_its_hints_and_its_solution() {
    Preview preview =
        new Preview(
            () -> dev.ropewalk.lesson.Course.open(folder),
            LOGS,
            Optional.of(new StepId("clean-up")));

    Golden.assertSame("author/preview-step.txt", preview.draw(SHEET).text());
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
            Duration.ofMinutes(3),
            () ->
                new Preview(() -> dev.ropewalk.lesson.Course.open(folder), LOGS, Optional.empty())
                    .draw(SHEET));

    assertThat(drawing).isInstanceOf(Preview.Drawing.Shown.class);
    assertThat(drawing.text()).hasSizeGreaterThan(line.length());
  }

  @Test
  void a_lesson_that_breaks_while_it_is_edited_shows_why_and_comes_back() throws IOException {
    Path checks = folder.resolve("checks/10-logs.yaml");
    String good = Files.readString(checks);
    Preview preview =
        new Preview(() -> dev.ropewalk.lesson.Course.open(folder), LOGS, Optional.empty());

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
