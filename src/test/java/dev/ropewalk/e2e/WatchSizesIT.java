package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pane beside the learner's shells, which is often a low or a narrow one. */
@ExtendWith(EngineLock.class)
class WatchSizesIT {
  private static final Pattern RULE = Pattern.compile("(?m)^─+$");

  /** What stands last of all that can be scrolled to. */
  private static final Pattern LAST_WORDS = Pattern.compile("only\\s+show\\.\n");

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void start() {
    home = new Home(folder);
    Docker.remove("redistest");
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "80, 21", "80, 10", "40, 12", "30, 20"})
  void the_step_its_task_and_its_checks_come_first_and_the_rest_is_scrolled_to(
      int columns, int rows) throws IOException {
    List<String> watch = List.of("ropewalk", "watch", "start-and-stop");
    try (TmuxTerminal pane =
        TmuxTerminal.open(columns, rows, home.desk(), home.environment(), watch)) {
      String first = await(pane, screen -> screen.contains("✗"));
      isWhole(first, columns, rows);
      assertThat(first).containsSubsequence(" 1/6", "Do:", "✗").contains("j k more");

      pane.press(
          "PageDown", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown", "PageDown");
      String last = await(pane, screen -> LAST_WORDS.matcher(screen).find());
      isWhole(last, columns, rows);
      pane.press("Up");
      await(pane, screen -> !screen.equals(last));
      pane.press("j");
      await(pane, last::equals);

      pane.resize(110, 40);
      String roomy = await(pane, screen -> screen.startsWith("\nStart and stop"));
      assertThat(roomy).contains("✗", "what your commands").doesNotContain("j k");
      pane.resize(columns, rows);
      isWhole(await(pane, first::equals), columns, rows);
    }
  }

  /** No line has been broken by the terminal: what would be broken pushes the rest down. */
  private static void isWhole(String screen, int columns, int rows) {
    assertThat(screen.lines()).hasSize(rows).last().asString().contains("j k more");
    assertThat(RULE.matcher(screen).results().map(it -> it.group().length()))
        .isNotEmpty()
        .containsOnly(columns);
  }

  private static String await(TmuxTerminal pane, Predicate<String> condition) {
    pane.await("a screen", _ -> condition.test(pane.screen()));
    return pane.screen();
  }
}
