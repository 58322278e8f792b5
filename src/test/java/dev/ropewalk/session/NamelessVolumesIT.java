package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one command that a lesson's end prints for volumes without a name, on a real engine. */
final class NamelessVolumesIT {
  @Test
  void it_removes_them_and_nothing_that_somebody_else_has_beside_them() throws IOException {
    String one = bash("docker volume create");
    String other = bash("docker volume create");
    String stays = bash("docker volume create");
    String named = bash("docker volume create backup-" + one.substring(0, 12));
    try {
      bash(Belonging.removalOf(List.of(one, other)));

      assertThat(bash("docker volume ls -q").lines())
          .doesNotContain(one, other)
          .contains(stays, named);
    } finally {
      bash("docker volume rm -f %s %s %s %s".formatted(one, other, stays, named));
    }
  }

  private static String bash(String line) throws IOException {
    Process process = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
