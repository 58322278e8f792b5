package dev.ropewalk.check.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words after an image are flags of docker that stand too late. */
final class FlagsAfterImageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-d --name box|-d --name box",
        "-p 12345:6379|-p 12345:6379",
        "redis-server --name box|--name box",
        "hello -it|-it",
        "bash -c ls|''",
        "/bin/bash -lc ls|''",
        "ls -d /tmp|''",
        "redis-server --port 7000|''",
        "uname -r|''",
      })
  void docker_s_own_flags_are_told_and_a_program_s_are_not(String command, String flag) {
    SampleContainer box = new SampleContainer("box").command(command.split(" "));

    assertThat(String.join(" ", FlagsAfterImage.of(box.build(), new Bench().scene())))
        .isEqualTo(flag);
  }
}
