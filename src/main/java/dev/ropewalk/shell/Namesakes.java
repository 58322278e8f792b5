package dev.ropewalk.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds processes by the id that they have for themselves, in a pid namespace of their own. */
final class Namesakes {
  private static final String IDS = "NSpid:";

  private Namesakes() {}

  /** The one among a process and its descendants that calls itself so; with its id here. */
  static Optional<ProcessHandle> of(ProcessHandle root, long own) {
    return Stream.concat(Stream.of(root), root.descendants())
        .filter(process -> innermost(process.pid()) == own)
        .findFirst();
  }

  /** Linux lists the ids of a process from ours to its own; elsewhere there is but one. */
  private static long innermost(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(IDS))
          .map(line -> line.substring(line.lastIndexOf('\t') + 1))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(pid);
    } catch (IOException | java.io.UncheckedIOException e) {
      return pid;
    }
  }
}
