package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.MachineState;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Submissions that attack the grader: each is contained and named, and the next one is graded. */
@Order(MachineState.LAST)
@ResourceLock(MachineState.LOCK)
@Timeout(3000)
final class HostileGradeIT {
  private static final String LESSON = "images-and-containers";

  @TempDir private Path folder;

  @Test
  void each_is_contained_and_named_and_the_next_one_is_graded() throws Exception {
    GradeProcess.assumePossible();
    MachineState before = MachineState.now();
    GradeProcess grading = new GradeProcess(folder);
    List<String> right = GradeProcess.solution(LESSON);
    for (String attack : Attacks.names()) {
      List<String> lines = new ArrayList<>(List.of("docker pull redis"));
      lines.addAll(Attacks.lines(attack, "redis"));
      grading.handIn(attack, lines.toArray(String[]::new));
      grading.handIn(attack + "-then-right", right.toArray(String[]::new));
    }
    handInHuge();

    GradeProcess.Ended ended = grading.grade(LESSON, "--exam", "--jobs", "2");

    Map<String, Scorecard> cards = grading.cards();
    cards.forEach(
        (id, card) -> {
          if (id.endsWith("-then-right")) {
            assertThat(card.status()).as("%s %s", id, card).isEqualTo(Status.PASSED);
          } else {
            assertThat(card.status()).as("%s %s", id, card).isEqualTo(Status.FAILED);
            assertThat(card.points().earned()).as("%s %s", id, card).isLessThanOrEqualTo(1);
          }
        });
    assertThat(cards).as(ended.said()).hasSize(2 * Attacks.names().size() + 1);
    assertThat(notes(cards, "endless-loop"))
        .contains("`while :; do :; done` was ended after 20 s.");
    assertThat(notes(cards, "output-flood")).contains("`yes` was ended after 20 s.");
    assertThat(notes(cards, "many-containers"))
        .containsAnyOf("were more than 100 containers", "was ended after 20 s");
    assertThat(notes(cards, "ends-the-shell"))
        .contains("The shell ended with `exec sleep 0`: what stands below it was not typed.");
    assertThat(notes(cards, "stops-the-engine"))
        .contains("The engine ended while `pkill -9 dockerd; sleep 1` ran.");
    assertThat(notes(cards, "freezes-the-engine"))
        .contains("The engine was stopped by a signal while `pkill -STOP dockerd` ran");
    assertThat(Objects.requireNonNull(cards.get("freezes-the-engine")).attempts()).isEqualTo(1);
    assertThat(notes(cards, "memory-hog"))
        .contains("` had ended, it was used up: the 512 MiB of memory");
    assertThat(notes(cards, "disk-filler"))
        .contains("` had ended, it was used up: the 512 MiB of memory");
    assertThat(notes(cards, "fork-bomb"))
        .contains("` had ended, it was used up: the 512 processes");
    assertThat(notes(cards, "forges-the-result"))
        .contains("`:skip` has no place in a submission and was left out.");
    assertThat(
            Objects.requireNonNull(cards.get("reads-the-checks"))
                .lessons()
                .getFirst()
                .steps()
                .get(1)
                .commands())
        .extracting(StepResult.Command::exitCode)
        .containsExactly(0, 0);
    assertThat(notes(cards, "huge-commands")).contains("It is refused:", "commands.sh");
    assertThat(Path.of("/etc/ropewalk-was-here")).doesNotExist();
    assertThat(Files.size(folder.resolve("out/grading.jsonl"))).isLessThan(1 << 20);
    assertThat(MachineState.await(before::equals)).isEqualTo(before);
  }

  private static String notes(Map<String, Scorecard> cards, String id) {
    return String.join("\n", Objects.requireNonNull(cards.get(id), id).notes());
  }

  /** 100 MB that take no room on the disk. */
  private void handInHuge() throws IOException {
    Path file = folder.resolve("submissions/huge-commands/commands.sh");
    Files.createDirectories(file.getParent());
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(100_000_000);
    }
  }
}
