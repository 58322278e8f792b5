package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that take long: their limits, their input, Ctrl-C, and jobs in the background. */
@Timeout(300)
final class LearnerShellUnderWayTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 1000",
        "while true; do sleep 1000; done",
        "while :; do :; done",
        "trap '' TERM; bash -c 'trap \"\" TERM INT; while :; do sleep 1000; done'",
        "sleep 1000 | cat"
      })
  void a_line_out_of_time_is_ended_with_all_that_it_started(String line) throws Exception {
    shell.restart(new Limits(Duration.ofSeconds(3), 1000));
    shell.run("sleep 998 & keep=$!");

    var finished = shell.run("echo before; " + line);

    assertThat(finished.ending()).isEqualTo(Finished.Ending.TIMED_OUT);
    assertThat(finished.exitCode()).isEqualTo(124);
    assertThat(finished.output().text()).startsWith("before\n");
    assertThat(shell.output("kill -0 $keep && echo spared; kill $keep")).contains("spared");
  }

  @Test
  void output_past_the_limit_is_counted_and_dropped() throws Exception {
    shell.restart(new Limits(Duration.ofSeconds(60), 10));

    var finished = shell.run("head -c 1000000 /dev/zero | tr '\\0' x");

    assertThat(finished.output()).isEqualTo(new Output("x".repeat(10), 999_990));
    assertThat(shell.output("echo next")).isEqualTo("next\n");
  }

  @Test
  void interrupting_is_ctrl_c() throws Exception {
    try (var pool = Executors.newSingleThreadExecutor()) {
      var line =
          pool.submit(
              () -> shell.run("while true; do bash -c ': >ready; exec sleep 1000'; done; echo no"));
      while (!Files.exists(shell.folder().resolve("ready"))) {
        Thread.onSpinWait();
      }

      shell.interrupt();

      assertThat(line.get().exitCode()).isEqualTo(130);
      assertThat(line.get().ending()).isEqualTo(Finished.Ending.COMPLETED);
      assertThat(line.get().output().text()).doesNotContain("no");
    }
  }

  @Test
  void a_line_reads_the_end_of_file() throws Exception {
    assertThat(shell.output("read x; echo $?; cat; wc -c")).isEqualToIgnoringWhitespace("1 0");
  }

  @Test
  void a_background_job_outlives_its_line_and_can_be_waited_for() throws Exception {
    shell.run("mkfifo gate; (read x <gate; exit 5) & job=$!");
    assertThat(shell.output("jobs")).contains("Running");
    shell.run("echo go >gate");

    assertThat(shell.run("wait $job").exitCode()).isEqualTo(5);
  }

  @Test
  void jobs_can_be_stopped_and_continued_by_number() throws Exception {
    shell.run("sleep 1000 &");
    shell.run("kill -STOP %1; until jobs | grep -q Stopped; do :; done");

    assertThat(shell.output("bg; jobs; kill %1")).contains("Running");
  }
}
