package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.scorecard.SampleResults;
import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a grading that was killed. */
final class GradingLogTest {
  private static final String RULES = "{\"rules\":\"a\"}";
  private static final List<Scorecard> CARDS = SampleResults.results().submissions();

  @TempDir private Path folder;

  @Test
  void what_was_graded_is_known_when_it_goes_on() throws Exception {
    graded(2);

    try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.RESUME)) {
      assertThat(log.done().values()).containsExactly(CARDS.get(0), CARDS.get(1));
    }
  }

  @Test
  void a_line_that_was_cut_off_at_any_point_is_forgotten_and_the_rest_is_not() throws Exception {
    graded(2);
    byte[] whole = Files.readAllBytes(file());
    int first = Files.readAllLines(file()).subList(0, 2).stream().mapToInt(bytes()).sum();
    int rules = bytes().applyAsInt(RULES);
    for (int length : new int[] {rules, rules + 1, first - 1, first, first + 7, whole.length - 1}) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));

      try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.RESUME)) {
        assertThat(log.done()).as("%s bytes", length).hasSize(length < first ? 0 : 1);
        log.add(CARDS.get(3));
      }
      try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.RESUME)) {
        assertThat(log.done()).as("%s bytes", length).containsKey(CARDS.get(3).submission());
      }
    }
  }

  @Test
  void a_line_that_somebody_has_changed_is_told_by_its_number() throws Exception {
    graded(2);
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.set(2, lines.get(2).substring(3));
    Files.write(file(), lines);

    for (ThrowingCallable reading :
        List.<ThrowingCallable>of(
            () -> GradingLog.open(folder, RULES, GradingLog.Before.RESUME),
            () -> GradingLog.read(folder))) {
      assertThatThrownBy(reading)
          .isInstanceOf(GradingRefused.class)
          .hasMessageContaining("line 3 of `" + file());
    }
  }

  @Test
  void a_log_is_gone_on_with_only_if_that_is_asked_for_and_by_the_same_rules() throws Exception {
    graded(1);

    assertThatThrownBy(() -> GradingLog.open(folder, RULES, GradingLog.Before.MUST_BE_NONE))
        .isInstanceOf(GradingRefused.class)
        .hasMessageContaining("has the log of a grading");
    assertThatThrownBy(() -> GradingLog.open(folder, "{}", GradingLog.Before.RESUME))
        .hasMessageContaining("other lessons, checks or rules");
  }

  @Test
  void a_log_that_was_cut_off_in_its_first_line_begins_anew() throws Exception {
    Files.writeString(file(), "{\"ru", StandardOpenOption.CREATE);

    try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.MUST_BE_NONE)) {
      log.add(CARDS.get(0));
    }

    assertThat(Files.readAllLines(file())).hasSize(2).first().isEqualTo(RULES);
  }

  @Test
  void a_log_is_not_taken_from_a_grading_that_still_writes_it() throws Exception {
    try (GradingLog running = GradingLog.open(folder, RULES, GradingLog.Before.MUST_BE_NONE)) {
      running.add(CARDS.get(0));

      assertThatThrownBy(() -> GradingLog.open(folder, RULES, GradingLog.Before.SET_ASIDE))
          .isInstanceOf(GradingRefused.class)
          .hasMessageContaining("is used by another grading");

      running.add(CARDS.get(1));
      assertThat(GradingLog.read(folder)).containsExactly(CARDS.get(0), CARDS.get(1));
    }
    assertThat(folder.resolve("grading-1.jsonl")).doesNotExist();
  }

  @Test
  void a_log_that_is_set_aside_keeps_what_it_says_and_its_evidence_as_it_was() throws Exception {
    graded(2);
    String before = Files.readString(file());

    try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.SET_ASIDE)) {
      log.add(CARDS.get(3));
      assertThat(log.earlier()).isEqualTo(1);
      assertThat(log.done()).containsOnlyKeys(CARDS.get(3).submission());
    }

    assertThat(folder.resolve("grading-1.jsonl")).hasContent(before);
    try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.RESUME)) {
      assertThat(log.earlier()).isEqualTo(1);
    }
    try (GradingLog log = GradingLog.open(folder, "{}", GradingLog.Before.SET_ASIDE)) {
      assertThat(log.earlier()).isEqualTo(2);
    }
  }

  private void graded(int count) throws IOException {
    try (GradingLog log = GradingLog.open(folder, RULES, GradingLog.Before.MUST_BE_NONE)) {
      for (Scorecard card : CARDS.subList(0, count)) {
        log.add(card);
      }
    }
  }

  private Path file() {
    return folder.resolve(GradingLog.NAME);
  }

  private static java.util.function.ToIntFunction<String> bytes() {
    return line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1;
  }
}
