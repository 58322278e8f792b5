package dev.ropewalk.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the course to write to, on every command that writes one. */
final class WrittenCourseOption {
  @Option(
      names = "--course",
      paramLabel = "DIR",
      description = "The folder of the course (or: ROPEWALK_COURSE); otherwise the current folder.")
  private @Nullable Path folder;

  /** Whether it was given. */
  boolean isGiven() {
    return folder != null;
  }

  /** The folder to write to. */
  Path folder(Context context) {
    return context.writtenFolder(Optional.ofNullable(folder));
  }
}
