package dev.ropewalk.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends signals to a shell and to what its line has started. Java itself knows only SIGTERM and
 * SIGKILL.
 */
final class Signals {
  private static final String KILL =
      "for target in \"${@:2}\"; do kill -s \"$1\" -- \"$target\"; done 2>/dev/null";

  private Signals() {}

  /** The shell's children by pid. */
  static Set<Long> childrenOf(long shell) {
    return ProcessHandle.of(shell).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  /**
   * Interrupts the shell itself, else a loop would just start its next command, and then signals
   * its children and all below them, with their process groups.
   *
   * @param spared children that stay out of it, such as background jobs of earlier lines
   */
  static void toLine(long shell, Set<Long> spared, String signal) {
    var targets = new ArrayList<String>();
    ProcessHandle.of(shell).stream()
        .flatMap(ProcessHandle::children)
        .filter(child -> !spared.contains(child.pid()))
        .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
        .map(ProcessHandle::pid)
        .forEach(
            pid -> {
              targets.add("-" + pid);
              targets.add(Long.toString(pid));
            });
    to(shell, "INT");
    send(signal, targets);
  }

  static void to(long pid, String signal) {
    send(signal, List.of(Long.toString(pid)));
  }

  private static void send(String signal, List<String> targets) {
    if (targets.isEmpty()) {
      return;
    }
    var command = new ArrayList<>(List.of("bash", "-c", KILL, "ropewalk", signal));
    command.addAll(targets);
    try {
      new ProcessBuilder(command).start().onExit().join();
    } catch (IOException e) {
      throw new ShellProblem("cannot send signals: bash cannot be started", e);
    }
  }
}
