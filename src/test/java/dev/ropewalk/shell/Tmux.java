package dev.ropewalk.shell;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A real terminal with one window, driven by keys and read as a picture of text. */
final class Tmux implements AutoCloseable {
  private static final Duration PATIENCE = Patience.BUSY_MACHINE.multipliedBy(3);
  private final String socket;

  private Tmux(Path socket) {
    this.socket = socket.toString();
  }

  static Tmux start(Path directory, List<String> environment, String... command)
      throws IOException {
    var tmux = new Tmux(directory.resolve(".tmux"));
    var arguments =
        new ArrayList<>(
            List.of("new-session", "-d", "-x", "80", "-y", "24", "-c", directory.toString()));
    environment.forEach(variable -> arguments.addAll(List.of("-e", variable)));
    arguments.addAll(List.of(command));
    tmux.run(arguments.toArray(String[]::new));
    return tmux;
  }

  /** Types names of keys as tmux has them, {@code C-c} or {@code Enter}. */
  Tmux press(String... keys) throws IOException {
    var arguments = new ArrayList<>(List.of("send-keys"));
    arguments.addAll(List.of(keys));
    run(arguments.toArray(String[]::new));
    return this;
  }

  /** Types text as it is, and Enter. */
  Tmux type(String text) throws IOException {
    run("send-keys", "-l", text);
    return press("Enter");
  }

  void resize(int columns, int rows) throws IOException {
    run("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
  }

  String screen() throws IOException {
    return run("capture-pane", "-p").stripTrailing();
  }

  /** Waits until the screen ends with these words, such as a prompt. */
  Tmux awaitEnd(String words) throws IOException {
    return await(screen -> screen.endsWith(words), words);
  }

  Tmux awaitText(String words) throws IOException {
    return await(screen -> screen.contains(words), words);
  }

  /**
   * Waits until this program has the keyboard: a key that comes while bash still starts it would be
   * bash's own, which waits for the program all the same.
   */
  Tmux awaitRunning(String program) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!run("display", "-p", "#{pane_current_command}").strip().equals(program)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(program + " never ran; on the screen:\n" + screen());
      }
      LockSupport.parkNanos(20_000_000);
    }
    return this;
  }

  private Tmux await(Predicate<String> condition, String what) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var screen = screen();
    while (!condition.test(screen)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for: " + what + "\non the screen:\n" + screen);
      }
      LockSupport.parkNanos(20_000_000);
      screen = screen();
    }
    return this;
  }

  private String run(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("tmux", "-S", socket, "-f", "/dev/null"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    run("kill-server");
  }
}
