package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.engine.LogLine;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engine behind a port, through docker-java's own transport. */
class NetworkIT {
  private static final Duration AMPLE = Duration.ofSeconds(120);
  private static final Duration DEADLINE = Patience.OF_COURTESY;

  private final DockerCommand docker = new DockerCommand();

  @BeforeEach
  void images() {
    docker.run("pull", "-q", "busybox");
  }

  @AfterEach
  void clean() {
    docker.close();
  }

  @Test
  void facts_logs_and_probes_are_the_same_as_over_a_socket() throws IOException {
    String name = docker.name("remote");
    docker.run("run", "-d", "--name", name, "busybox", "sh", "-c", "echo hello; sleep 600");
    try (Faults faults = port();
        DockerJavaEngine engine = connect(faults)) {
      EngineInfo info = engine.info();
      ExecResult result = engine.exec(name, List.of("sh", "-c", "echo out; exit 3"), AMPLE);

      assertThat(info.address()).isEqualTo("127.0.0.1");
      assertThat(engine.container(name)).isPresent();
      assertThat(engine.container(docker.name("missing"))).isEmpty();
      assertThat(engine.world().containers()).anyMatch(one -> one.name().equals(name));
      assertThat(engine.logs(name, 5)).containsExactly(new LogLine(LogLine.Stream.OUT, "hello"));
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).isEqualTo("out\n");
    }
  }

  @Test
  void an_engine_that_hangs_is_lost_and_comes_back() throws IOException {
    String before = docker.name("before");
    String during = docker.name("during");
    EventLog log = new EventLog();
    try (Faults faults = port();
        DockerJavaEngine engine = connect(faults);
        var _ = engine.subscribe(Instant.now().minusMillis(100), log)) {
      docker.run("create", "--name", before, "busybox");
      assertThat(log.actions(before, "create")).containsExactly("create");

      faults.freeze();
      assertThat(log.turns(1)).containsExactly("lost: TIMEOUT");
      docker.run("create", "--name", during, "busybox");
      faults.thaw();

      assertThat(log.turns(2)).containsExactly("lost: TIMEOUT", "back");
      assertThat(log.actions(during, "create")).containsExactly("create");
    }
  }

  @Test
  void nobody_at_the_port_is_told_with_the_address() throws IOException {
    Faults faults = port();
    EngineAddress address = address(faults);
    faults.cut();

    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(() -> DockerJavaEngine.connect(address))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.UNREACHABLE))
        .withMessage(
            "Nobody listens at %s: start the engine there, or correct the address.", address);
  }

  private static Faults port() throws IOException {
    return Faults.atSomePort(EngineAddress.DEFAULT_SOCKET);
  }

  private static DockerJavaEngine connect(Faults faults) throws IOException {
    return DockerJavaEngine.connect(address(faults), DEADLINE, InstantSource.system());
  }

  private static EngineAddress address(Faults faults) throws IOException {
    return new EngineAddress.Network("127.0.0.1", faults.port(), Optional.empty());
  }
}
