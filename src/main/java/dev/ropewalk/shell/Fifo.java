package dev.ropewalk.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Named pipes. */
final class Fifo {
  private Fifo() {}

  /**
   * Makes one for this user only. Opened for both directions it blocks nobody and never reads the
   * end of file.
   */
  static FileChannel make(Path path) throws IOException {
    try {
      if (new ProcessBuilder("mkfifo", "-m", "600", path.toString()).start().waitFor() != 0) {
        throw new IOException("mkfifo cannot make " + path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making " + path, e);
    }
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
