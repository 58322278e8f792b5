package dev.ropewalk.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Opens files that are nobody else's to read, from their first moment on. */
public final class OwnFile {
  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private OwnFile() {}

  /**
   * Opens a file to be read and written; where it is missing, it is created for its owner alone, as
   * far as the file system knows of owners.
   */
  public static FileChannel open(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    return FileChannel.open(file, OPTIONS, posix ? attributes : new FileAttribute<?>[0]);
  }
}
