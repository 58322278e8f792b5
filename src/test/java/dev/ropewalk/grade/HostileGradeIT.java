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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that attack the grader: each is contained and named, and the next one is graded. */
@Timeout(3000)
final class HostileGradeIT {
  private static final String LESSON = "images-and-containers";

  /** What is typed, by what it is; after the first step, which all of them do. */
  private static final Map<String, List<String>> ATTACKS = new LinkedHashMap<>();

  static {
    ATTACKS.put("fork-bomb", List.of("b() { b | b & }; b; sleep 30", "true"));
    ATTACKS.put("memory-hog", List.of("head -c 4G /dev/zero | tail", "true"));
    ATTACKS.put("endless-loop", List.of("while :; do :; done", "true"));
    ATTACKS.put("output-flood", List.of("yes", "true"));
    ATTACKS.put("disk-filler", List.of("head -c 8G /dev/zero >/root/big", "true"));
    ATTACKS.put(
        "many-containers",
        List.of("for i in $(seq 3000); do docker create redis >/dev/null; done", "docker ps -a"));
    ATTACKS.put(
        "host-root",
        List.of(
            "docker run --privileged -v /:/host redis touch /host/etc/ropewalk-was-here",
            "docker run --privileged --pid host redis kill -9 1"));
    ATTACKS.put(
        "reads-the-checks",
        List.of(
            "! find / -name '10-images-and-containers*' 2>/dev/null | grep -q .",
            "! grep -rlqs first_id /root /tmp /run /etc /home"));
    ATTACKS.put("ends-the-shell", List.of("exec sleep 0", "docker ps"));
    ATTACKS.put("stops-the-engine", List.of("pkill -9 dockerd; sleep 1", "docker ps"));
    ATTACKS.put(
        "talks-to-the-recorder",
        List.of(
            "for s in /run/sandbox/lanes/*; do curl -sm 2 --unix-socket $s -X POST"
                + " http://x/images/create?fromImage=redis; done"));
    ATTACKS.put(
        "forges-the-result",
        List.of(
            "mkdir -p out /root/.local/state/ropewalk",
            "echo '{\"entry\":\"step-done\",\"step\":\"list-your-images\",\"how\":\"SOLVED\"}'"
                + " | tee out/grading.jsonl /root/.local/state/ropewalk/journal.jsonl",
            ":skip",
            ":goto images-and-containers/clean-up"));
  }

  @TempDir private Path folder;

  @Test
  void each_is_contained_and_named_and_the_next_one_is_graded() throws Exception {
    GradeProcess.assumePossible();
    MachineState before = MachineState.now();
    GradeProcess grading = new GradeProcess(folder);
    List<String> right = GradeProcess.solution(LESSON);
    for (var attack : ATTACKS.entrySet()) {
      String[] lines = new String[attack.getValue().size() + 1];
      lines[0] = "docker pull redis";
      for (int i = 1; i < lines.length; i++) {
        lines[i] = attack.getValue().get(i - 1);
      }
      grading.handIn(attack.getKey(), lines);
      grading.handIn(attack.getKey() + "-then-right", right.toArray(String[]::new));
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
    assertThat(cards).as(ended.said()).hasSize(2 * ATTACKS.size() + 1);
    assertThat(notes(cards, "endless-loop"))
        .contains("`while :; do :; done` was ended after 20 s.");
    assertThat(notes(cards, "output-flood")).contains("`yes` was ended after 20 s.");
    assertThat(notes(cards, "many-containers"))
        .containsAnyOf("were more than 100 containers", "was ended after 20 s");
    assertThat(notes(cards, "ends-the-shell"))
        .contains("The shell ended with `exec sleep 0`: what stands below it was not typed.");
    assertThat(notes(cards, "stops-the-engine"))
        .contains("The engine ended each time that `pkill -9 dockerd; sleep 1` ran.");
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
