package dev.ropewalk.shell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A named pipe with both ends in our hands, so that opening it blocks nobody and nobody reads the
 * end of file. The two ends are channels of their own: one channel would not let a thread write
 * while another waits to read.
 */
final class Fifo implements Closeable {
  private final FileChannel reading;
  private final FileChannel writing;

  private Fifo(FileChannel reading, FileChannel writing) {
    this.reading = reading;
    this.writing = writing;
  }

  /**
   * Makes one, in a folder for this user only. Who has it open, such as root of another user
   * namespace, may open it again by {@code /dev/stdout}. The path may be deleted once the other
   * side has opened it too.
   */
  static Fifo make(Path path) throws IOException {
    try {
      if (new ProcessBuilder("mkfifo", "-m", "666", path.toString()).start().waitFor() != 0) {
        throw new IOException("mkfifo cannot make " + path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making " + path, e);
    }
    return new Fifo(
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE),
        FileChannel.open(path, StandardOpenOption.WRITE));
  }

  /** Waits for bytes and puts them into the buffer. */
  void read(ByteBuffer buffer) throws IOException {
    reading.read(buffer);
  }

  void write(byte[] bytes) throws IOException {
    writing.write(ByteBuffer.wrap(bytes));
  }

  /** Whoever waits in {@link #read} gets an exception. */
  @Override
  public void close() throws IOException {
    reading.close();
    writing.close();
  }
}
