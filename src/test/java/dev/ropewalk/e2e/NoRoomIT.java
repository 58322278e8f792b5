package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder for temporary files is full. */
@ExtendWith(EngineLock.class)
class NoRoomIT {
  @TempDir Path folder;
  private Path full;

  @BeforeEach
  void fill() throws Exception {
    assumeTrue(new NamespaceSandboxes().missing().isEmpty(), "root and Docker's packages");
    full = Files.createDirectory(folder.resolve("full"));
    // Room for itself, and for nothing in it.
    run("mount", "-t", "tmpfs", "-o", "nr_inodes=1", "full", full.toString());
  }

  @AfterEach
  void empty() throws Exception {
    run("umount", full.toString());
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "learn detached-mode",
        "learn --direct detached-mode",
        "learn --private detached-mode",
        "author prove detached-mode"
      })
  void a_sentence_says_so(String words) throws IOException, InterruptedException {
    Home home = new Home(folder);
    File input = Files.writeString(folder.resolve("input"), "echo hello\n").toFile();
    var builder = new ProcessBuilder("bash", "-c", "ropewalk " + words);
    builder.directory(home.desk().toFile()).redirectErrorStream(true).redirectInput(input);
    builder.environment().clear();
    builder.environment().putAll(home.environment());
    builder.environment().put("ROPEWALK_JAVA_OPTS", "-Djava.io.tmpdir=" + full);

    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(Patience.BUSY_MACHINE)).isTrue();
    assertThat(said)
        .contains(
            "error: no folder can be made in " + full + ": No space left on device\nfix: make room")
        .doesNotContain("\tat ", "Exception");
    assertThat(process.exitValue()).isEqualTo(2);
  }
}
