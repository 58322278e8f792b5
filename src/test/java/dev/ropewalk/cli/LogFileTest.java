package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where libraries tell of their trouble. */
final class LogFileTest {
  private static final String FILE = "org.slf4j.simpleLogger.logFile";

  @TempDir private Path folder;

  @Test
  void the_folder_of_the_log_is_made() {
    Path file = folder.resolve("state/ropewalk/ropewalk.log");

    assertThat(LogFile.settings(file)).containsEntry(FILE, file.toString());
    assertThat(file.getParent()).isDirectory();
  }

  @Test
  void nothing_is_said_where_there_can_be_no_log() throws IOException {
    Path taken = Files.writeString(folder.resolve("state"), "");

    assertThat(LogFile.settings(taken.resolve("ropewalk.log")))
        .doesNotContainKey(FILE)
        .containsEntry("org.slf4j.simpleLogger.defaultLogLevel", "off");
    assertThat(LogFile.settings(folder)).doesNotContainKey(FILE);
  }
}
