package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.play.Player;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.Sandbox;
import dev.ropewalk.sandbox.SandboxPlan;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The learner's shell, the probes and whole lessons on private machines. */
@InPrivateEngines
@Timeout(300)
final class SandboxShellIT {
  @TempDir private static Path stored;
  private static Path images;
  @TempDir private Path folder;

  @BeforeAll
  static void setUp() throws InterruptedException {
    PrivateMachine.assumePossible();
    images = PrivateMachine.store(stored, "redis");
  }

  private static PrivateMachine captured() throws InterruptedException {
    return PrivateMachine.start(SandboxPlan.empty(), PrivateMachine.CAPTURED);
  }

  private static PrivateMachine withTerminal() throws InterruptedException {
    return PrivateMachine.start(SandboxPlan.empty().withStored(images), PrivateMachine.TERMINAL);
  }

  @Test
  void a_line_tells_all_about_itself() throws Exception {
    try (var machine = captured()) {
      var finished = machine.shell.run("mkdir 'a b'; cd 'a b'; hostname; echo no >&2; (exit 3)");

      assertThat(finished.output().text()).isEqualTo("sandbox\nno\n");
      assertThat(finished.exitCode()).isEqualTo(3);
      assertThat(finished.directory()).isEqualTo(Sandbox.HOME.resolve("a b"));
      assertThat(finished.ending()).isEqualTo(Finished.Ending.COMPLETED);
      assertThat(finished.commands())
          .containsExactly("mkdir 'a b'", "cd 'a b'", "hostname", "echo no", "exit 3");
    }
  }

  @Test
  void variables_and_jobs_carry_over_and_the_caller_s_variables_stay_out() throws Exception {
    try (var machine = captured()) {
      machine.shell.run("x='a b'; sleep 1000 & false");

      assertThat(machine.shell.run("echo $? \"$x\" $(jobs -r | wc -l)").output().text())
          .isEqualTo("1 a b 1\n");
      assertThat(machine.shell.run("env | grep -i java").output().text()).isEmpty();
      assertThat(machine.shell.run("echo again | tee /dev/stderr").output().text())
          .isEqualTo("again\nagain\n");
    }
  }

