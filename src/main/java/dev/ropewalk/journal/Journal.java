package dev.ropewalk.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What happened, one JSON object a line, only ever added to. A line that was cut off by a crash is
 * passed over when reading, and ended before the next is added, so that it is lost alone. Safe for
 * use by several threads, and by several processes on one file.
 */
public final class Journal implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a journal, creating it and its folders where needed.
   *
   * @throws JournalProblem when it cannot be written; the message names the file
   */
  public static Journal open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel = OwnFile.open(file);
      Journal journal = new Journal(file, channel);
      journal.endLastLine();
      return journal;
    } catch (IOException e) {
      throw JournalProblem.unwritable(file, e);
    }
  }

  private void endLastLine() throws IOException {
    long size = channel.size();
    if (size > 0) {
      ByteBuffer last = ByteBuffer.allocate(1);
      int unused = channel.read(last, size - 1);
      if (last.get(0) != '\n') {
        write(new byte[] {'\n'});
      }
    }
  }

  /**
   * Adds a line. The system has it when this returns, so that it outlives us; the disk has it once
   * a line is added that the learner is told of.
   *
   * @throws JournalProblem when the disk refuses; the message names the file
   */
  public synchronized void append(JournalLine line) {
    try {
      write((JournalForm.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
      if (line.entry().isAcknowledged()) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw JournalProblem.unwritable(file, e);
    }
  }

  /** One write at the end of the file, alone among all processes. */
  private void write(byte[] bytes) throws IOException {
    try (var unused = lock()) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long position = channel.size();
      while (buffer.hasRemaining()) {
        position += channel.write(buffer, position);
      }
    }
  }

  private FileLock lock() throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        // Another journal of this very process is writing to the file; that takes a moment.
        LockSupport.parkNanos(100_000);
      }
    }
  }

  /** All lines that can be read, oldest first. */
  public List<JournalLine> lines() {
    return read(file);
  }

  /**
   * The same of a file that is not written to: without one there are no lines.
   *
   * @throws JournalProblem when it cannot be read; the message names the file
   */
  public static List<JournalLine> read(Path file) {
    JournalForm form = new JournalForm();
    try {
      return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n"))
          .filter(line -> !line.isBlank())
          .flatMap(line -> form.read(line).stream())
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw JournalProblem.unreadable(file, e);
    }
  }

  /** The file it is kept in. */
  public Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw JournalProblem.unwritable(file, e);
    }
  }
}
