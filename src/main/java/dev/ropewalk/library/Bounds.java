package dev.ropewalk.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Lays files of others into a folder: none beside it, none twice, and no more than a course can
 * have. What an archive says of its sizes is not believed; bytes are counted as they come.
 */
final class Bounds {
  private static final int MOST_FILES = 10_000;
  private static final long MOST_BYTES_OF_A_FILE = 64L << 20;
  private static final long MOST_BYTES = 256L << 20;
  private static final int LONGEST_PATH = 1_000;
  private static final int PIECE = 64 * 1024;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\\\]");

  private final Path folder;
  private int files;
  private long bytes;

  /** Whether a file is a program. */
  enum Use {
    READ,
    RUN
  }

  Bounds(Path folder) {
    this.folder = folder;
  }

  /**
   * Lays a file.
   *
   * @param path from the folder, with {@code /}
   * @throws LibraryProblem when it may not be laid
   */
  void lay(String path, Use use, InputStream content) throws IOException {
    Path file = place(path);
    if (++files > MOST_FILES) {
      throw tooMuch("more than %s files".formatted(MOST_FILES));
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      copy(path, content, out);
    } catch (FileAlreadyExistsException e) {
      throw new LibraryProblem("`" + path + "` is there twice", "rename one of them", e);
    }
    if (use == Use.RUN) {
      boolean unused = file.toFile().setExecutable(true);
    }
  }

  private void copy(String path, InputStream from, OutputStream to) throws IOException {
    byte[] piece = new byte[PIECE];
    long length = 0;
    for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
      length += read;
      bytes += read;
      if (length > MOST_BYTES_OF_A_FILE) {
        throw tooMuch("a file of more than 64 MiB, `" + path + "`");
      }
      if (bytes > MOST_BYTES) {
        throw tooMuch("more than 256 MiB");
      }
      to.write(piece, 0, read);
    }
  }

  private static LibraryProblem tooMuch(String what) {
    return new LibraryProblem(
        "this has " + what + ", which is more than a course may have",
        "take out what no lesson needs");
  }

  /** Where a path leads, which is below the folder. */
  private Path place(String path) {
    Path file = folder.resolve(path).normalize();
    boolean plain =
        !path.isBlank()
            && path.length() <= LONGEST_PATH
            && !CONTROL.matcher(path).find()
            && !path.startsWith("/")
            && !path.contains("//")
            && file.startsWith(folder)
            && folder.relativize(file).toString().equals(path);
    if (!plain) {
      throw new LibraryProblem(
          "`" + path + "` is no path of a file in a course",
          "name files by plain paths below the folder of the course, without `..`");
    }
    return file;
  }
}