  @Test
  void an_ended_shell_is_replaced_where_it_stood() throws Exception {
    try (var machine = captured()) {
      machine.shell.run("mkdir -p a/b; cd a/b");

      var ended = machine.shell.run("rm -r ../b; exit 4");

      assertThat(ended.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
      assertThat(ended.exitCode()).isEqualTo(4);
      assertThat(machine.shell.run("pwd").output().text()).isEqualTo("/root/a\n");
      assertThat(machine.shell.run("kill -9 $$").exitCode()).isEqualTo(137);
      assertThat(machine.shell.run("pwd").output().text()).isEqualTo("/root/a\n");
    }
  }

  @Test
  void words_are_expanded_there() throws Exception {
    try (var machine = captured()) {
      machine.shell.run("name='x  y'");

      var expanded = machine.shell.expand("$(hostname) \"$name\" $name $(echo why >&2)");

      assertThat(expanded.value()).contains("sandbox\nx  y\nx\ny");
      assertThat(expanded.line().output().text()).isEqualTo("why\n");
      assertThat(machine.shell.expand("'open").value()).isEmpty();
    }
  }

  @Test
  void a_line_is_interrupted() throws Exception {
    try (var machine = captured();
        var pool = java.util.concurrent.Executors.newSingleThreadExecutor()) {
      machine.shell.run("x=kept; mkfifo started");
      var line =
          pool.submit(
              () -> machine.shell.run("while true; do bash -c 'echo >started; sleep 1000'; done"));
      var started = new ProcessBuilder(machine.sandbox.enter("cat", "started")).start();
      assertThat(started.waitFor()).isZero();

      machine.shell.interrupt();

      assertThat(line.get().exitCode()).isEqualTo(130);
      assertThat(machine.shell.run("echo $x; pgrep -c sleep").output().text())
          .isEqualTo("kept\n0\n");
    }
  }

  @Test
  void typed_control_c_ends_a_line_on_a_terminal() throws Exception {
    try (var machine = withTerminal();
        var pool = java.util.concurrent.Executors.newSingleThreadExecutor()) {
      assertThat(machine.shell.run("test -t 0 -a -t 1; echo $?; stty size; mkfifo s").output())
          .extracting(output -> output.text())
          .isEqualTo("0\n40 100\n");
      var line = pool.submit(() -> machine.shell.run("bash -c 'echo >s; exec sleep 1000'"));
      assertThat(new ProcessBuilder(machine.sandbox.enter("cat", "s")).start().waitFor()).isZero();

      machine.shell.type("\u0003");

      assertThat(line.get().exitCode()).isEqualTo(130);
    }
  }

  @Test
  void a_closed_shell_leaves_no_process_there() throws Exception {
    try (var machine = withTerminal()) {
      String pid = machine.shell.run("sleep 1000 & echo $$").output().text().strip();

      machine.shell.close();

      String gone = "while kill -0 " + pid + " || pgrep 'sleep|script'; do :; done 2>&1 >/dev/null";
      var wait = machine.sandbox.enter("timeout", "60", "bash", "-c", gone);
      assertThat(new ProcessBuilder(wait).start().waitFor()).isZero();
    }
  }

  @Test
  void probes_are_those_of_the_engine_s_machine() throws Exception {
    try (var machine = withTerminal();
        Engine engine = machine.engine()) {
      machine.shell.run("docker run -d --name kv --uts host -p 127.0.0.1:12345:6379 redis");
      Container container = engine.container("kv").orElseThrow();
      Probes probes = machine.probes(engine);

      var host = probes.hostNamespaces();
      var inside = probes.namespaces(container);
      Probes.Reply redis;
      do {
        redis = probes.knock("127.0.0.1", 12345, Probes.Protocol.REDIS);
      } while (!(redis instanceof Probes.Reply.Answered)); // it needs a moment before it listens

      assertThat(Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString())
          .doesNotContain(host.get("net"));
      assertThat(inside).hasSameSizeAs(host).containsEntry("uts", host.get("uts"));
      assertThat(List.of("pid", "net", "ipc", "mnt"))
          .noneMatch(kind -> Objects.equals(inside.get(kind), host.get(kind)));
      assertThat(probes.kernelFile(container, "/proc/1/comm")).contains("redis-server\n");
      assertThat(probes.firstProcess(container).orElseThrow()).startsWith("Name:\tredis-server\n");
      assertThat(probes.processes(container))
          .extracting(Probes.Process::hostPid, Probes.Process::pid)
          .containsExactly(tuple(container.status().pid(), 1));
      assertThat(probes.freeDisk()).isPresent();
      assertThat(probes.freeDisk().getAsLong())
          .isPositive()
          .isLessThan(dev.ropewalk.sandbox.SandboxLimits.USUAL.diskBytes());
      assertThat(redis).isEqualTo(new Probes.Reply.Answered("+PONG"));
      assertThat(probes.knock("127.0.0.1", 12345, Probes.Protocol.TCP))
          .isEqualTo(new Probes.Reply.Answered(""));
      assertThat(probes.knock("127.0.0.1", 12345, Probes.Protocol.HTTP))
          .isEqualTo(new Probes.Reply.Silent());
      assertThat(probes.knock("127.0.0.1", 12346, Probes.Protocol.REDIS))
          .isEqualTo(new Probes.Reply.Refused());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"port-binding", "interactive-terminal", "namespaces"})
  void a_lesson_is_solved_there(String slug) throws Exception {
    StringBuilder output = new StringBuilder();
    try (var machine = withTerminal();
        Engine engine = machine.engine();
        Journal journal = Journal.open(folder.resolve("journal.jsonl"));
        Player player = machine.player(engine, journal, output, folder.resolve("cache"))) {
      List<Message> said = new ArrayList<>(player.open(new LessonId(slug), Optional.empty()));
      Lesson lesson = player.state().lesson().orElseThrow();
      for (Step step : lesson.steps()) {
        assertThat(open(player)).as("%s %s", said, output).contains(step.id().slug());
        for (String line : step.solution().commands()) {
          said.addAll(player.type(line));
        }
      }

      assertThat(player.state().finished()).as("%s %s", said, output).isTrue();
    }
  }

  private static Optional<String> open(Player player) {
    return player
        .state()
        .progress()
        .of(player.state().lesson().orElseThrow().id())
        .open()
        .map(step -> step.id().slug());
  }
}
