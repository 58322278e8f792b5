package dev.ropewalk.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.session.Input;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner's line is led through, and what it sees of that. */
final class RecordedLinesIT {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  private static final CommandTable COMMANDS = StoredHelps.table(StoredHelps.OLD);
  private static final EngineAddress ENGINE =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));

  /** As the shell prints what is set for it, which may be nothing. */
  private static final String OWN =
      "<" + Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("") + ">\n";

  @TempDir private Path folder;
  private final List<Input> told = new CopyOnWriteArrayList<>();
  private final StringBuilder shown = new StringBuilder();
  private LearnerShell shell;
  private RecordedLines lines;
  private volatile @Nullable Path sockets;

  @BeforeEach
  void start() {
    shell =
        LearnerShell.of(
            new ShellSetting(folder, Map.of(), StartupFiles.SKIPPED, new Screen.Captured(LIMITS)),
            Clock.systemUTC());
    lines =
        RecordedLines.with(
            (where, listener) -> {
              sockets = where;
              return Recorder.start(where, ENGINE, listener);
            },
            () -> true,
            Set::of,
            told::add);
  }

  private Path sockets() {
    return Objects.requireNonNull(sockets);
  }

  @AfterEach
  void end() {
    lines.close();
    shell.close();
  }

  private Input.Finished run(String line) throws InterruptedException {
    told.clear();
    shown.setLength(0);
    return new ShellWorkplace(shell, COMMANDS, lines, shown::append).run(line);
  }

  @Test
  void a_line_is_recorded_before_its_end_is_told() throws Exception {
    Input.Finished finished = run("docker volume ls");

    assertThat(finished.requests().orElse(0)).isPositive();
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Asked.class, it -> assertThat(it.exchange().path()).isEqualTo("/volumes"));
  }

  @Test
  void who_asks_where_docker_goes_sees_the_own_setting() throws Exception {
    run("docker volume ls");

    assertThat(run("echo \"<$DOCKER_HOST>\"").requests()).isEmpty();
    assertThat(shown.toString()).isEqualTo(OWN);
    run("env");
    assertThat(shown.toString()).doesNotContain(sockets().toString());
    run("docker context ls");
    assertThat(shown.toString()).contains("default").doesNotContain(sockets().toString());
  }

  @Test
  void who_leads_docker_elsewhere_gets_there_and_back_again() throws Exception {
    String back = System.getenv("DOCKER_HOST");
    run("export DOCKER_HOST=unix:///nowhere.sock");

    assertThat(run("docker volume ls 2>&1").requests()).hasValue(0);
    assertThat(shown.toString()).contains("unix:///nowhere.sock");

    run(back == null ? "unset DOCKER_HOST" : "export DOCKER_HOST=" + back);
    assertThat(run("docker volume ls").exitCode()).isZero();
    assertThat(told).hasExactlyElementsOfTypes(Input.Asked.class);
  }

  @Test
  void another_context_for_one_command_goes_round() throws Exception {
    Input.Finished finished = run("docker -H " + ENGINE + " volume create --label x=y; true");

    assertThat(finished.requests()).hasValue(0);
    assertThat(finished.asked().requests()).hasSize(1);
    run("docker volume prune -f --filter label=x=y");
  }

  @Test
  void the_demand_for_tls_does_not_hinder_a_line() throws Exception {
    try (LearnerShell strict =
        LearnerShell.of(
            new ShellSetting(
                folder,
                Map.of("DOCKER_TLS_VERIFY", "1"),
                StartupFiles.SKIPPED,
                new Screen.Captured(LIMITS)),
            Clock.systemUTC())) {
      var workplace = new ShellWorkplace(strict, COMMANDS, lines, shown::append);

      assertThat(workplace.run("docker volume ls").exitCode()).as(shown.toString()).isZero();
    }
  }

  @Test
  void when_the_recorder_ends_one_sentence_is_said_and_lines_go_straight() throws Exception {
    run("docker volume ls");
    try (Stream<Path> files = Files.list(sockets())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(sockets());

    assertThat(run("docker volume ls").exitCode()).isZero();
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Unrecorded.class,
            it -> assertThat(it.sentence()).startsWith("Commands are no longer recorded: "));
    assertThat(run("docker volume ls").requests()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void when_the_recorder_cannot_start_one_sentence_is_said_and_lines_go_straight()
      throws Exception {
    lines.close();
    lines =
        RecordedLines.with(
            (_, _) -> {
              EngineAddress other =
                  EngineAddress.find(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), folder);
              return Recorder.start(folder.resolve("s"), other, _ -> {});
            },
            () -> true,
            Set::of,
            told::add);

    assertThat(run("docker volume ls").exitCode()).isZero();
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Unrecorded.class, it -> assertThat(it.sentence()).contains("tcp://127.0.0.1:1"));
    run("docker volume ls");
    assertThat(told).isEmpty();
  }

  @Test
  void what_an_early_line_has_left_running_reaches_the_engine_after_many_lines() throws Exception {
    run(
        "{ until [ -e go ]; do sleep 0.1; done; docker volume ls >out 2>&1; echo $? >code;"
            + " mv code done; } &");
    for (int line = 0; line < 20; line++) {
      run("true");
    }

    run("touch go; until [ -e done ]; do sleep 0.1; done; cat out done");

    assertThat(shown.toString()).contains("\nDRIVER ").endsWith("\n0\n");
    assertThat(told).hasExactlyElementsOfTypes(Input.Asked.class);
  }
}
