package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Finds out whether somebody has stopped an engine by a signal, after which it answers nothing. */
final class StoppedEngine {
  private static final Set<String> PROGRAMS = Set.of("dockerd", "containerd");
  private static final String STOPPED = "T";

  private StoppedEngine() {}

  /**
   * Whether a program of the engine that a process has started, or those that it started, is
   * stopped.
   */
  static boolean isBelow(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .anyMatch(process -> isStopped(process.pid()));
  }

  // "12 (dockerd) T 1 …": proc(5). The name may hold blanks and brackets.
  private static boolean isStopped(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      int begin = stat.indexOf('(');
      int end = stat.lastIndexOf(')');
      return PROGRAMS.contains(stat.substring(begin + 1, end)) && stat.startsWith(STOPPED, end + 2);
    } catch (IOException e) {
      // It has ended.
      return false;
    }
  }
}
