package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round of judging ends, whatever becomes of what is looked at. */
class JudgeTest {
  private static final String CHECKS =
      """
      steps:
        look:
          checks:
            - {check: first, file: first, expect: exists}
            - {check: second, file: second, expect: exists}
            - {check: third, file: third, expect: exists}
          solution: touch first second third
      """;

  @TempDir private Path folder;

  private List<Check> checks() throws IOException {
    Files.createDirectories(folder.resolve("lessons"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(folder.resolve("lessons/10-look.md"), "# Look\n\n## Look\n\nLook.\n");
    Files.writeString(folder.resolve("checks/10-look.yaml"), CHECKS);
    for (String name : List.of("first", "second", "third")) {
      Files.writeString(folder.resolve(name), "");
    }
    Course course = Course.open(folder);
    return course.lesson(course.lessons().getFirst()).steps().getFirst().checks();
  }

  private static List<Verdict> judged(Probes probes, List<Check> checks, Duration patience) {
    var judge = new Judge(new FakeEngine(), probes, new CommandTable(_ -> ""), patience);
    return judge.judge(checks, History.NONE, Variables.NONE);
  }

  @Test
  void what_never_comes_back_is_left_behind_and_said() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    var probes =
        new StuckProbes(
            file -> {
              if (file.endsWith("second")) {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  // The round has given it up.
                }
              }
              return folder.resolve(file.getFileName());
            });

    List<Verdict> verdicts = judged(probes, checks(), Patience.OF_COURTESY);

    assertThat(verdicts.get(0)).isEqualTo(new Verdict.Passed());
    assertThat(verdicts.get(1))
        .isEqualTo(new Verdict.Errored("looking took longer than 5 s and was given up"));
    assertThat(verdicts.get(2))
        .isEqualTo(new Verdict.Errored("the check before it took all the time"));
  }

  @Test
  void an_error_reaches_whoever_asked() throws IOException {
    List<Check> checks = checks();
    var probes =
        new StuckProbes(
            _ -> {
              throw new OutOfMemoryError("an archive");
            });

    assertThatThrownBy(() -> judged(probes, checks, Duration.ofMinutes(5)))
        .isInstanceOf(OutOfMemoryError.class);
  }
}
