package dev.ropewalk.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Reads files of people that we do not know. What only looks like a file is refused: a named pipe
 * keeps its reader waiting for ever, a device has no end. Links are followed.
 */
public final class RegularFile {
  private RegularFile() {}

  /**
   * The beginning of a file.
   *
   * @param most bytes that are read of it, whatever size it claims to have
   * @throws java.nio.file.NoSuchFileException when there is nothing of that name
   * @throws IOException when it cannot be read, or is something else than a file
   */
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(most);
    }
  }

  /**
   * A file to be read from its beginning, by who closes it.
   *
   * @throws java.nio.file.NoSuchFileException when there is nothing of that name
   * @throws IOException when it cannot be read, or is something else than a file
   */
  public static InputStream open(Path file) throws IOException {
    // Asked of the file system before it is opened: to open a pipe is to wait.
    if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
      throw new FileSystemException(file.toString(), null, kind(file));
    }
    return Files.newInputStream(file);
  }

  /** Why a file could not be read, in a few words and without its name. */
  public static String reason(IOException e) {
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, "that is not permitted");
  }

  private static String kind(Path file) {
    return Files.isDirectory(file)
        ? "it is a folder"
        : "it is no regular file, but a pipe, a socket or a device";
  }
}
