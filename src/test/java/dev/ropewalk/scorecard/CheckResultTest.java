package dev.ropewalk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a verdict becomes in a report. */
final class CheckResultTest {
  private static final Check CHECK =
      Course.open(Path.of(""))
          .lesson(new LessonId("images-and-containers"))
          .steps()
          .getFirst()
          .checks()
          .getFirst();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Docker's own message, above, says why.|Docker's own message says why. No report keeps it: run the line to read it.",
        "The message of `su`, above, says why. Use it.|The message of `su` says why. No report keeps it: run the line to read it. Use it.",
        "Start it.|Start it.",
      })
  void nobody_is_sent_to_a_screen_that_a_report_does_not_have(String remedy, String told) {
    Diagnosis why = new Diagnosis(Diagnosis.Progress.COMMAND_FAILED, "It ended.", remedy);

    CheckResult result =
        CheckResult.of(CHECK, new Verdict.Failed("a", "b", why, Verdict.Outlook.values()[0]));

    assertThat(result.remedy()).isEqualTo(told);
  }
}
