package dev.ropewalk.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds processes by the id that they have for themselves, in a pid namespace of their own. */
final class InnerPid {
  private static final String IDS = "NSpid:";

  private InnerPid() {}

  /**
   * The one among a process and its descendants that calls itself so, with its id here. One on the
   * way there may have that number as its id here: the one in the innermost namespace is meant.
   */
  static Optional<ProcessHandle> of(ProcessHandle root, long own) {
    return Stream.concat(Stream.of(root), root.descendants())
        .map(process -> new Named(process, ids(process.pid())))
        .filter(named -> named.ids().getLast() == own)
        .max(Comparator.comparing(named -> named.ids().size()))
        .map(Named::process);
  }

  private record Named(ProcessHandle process, List<Long> ids) {}

  /** Linux lists the ids of a process from ours to its own; elsewhere there is but one. */
  private static List<Long> ids(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(IDS))
          .map(line -> line.substring(IDS.length()).strip().split("\\s+"))
          .map(ids -> Arrays.stream(ids).map(Long::valueOf).toList())
          .findFirst()
          .orElse(List.of(pid));
    } catch (IOException | UncheckedIOException e) {
      return List.of(pid);
    }
  }
}
