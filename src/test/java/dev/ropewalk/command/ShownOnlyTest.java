package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines do no more than show something, docker apart. */
final class ShownOnlyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|true",
        "true|true",
        "date|true",
        "cd /tmp && ls -l|true",
        "docker ps -a PIPE grep redis|true",
        "docker --version; echo done|true",
        "for c in a b; do echo $c; done|false",
        "sudo docker ps|true",
        "docker ps >/dev/null 2>&1; date|true",
        "docker ps 2>/dev/null|true",
        "echo word > note.txt|false",
        "docker logs box > out.txt|false",
        "docker ps PIPE tee list|false",
        "kill 4711|false",
        "sudo kill 4711|false",
        "touch note.txt|false",
        "sh -c true|false",
        "curl localhost:8080|false",
        "sleep 1|false",
        "vi note.txt|false",
        "mine|false",
      })
  void a_line_that_shows_is_told_from_one_that_may_change(String line, boolean shows) {
    assertThat(ShownOnly.is(line.replace("PIPE", "|"), List.of())).isEqualTo(shows);
  }

  @Test
  void what_the_shell_ran_for_an_alias_counts() {
    assertThat(ShownOnly.is("ls", List.of("ls --color"))).isTrue();
    assertThat(ShownOnly.is("ls", List.of("rm -r ."))).isFalse();
  }
}
