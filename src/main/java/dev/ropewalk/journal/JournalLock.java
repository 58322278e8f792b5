package dev.ropewalk.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Held while somebody works with a journal, so that nobody else does at the same time. It goes with
 * the process that holds it, whatever ends that; reading the journal needs no lock.
 */
public final class JournalLock implements AutoCloseable {
  /** The lock is on a byte behind the words, which others may read. */
  private static final long LOCKED_BYTE = 1 << 20;

  private final FileChannel channel;
  private String told = "";

  private JournalLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Somebody else works with the journal; the message says who and where. */
  public static final class Held extends RuntimeException {
    private static final long serialVersionUID = 1;

    Held(String holder) {
      super("ropewalk is open already: " + holder);
    }
  }

  /**
   * Takes the lock.
   *
   * @param file beside the journal
   * @param holder who takes it, for whoever comes after: process, terminal, lesson
   * @throws Held when somebody else has it
   * @throws JournalProblem when the file cannot be written
   */
  public static JournalLock take(Path file, String holder) {
    try {
      FileChannel channel = OwnFile.open(file);
      if (lock(channel) == null) {
        channel.close();
        throw new Held(Files.readString(file).strip());
      }
      JournalLock lock = new JournalLock(channel);
      lock.write(holder);
      return lock;
    } catch (IOException e) {
      throw JournalProblem.unwritable(file, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /**
   * Tells whoever comes after something else of its holder. For any thread.
   *
   * @param holder as in {@link #take}
   */
  public synchronized void tell(String holder) {
    if (!holder.equals(told)) {
      try {
        write(holder);
      } catch (IOException _) {
        // The lock is held all the same; a full disk is told of where the work itself is lost.
      }
    }
  }

  private synchronized void write(String holder) throws IOException {
    told = holder;
    channel.truncate(0);
    ByteBuffer text = ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8));
    while (text.hasRemaining()) {
      channel.write(text, text.position());
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The system takes the lock away with the process.
    }
  }
}
