package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that is advised holds the flags that a step asks for, and none that docker refused. */
final class SecurityAdviceTest {
  private static final String RUNS =
      "container: mute\nexpect: {state: running, mode: detached, image: busybox, command: [sleep, '60']}";
  private static final String NO_RAW =
      "security: mute\nexpect: {capabilities: {any: {one_of: [CHOWN]}, all: {not: NET_RAW}}}";
  private static final String NOTHING =
      "security: mute\nexpect: {capabilities: {empty: true}, no_new_privileges: true}";

  private final PlannedStep step = new PlannedStep();

  SecurityAdviceTest() {
    step.bench.engine.withImage("busybox:latest");
  }

  @ParameterizedTest
  @CsvSource({
    "--cap-drop NETRAW, --cap-drop NET_RAW",
    "--cap-drop RAW, --cap-drop NET_RAW",
    "--cap-drop ALL, --cap-drop NET_RAW",
    "--cap-add NET_RAW, --cap-drop NET_RAW",
    "--cap-drop NET_ADMIN, --cap-drop NET_ADMIN --cap-drop NET_RAW",
    "'', --cap-drop NET_RAW",
  })
  void one_is_dropped(String typed, String advised) {
    refused("docker run -d --name mute %s busybox sleep 60".formatted(typed));

    assertThat(words(step.moves(RUNS, NO_RAW).getLast()))
        .containsExactlyInAnyOrder(
            words("docker run -d --name mute %s busybox sleep 60".formatted(advised)));
  }

  @Test
  void all_are_dropped_and_none_can_be_gained() {
    refused("docker run -d --name mute --cap-drop ALL --no-new-privileges busybox sleep 60");

    assertThat(words(step.moves(RUNS, NOTHING).getLast()))
        .containsExactlyInAnyOrder(
            words(
                "docker run -d --name mute --cap-drop ALL --security-opt no-new-privileges busybox sleep 60"));
  }

  /** After one of that name was removed. */
  private void refused(String line) {
    step.bench.happened("destroy", "mute").ran(line, 125);
  }

  private static String[] words(String line) {
    return line.split(" +");
  }
}
