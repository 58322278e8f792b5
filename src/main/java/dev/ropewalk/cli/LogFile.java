package dev.ropewalk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where libraries tell of their trouble. */
final class LogFile {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private LogFile() {}

  /**
   * The system properties that make them write into a file, whose folder is made. They say nothing
   * where it cannot be written: a learner has no use for it.
   */
  static Map<String, String> settings(Path file) {
    return isWritable(file)
        ? Map.of(
            PREFIX + "logFile",
            file.toString(),
            PREFIX + "defaultLogLevel",
            "warn",
            "slf4j.internal.verbosity",
            "WARN")
        : Map.of(PREFIX + "defaultLogLevel", "off", "slf4j.internal.verbosity", "ERROR");
  }

  private static boolean isWritable(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      return folder != null
          && Files.isDirectory(Files.createDirectories(folder))
          && Files.isWritable(Files.exists(file) ? file : folder)
          && !Files.isDirectory(file);
    } catch (IOException e) {
      return false;
    }
  }
}
