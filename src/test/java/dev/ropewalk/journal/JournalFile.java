package dev.ropewalk.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A journal in a folder that is not there yet. */
final class JournalFile {
  private final Path folder;

  JournalFile(Path folder) {
    this.folder = folder;
  }

  Path path() {
    return folder.resolve("deep").resolve("journal.jsonl");
  }

  List<Entry> entries() {
    try (Journal journal = Journal.open(path())) {
      return journal.lines().stream().map(JournalLine::entry).toList();
    }
  }

  void append(Entry... entries) {
    try (Journal journal = Journal.open(path())) {
      Stream.of(entries).map(Samples::line).forEach(journal::append);
    }
  }

  /** Adds lines just as they are. */
  void text(String... lines) throws IOException {
    append();
    Files.writeString(path(), String.join("\n", lines) + "\n", StandardOpenOption.APPEND);
  }
}
