package dev.ropewalk.journal;

import dev.ropewalk.lesson.CourseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A journal folded: its snapshot first, then the lines behind that. Where many lines were read, a
 * snapshot is left for the next reader.
 */
public final class JournalReader {
  /** As many lines are read at once without being noticed. */
  private static final int FEW = 500;

  private final ProgressFold fold = new ProgressFold();
  private int read;

  private JournalReader() {}

  /**
   * Reads a journal; without a file there is nothing in it. Writes nothing.
   *
   * @throws JournalProblem when it cannot be read; the message names the file
   */
  public static JournalReader of(Path file) {
    JournalReader reader = new JournalReader();
    if (Files.exists(file)) {
      try {
        long unused = reader.read(file);
      } catch (IOException e) {
        throw JournalProblem.unreadable(file, e);
      }
    }
    return reader;
  }

  /** The same, by the one who writes the journal: leaves a snapshot where that pays. */
  static JournalReader settling(Path file) {
    JournalReader reader = new JournalReader();
    try {
      long end = reader.read(file);
      List<JournalLine> lines = reader.read > FEW ? reader.fold.lines() : List.of();
      if (!lines.isEmpty() && lines.size() < reader.read) {
        new Snapshot(end, lines).write(file);
      }
    } catch (IOException e) {
      throw JournalProblem.unreadable(file, e);
    }
    return reader;
  }

  /** Folds all of it, and tells how far whole lines go. */
  private long read(Path file) throws IOException {
    long from = 0;
    var snapshot = Snapshot.read(file);
    if (snapshot.isPresent()) {
      snapshot.get().lines().forEach(this::fold);
      from = snapshot.get().bytes();
    }
    String rest = Snapshot.rest(file, from);
    JournalForm form = new JournalForm();
    rest.lines().filter(line -> !line.isBlank()).forEach(l -> form.read(l).ifPresent(this::fold));
    int whole = rest.lastIndexOf('\n') + 1;
    return from + rest.substring(0, whole).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  private void fold(JournalLine line) {
    read++;
    fold.and(line);
  }

  /** How many lines had to be read. */
  int linesRead() {
    return read;
  }

  /** What it says of a course on an engine. */
  public Progress on(CourseId course, EngineId engine) {
    return fold.on(course, engine);
  }

  /** What it says of a course, on whichever engine each lesson was. */
  public Progress anywhere(CourseId course) {
    return fold.anywhere(course);
  }
}
