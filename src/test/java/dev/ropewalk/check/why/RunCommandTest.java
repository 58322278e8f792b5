package dev.ropewalk.check.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a container runs, by the words of its entrypoint and of its command. */
final class RunCommandTest {
  private static final List<String> NONE = List.of();

  private static RunCommand of(List<String> entrypoint, String... command) {
    return RunCommand.of(entrypoint, List.of(command), () -> List.of("redis-server"));
  }

  private static List<Value> programs(RunCommand runs) {
    return runs.programs() instanceof Value.Ways(var ways) ? ways : List.of();
  }

  private static Value program(String name) {
    return Value.of(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uname -r",
        "/bin/uname -r",
        "busybox uname -r",
        "/bin/busybox uname -r",
        "env LANG=C uname -r",
        "timeout 5 uname -r",
      })
  void a_program_is_the_same_however_it_is_called(String line) {
    RunCommand runs = of(NONE, line.split(" "));

    assertThat(runs.words()).isInstanceOf(Value.Ways.class);
    assertThat(((Value.Ways) runs.words()).plainest()).isEqualTo(Value.of(List.of("uname", "-r")));
  }

  @Test
  void a_shell_that_was_told_what_to_run_runs_that() {
    RunCommand runs = of(NONE, "/bin/sh", "-ec", "exec /bin/uname -r");

    assertThat(((Value.Ways) runs.words()).plainest()).isEqualTo(Value.of(List.of("uname", "-r")));
    assertThat(programs(runs)).containsExactly(program("uname"), program("sh"));
  }

  @Test
  void a_shell_that_was_told_several_things_runs_each_of_them() {
    RunCommand runs = of(NONE, "sh", "-c", "cd /tmp && uname -r; exit");

    assertThat(programs(runs))
        .containsExactly(program("cd"), program("uname"), program("exit"), program("sh"));
  }

  @Test
  void the_words_of_another_program_are_no_program() {
    RunCommand runs = of(NONE, "echo", "/bin/bash");

    assertThat(programs(runs)).containsExactly(program("echo"));
  }

  @Test
  void the_entrypoint_stands_before_the_command() {
    RunCommand runs = of(List.of("/bin/uname"), "-r");

    assertThat(((Value.Ways) runs.words()).plainest()).isEqualTo(Value.of(List.of("uname", "-r")));
  }

  @Test
  void flags_after_the_script_of_an_image_are_for_the_images_own_program() {
    RunCommand runs = of(List.of("docker-entrypoint.sh"), "--port", "7000");

    assertThat(programs(runs)).containsExactly(program("redis-server"));
    assertThat(runs.shown()).isEqualTo("redis-server --port 7000");
  }

  @Test
  void a_program_after_the_script_of_an_image_takes_the_place_of_its_own() {
    RunCommand runs = of(List.of("docker-entrypoint.sh"), "sleep", "300");

    assertThat(programs(runs)).containsExactly(program("sleep"));
  }

  @Test
  void env_by_itself_is_a_program() {
    RunCommand runs = of(NONE, "env");

    assertThat(programs(runs)).containsExactly(program("env"));
  }

  @Test
  void a_whole_line_in_quotes_is_one_word() {
    assertThat(of(NONE, "echo hello").isOneWord()).isTrue();
    assertThat(of(NONE, "echo", "hello").isOneWord()).isFalse();
  }
}
