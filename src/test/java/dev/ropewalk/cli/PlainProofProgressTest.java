package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.Prover;
import dev.ropewalk.proof.Trial;
import dev.ropewalk.proof.TrialRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a proof says on the way where nobody sits at a terminal. */
final class PlainProofProgressTest {
  private static final Lesson LESSON =
      new Lesson(
          new LessonId("boxes"),
          Seed.NONE,
          Variables.NONE,
          "Boxes",
          "",
          Needs.NOTHING,
          Optional.empty(),
          List.of(
              new Step(
                  new StepId("stop-it"),
                  "Stop it",
                  "",
                  "",
                  List.of(),
                  Script.NONE,
                  new Script("docker stop box"),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of())));

  @Test
  void the_first_trial_is_told_and_then_one_every_twenty_seconds() {
    StringWriter told = new StringWriter();
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    var progress = new PlainProofProgress(new PrintWriter(told), now::get);
    for (int done = 1; done <= 5; done++) {
      progress.tried(
          new Prover.Progress(
              LESSON,
              done,
              9,
              new TrialRow(
                  new Trial.Accepted(new Script("docker stop -t " + done + " box\ndocker ps")),
                  TrialRow.Outcome.HOLDS,
                  "",
                  "",
                  Duration.ZERO)));
      now.addAndGet(PlainProofProgress.PAUSE.toNanos() / 2);
    }

    assertThat(told.toString())
        .isEqualTo(
            """
            1 of 9 trials, boxes: accept `docker stop -t 1 box`
            3 of 9 trials, boxes: accept `docker stop -t 3 box`
            5 of 9 trials, boxes: accept `docker stop -t 5 box`
            """);
  }
}
