package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir private Path folder;

  @Test
  void a_program_is_a_file_that_can_be_run() throws IOException {
    Files.createDirectory(folder.resolve("git"));
    assertThat(has("git")).isFalse();

    assertThat(Files.createFile(folder.resolve("compose")).toFile().setExecutable(true)).isTrue();
    assertThat(has("compose")).isTrue();
    assertThat(has("compose up")).isTrue();
  }

  @Test
  void a_command_of_docker_is_one_that_its_client_has_help_for() {
    assertThat(has("docker network ls")).isTrue();
    assertThat(has("docker nothing")).isFalse();
  }

  private boolean has(String command) {
    return Programs.has(command, StoredHelps.table(StoredHelps.OLD), folder.toString());
  }
}
