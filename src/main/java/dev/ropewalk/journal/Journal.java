package dev.ropewalk.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What happened, one JSON object a line, only ever added to. An entry is on the disk when {@link
 * #append} returns. A line that was cut off by a crash is passed over when reading, and ended
 * before the next is added, so that it is lost alone. Safe for use by several threads, and by
 * several processes on one file.
 */
public final class Journal implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final ObjectMapper mapper;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    this.mapper =
        JsonMapper.builder()
            .addMixIn(dev.ropewalk.engine.EngineEvent.class, EventMixin.class)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
  }

  /**
   * Opens a journal, creating it and its folders where needed.
   *
   * @throws JournalProblem when it cannot be written; the message names the file
   */
  public static Journal open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
   * Adds an entry and brings it to the disk.
   *
   * @throws JournalProblem when the disk refuses; the message names the file
   */
  public synchronized void append(Entry entry) {
    try {
      write((mapper.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
      channel.force(false);
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

  /** All entries that can be read, oldest first. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    try {
      for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
        read(line, entries);
      }
    } catch (IOException e) {
      throw JournalProblem.unreadable(file, e);
    }
    return entries;
  }

  private void read(String line, List<Entry> entries) {
    if (!line.isBlank()) {
      try {
        Entry entry = mapper.readValue(line, Entry.class);
        if (entry != null) {
          entries.add(entry);
        }
      } catch (JacksonException _) {
        // Cut off by a crash, or written by a newer version: it is lost alone.
      }
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
