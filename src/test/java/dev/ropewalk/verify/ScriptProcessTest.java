package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Probes.ScriptResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of checks, with a real bash. */
final class ScriptProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private ScriptResult run(String script) {
    return ScriptProcess.run(script, folder, Map.of("NOTE", "it's here"), LONG);
  }

  @Test
  void it_runs_where_the_learner_is_with_what_it_is_given() throws IOException {
    Files.writeString(folder.resolve("note.txt"), "a note");

    ScriptResult result = run("cat note.txt; echo; echo \"${NOTE}\" >&2; exit 3");

    assertThat(result).isEqualTo(new ScriptResult.Ended(3, "a note\nit's here\n"));
  }

  @Test
  void it_has_nothing_to_read_and_no_terminal() {
    assertThat(run("read line; echo read $?; (: </dev/tty) 2>/dev/null; echo terminal $?"))
        .isEqualTo(new ScriptResult.Ended(0, "read 1\nterminal 1\n"));
  }

  @Test
  void of_its_output_the_end_is_kept_without_what_would_move_a_cursor() {
    ScriptResult result = run("seq 100000; printf '\\e[31mred\\e[0m\\e[2J\\n'");

    assertThat(result).isInstanceOf(ScriptResult.Ended.class);
    assertThat(((ScriptResult.Ended) result).output())
        .hasSizeLessThanOrEqualTo(8 * 1024)
        .endsWith("100000\nred[2J\n");
  }

  @Test
  void what_takes_too_long_is_ended() {
    assertThat(ScriptProcess.run("sleep 1000", folder, Map.of(), Duration.ofMillis(100)))
        .isEqualTo(new ScriptResult.Overdue(""));
  }

  @Test
  void all_that_it_started_ends_with_it() throws Exception {
    String script =
        """
        sleep 1000 & echo $! >> pids
        (set -m; sleep 1000 & echo $! >> pids)
        bash -c 'trap "" TERM HUP; echo $$ >> pids; mv pids all; while :; do sleep 1000; done'
        """;
    AtomicReference<ScriptResult> result = new AtomicReference<>();
    Thread judging = Thread.ofPlatform().start(() -> result.set(run(script)));
    awaitFile("all");

    judging.interrupt();
    judging.join();

    assertThat(result.get())
        .isEqualTo(new ScriptResult.NotRun("The script of this check was interrupted."));
    assertThatAllHaveEnded("all", 3);
  }

  private void awaitFile(String name) throws Exception {
    try (var watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(folder.resolve(name))) {
        var key = watch.take();
        key.pollEvents();
        key.reset();
      }
    }
  }

  @Test
  void what_it_leaves_in_the_background_does_not_outlive_it() throws IOException {
    ScriptResult result = run("(sleep 1000 & echo $! > pids); echo done");

    assertThat(result).isEqualTo(new ScriptResult.Ended(0, "done\n"));
    assertThatAllHaveEnded("pids", 1);
  }

  @Test
  void what_leaves_its_session_does_not_outlive_it_either() throws IOException {
    ScriptResult result =
        run(
            """
            mkfifo begun
            (setsid bash -c 'echo $$ >> pids; echo >begun; sleep 1000; :' >/dev/null 2>&1 &)
            read <begun
            (setsid nohup setsid bash -c 'echo $$ >> pids; echo >begun; exec sleep 1000' >/dev/null 2>&1 &)
            read <begun
            echo done
            """);

    assertThat(result).isEqualTo(new ScriptResult.Ended(0, "done\n"));
    assertThatAllHaveEnded("pids", 2);
  }

  @Test
  void a_folder_that_is_gone_is_nothing_that_the_learner_has_to_answer_for() {
    ScriptResult result =
        ScriptProcess.run("true", folder.resolve("gone"), Map.of(), Duration.ofSeconds(1));

    assertThat(result)
        .isEqualTo(
            new ScriptResult.NotRun(
                "The script of this check cannot run: the folder `%s` is gone."
                    .formatted(folder.resolve("gone"))));
  }

  private void assertThatAllHaveEnded(String file, int number) throws IOException {
    assertThat(Files.readAllLines(folder.resolve(file)))
        .hasSize(number)
        .allSatisfy(
            pid -> {
              Path stat = Path.of("/proc", pid, "stat");
              // What has no parent any more may stay as a zombie where nobody collects those.
              assertThat(Files.exists(stat) ? Files.readString(stat) : ") Z ").contains(") Z ");
            });
  }
}
