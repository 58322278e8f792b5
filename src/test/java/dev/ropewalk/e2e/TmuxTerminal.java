package dev.ropewalk.e2e;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A real terminal with one program in it: a tmux server of the test's own, driven by keys and read
 * as text. What has been {@link #shown} is counted from the last line that was entered.
 */
final class TmuxTerminal implements AutoCloseable {
  private static final Duration PATIENCE = Patience.BUSY_MACHINE.multipliedBy(3);
  private static final long POLL_NANOS = 20_000_000;

  /** One that does not end by that may run on, which is what some tests are about. */
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final String server = "ropewalk-" + UUID.randomUUID();
  private final Map<String, String> environment;
  private int mark;

  private TmuxTerminal(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts a program, which gets this environment and nothing else.
   *
   * @param environment with {@code TERM}, and {@code TMUX_TMPDIR} for the server's socket
   */
  static TmuxTerminal open(
      int columns,
      int rows,
      Path directory,
      Map<String, String> environment,
      List<String> command) {
    var terminal = new TmuxTerminal(environment);
    var start =
        new ArrayList<>(
            List.of("start-server", ";", "set", "-g", "history-limit", "100000", ";", "set", "-g"));
    start.addAll(List.of("default-terminal", environment.get("TERM"), ";", "new-session", "-d"));
    start.addAll(List.of("-x", columns + "", "-y", rows + "", "-c", directory.toString()));
    start.addAll(command);
    terminal.tmux(start);
    return terminal;
  }

  /** Types text as it is. */
  TmuxTerminal type(String text) {
    tmux(List.of("send-keys", "-l", "--", text));
    return this;
  }

  /** Presses keys by tmux's names for them: {@code C-c}, {@code Tab}, {@code Up}. */
  TmuxTerminal press(String... keys) {
    var command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command);
    return this;
  }

  /** Types a line and presses Enter; what is shown is counted from here. */
  TmuxTerminal enter(String line) {
    mark();
    return type(line).press("Enter");
  }

  /** Counts what is shown from the line of the cursor. */
  TmuxTerminal mark() {
    var place = tmux(List.of("display", "-p", "#{history_size} #{cursor_y}")).strip().split(" ");
    mark = Integer.parseInt(place[0]) + Integer.parseInt(place[1]);
    return this;
  }

  /** Changes the size, and waits until the programs can see it: tmux takes its time. */
  TmuxTerminal resize(int columns, int rows) {
    tmux(List.of("resize-window", "-x", columns + "", "-y", rows + ""));
    var device = tmux(List.of("display", "-p", "#{pane_tty}")).strip();
    var size = rows + " " + columns;
    await("the size " + size, _ -> run(List.of("stty", "-F", device, "size")).equals(size + "\n"));
    return this;
  }

  /** The lines that have been shown since the last entered one, and that one. */
  String shown() {
    return everything().lines().skip(mark).collect(Collectors.joining("\n"));
  }

  /** All lines from the first one on. */
  String everything() {
    return tmux(List.of("capture-pane", "-p", "-S", "-")).stripTrailing();
  }

  /** What can be seen now. */
  String screen() {
    return tmux(List.of("capture-pane", "-p"));
  }

  /** The screen with its colours, as escape codes. */
  String coloured() {
    return tmux(List.of("capture-pane", "-p", "-e"));
  }

  /** The process of the program. */
  ProcessHandle process() {
    var pid = tmux(List.of("display", "-p", "#{pane_pid}")).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /**
   * Waits until what is shown fulfils a condition, and returns it.
   *
   * @param what to say if it never does
   */
  String await(String what, Predicate<String> condition) {
    return await(what, condition, PATIENCE);
  }

  /** The same for what takes longer. */
  String await(String what, Predicate<String> condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    var shown = shown();
    while (!condition.test(shown)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited %s s for %s; everything on the terminal:\n%s"
                .formatted(patience.toSeconds(), what, everything()));
      }
      LockSupport.parkNanos(POLL_NANOS);
      shown = shown();
    }
    return shown;
  }

  /** Waits for words. */
  String await(String words) {
    return await("`" + words + "`", shown -> shown.contains(words));
  }

  /**
   * Waits until this program has the keyboard: a key that comes while bash still starts it would be
   * bash's own, which waits for the program all the same.
   */
  TmuxTerminal awaitRunning(String program) {
    await(program + " at the keyboard", _ -> runs(program));
    return this;
  }

  /** Whether this program has the keyboard. */
  boolean runs(String program) {
    return tmux(List.of("display", "-p", "#{pane_current_command}")).strip().equals(program);
  }

  private String tmux(List<String> arguments) {
    var command = new ArrayList<>(List.of("tmux", "-u", "-L", server, "-f", "/dev/null"));
    command.addAll(arguments);
    return run(command);
  }

  private String run(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its program writes what it keeps as it ends: waits until it has, so that its home can go. */
  @Override
  public void close() {
    List<ProcessHandle> programs =
        tmux(List.of("list-panes", "-a", "-F", "#{pane_pid}"))
            .lines()
            .filter(pid -> pid.matches("\\d+"))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
            .toList();
    tmux(List.of("kill-server"));
    long end = System.nanoTime() + ENDING.toNanos();
    while (programs.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
