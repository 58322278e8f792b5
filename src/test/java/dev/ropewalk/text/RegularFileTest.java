package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only looks like a file keeps nobody waiting. */
final class RegularFileTest {
  /** A net: what is tested either comes back at once or never. */
  private static final Duration NET = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void of_a_file_no_more_than_the_bound_is_read() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "hello");

    assertThat(RegularFile.read(file, 4)).asString().isEqualTo("hell");
    assertThat(RegularFile.read(file, 6)).asString().isEqualTo("hello");
  }

  @Test
  void a_named_pipe_is_refused_without_waiting_for_its_writer() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertTimeoutPreemptively(
        NET,
        () ->
            assertThatThrownBy(() -> RegularFile.read(pipe, 10))
                .isInstanceOfSatisfying(
                    IOException.class,
                    e -> assertThat(RegularFile.reason(e)).contains("no regular file")));
  }

  @Test
  void a_device_without_an_end_is_refused_also_behind_a_link() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/zero"));

    assertThatThrownBy(() -> RegularFile.read(Path.of("/dev/zero"), 10))
        .hasMessageContaining("no regular file");
    assertThatThrownBy(() -> RegularFile.read(link, 10)).hasMessageContaining("no regular file");
  }

  @Test
  void a_folder_and_nothing_are_told_apart() {
    assertThatThrownBy(() -> RegularFile.read(folder, 10)).hasMessageContaining("a folder");
    assertThatThrownBy(() -> RegularFile.read(folder.resolve("none"), 10))
        .isInstanceOf(NoSuchFileException.class);
  }
}
