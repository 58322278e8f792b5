package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.WithoutEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is entered runs as in bash itself: odd inputs go by the same keys into a {@code bash -i} and
 * into the REPL, one session of each for all of them, and what they did is compared.
 *
 * <p>The inputs are in {@code shell-inputs.txt}. They act by {@code p}, which notes its arguments.
 * After each of them {@code $?} is noted as well.
 */
@WithoutEngine
class ShellInputsIT {
  private static final long PATIENCE_NANOS = Patience.BUSY_MACHINE.toNanos();
  private static final String PREPARED =
      " HISTCONTROL=ignorespace; N=0; p() { printf '[%s]' \"$@\" >>done/$N; };"
          + " end() { printf '(%s)' $? >>done/$N; : >done/$N.end; N=$((N + 1)); }; mkdir -p done;"
          + " : >done/ready";

  /** How the keys come. */
  enum Way {
    TYPED,
    /** Bash itself would take the bytes of other letters for commands of its editor there. */
    TYPED_IN_THE_C_LOCALE,
    PASTED_WITH_BRACKETS,
    PASTED_WITHOUT
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void an_input_does_what_bash_does(Way way) throws Exception {
    List<String> inputs = inputs();
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();

    var locale = way == Way.TYPED_IN_THE_C_LOCALE ? "C" : "C.UTF-8";
    var bash = done("bash", "C.UTF-8", List.of("bash", "--norc", "-i"), way, inputs);
    var repl = done("repl", locale, repl(), way, inputs);

    assertThat(
            inputs.stream()
                .filter(input -> !Objects.requireNonNull(repl.get(input)).equals(bash.get(input)))
                .map(
                    input ->
                        "%s\n  in bash: %s\n  in ropewalk: %s"
                            .formatted(input, bash.get(input), repl.get(input))))
        .isEmpty();
  }

  @Test
  void control_c_on_a_dumb_terminal_throws_the_line_away() throws Exception {
    var command = new ArrayList<>(List.of("env", "TERM=dumb"));
    command.addAll(repl());
    try (var keys = new Keys(folder, "C.UTF-8", command)) {
      keys.awaitPromptAfter("");
      keys.enter(PREPARED);
      keys.awaitPromptAfter("done/ready");

      keys.interrupt("p half");
      keys.awaitPromptAfter("p half");

      keys.enter(" end");
      keys.awaitFile("0.end");
    }
    assertThat(folder.resolve("done/0")).content().doesNotContain("half");
  }

  private static List<String> repl() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        ReplLoop.class.getName());
  }

  private static List<String> inputs() throws IOException {
    try (var file = ShellInputsIT.class.getResourceAsStream("/shell-inputs.txt")) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.strip().split("\n%%\n"));
    }
  }

  /** What each input did. */
  private Map<String, String> done(
      String name, String locale, List<String> command, Way way, List<String> inputs)
      throws IOException {
    Path home = Files.createDirectory(folder.resolve(name));
    var done = new LinkedHashMap<String, String>();
    try (var keys = new Keys(home, locale, command)) {
      keys.enter(PREPARED);
      keys.awaitFile("ready");
      for (int i = 0; i < inputs.size(); i++) {
        String input = inputs.get(i);
        switch (way) {
          case TYPED, TYPED_IN_THE_C_LOCALE -> input.lines().forEach(keys::enter);
          case PASTED_WITH_BRACKETS -> keys.paste(input, List.of("-p"));
          case PASTED_WITHOUT -> keys.paste(input, List.of());
        }
        keys.enter(" end");
        keys.awaitFile(i + ".end");
        done.put(input, Files.readString(home.resolve("done/" + i)));
      }
    }
    return done;
  }

  /** A terminal of tmux's; only its keys are of interest. */
  private static final class Keys implements AutoCloseable {
    private final Path home;

    Keys(Path home, String locale, List<String> command) {
      this.home = home;
      var start = new ArrayList<>(List.of("new-session", "-d", "-x", "200", "-y", "50"));
      start.addAll(List.of("-e", "HOME=" + home, "-e", "HISTFILE=", "-e", "LC_ALL=" + locale));
      start.addAll(List.of("-c", home.toString()));
      start.addAll(command);
      tmux(start);
    }

    void enter(String line) {
      // tmux would take a semicolon at the end for its own
      var safe = line.replaceFirst(";$", "\\\\;");
      tmux(List.of("send-keys", "-l", "--", safe, ";", "send-keys", "Enter"));
    }

    /**
     * Types a line without an end, and Ctrl-C once it is shown: the terminal throws away what it
     * has not handed on yet when Ctrl-C comes.
     */
    void interrupt(String line) {
      tmux(List.of("send-keys", "-l", "--", line));
      await("the line", shown -> shown.endsWith(line));
      tmux(List.of("send-keys", "C-c"));
    }

    /** While a line runs Ctrl-C is for that line. */
    void awaitPromptAfter(String line) {
      await("the prompt", shown -> shown.contains(line) && shown.endsWith("$"));
    }

    private void await(String what, Predicate<String> isThere) {
      long end = System.nanoTime() + PATIENCE_NANOS;
      String shown = "";
      while (!isThere.test(shown)) {
        assertThat(System.nanoTime()).as("%s after\n%s", what, shown).isLessThan(end);
        LockSupport.parkNanos(2_000_000);
        shown = tmux(List.of("capture-pane", "-pJ")).strip();
      }
    }

    void paste(String text, List<String> how) {
      try {
        Path file = Files.writeString(home.resolve("pasted"), text);
        var command = new ArrayList<>(List.of("load-buffer", file.toString(), ";", "paste-buffer"));
        command.addAll(how);
        command.addAll(List.of(";", "send-keys", "Enter"));
        tmux(command);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    void awaitFile(String name) {
      Path file = home.resolve("done").resolve(name);
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (!Files.exists(file)) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "never came to " + name + "; on the screen:\n" + tmux(List.of("capture-pane", "-p")));
        }
        LockSupport.parkNanos(2_000_000);
      }
    }

    private String tmux(List<String> arguments) {
      var command =
          new ArrayList<>(List.of("tmux", "-u", "-S", home.resolve("tmux").toString(), "-f"));
      command.add("/dev/null");
      command.addAll(arguments);
      try {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      tmux(List.of("kill-server"));
    }
  }
}
