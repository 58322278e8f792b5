package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.check.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is read by commands; here this machine's own. */
final class EnteredDiskTest {
  @TempDir private Path folder;
  private final Disk disk = new EnteredDisk(command -> command);

  @Test
  void a_file_has_its_text_and_its_permissions() throws IOException {
    Path file = Files.writeString(folder.resolve("a file'"), "grüße\n\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(disk.find(file)).contains(new Disk.Found(false, "grüße\n\n", "640"));
  }

  @Test
  void a_folder_has_no_text() throws IOException {
    assertThat(disk.find(folder).orElseThrow())
        .matches(Disk.Found::folder)
        .extracting(Disk.Found::text)
        .isEqualTo("");
  }

  @Test
  void what_is_not_there_is_not_found() throws IOException {
    assertThat(disk.find(folder.resolve("none"))).isEmpty();
    assertThat(disk.files(folder.resolve("none"))).isEmpty();
  }

  @Test
  void of_a_large_file_the_first_mebibyte_is_read() throws IOException {
    Path file = Files.writeString(folder.resolve("large"), "x".repeat(Disk.LIMIT + 100_000));

    assertThat(disk.find(file).orElseThrow().text()).hasSize(Disk.LIMIT);
  }

  @Test
  void a_folder_tells_its_files() throws IOException {
    Files.writeString(folder.resolve("one"), "");
    Files.writeString(folder.resolve("two"), "");
    Files.createDirectory(folder.resolve("inner"));

    assertThat(disk.files(folder)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void a_machine_that_is_gone_is_no_missing_file() {
    Disk gone = new EnteredDisk(command -> List.of("false"));

    assertThatThrownBy(() -> gone.find(folder)).isInstanceOf(IOException.class);
  }
}
