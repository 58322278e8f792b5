package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the loss of the engine is noticed and made good, through a socket that a test can cut. */
class OutagesIT {
  private static final Duration DEADLINE = Patience.OF_COURTESY;

  @TempDir Path folder;
  private final DockerCommand docker = new DockerCommand();
  private final EventLog log = new EventLog();

  @BeforeEach
  void images() {
    docker.run("pull", "-q", "busybox");
  }

  @AfterEach
  void clean() {
    docker.close();
  }

  @Test
  void a_cut_connection_is_told_once_and_what_happened_meanwhile_is_told_after_it()
      throws IOException {
    String before = docker.name("before");
    String during = docker.name("during");
    String after = docker.name("after");
    try (Faults faults = faults();
        DockerJavaEngine engine = connect();
        var _ = engine.subscribe(now(engine), log)) {
      docker.run("create", "--name", before, "busybox");
      assertThat(log.actions(before, "create")).containsExactly("create");

      faults.cut();
      assertThat(log.turns(1)).containsExactly("lost: UNREACHABLE");
      docker.run("create", "--name", during, "busybox");
      faults.restore();
      assertThat(log.turns(2)).containsExactly("lost: UNREACHABLE", "back");
      docker.run("create", "--name", after, "busybox");

      assertThat(log.actions(after, "create")).containsExactly("create");
      assertThat(log.actions(during, "create")).containsExactly("create");
      assertThat(log.actions(before, "create")).containsExactly("create");
    }
  }

  @Test
  void an_engine_that_hangs_is_lost_although_its_connection_stays_open() throws IOException {
    String before = docker.name("before");
    String during = docker.name("during");
    try (Faults faults = faults();
        DockerJavaEngine engine = connect();
        var _ = engine.subscribe(now(engine), log)) {

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
  void an_engine_that_is_not_there_at_first_is_lost_until_it_is() throws IOException {
    String name = docker.name("late");
    try (Faults faults = faults();
        DockerJavaEngine engine = connect()) {
      Instant since = now(engine);
      faults.cut();
      try (var _ = engine.subscribe(since, log)) {
        assertThat(log.turns(1)).containsExactly("lost: UNREACHABLE");
        docker.run("create", "--name", name, "busybox");

        faults.restore();

        assertThat(log.actions(name, "create")).containsExactly("create");
      }
    }
  }

  @Test
  void a_call_to_an_engine_that_hangs_is_given_up_at_the_deadline() throws IOException {
    try (Faults faults = faults();
        DockerJavaEngine engine = connect()) {
      faults.freeze();

      assertThatExceptionOfType(EngineProblem.class)
          .isThrownBy(engine::world)
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.TIMEOUT))
          .withMessage(
              "The engine at unix://%s does not answer within 5 s: see whether it is stopped or"
                      .formatted(socket())
                  + " overloaded, and restart it.");
      faults.thaw();
    }
  }

  @Test
  void calls_work_again_when_the_engine_is_back() throws IOException {
    try (Faults faults = faults();
        DockerJavaEngine engine = connect()) {
      int images = engine.world().images().size();
      faults.cut();
      assertThatExceptionOfType(EngineProblem.class).isThrownBy(engine::world);

      faults.restore();

      assertThat(engine.world().images()).hasSize(images);
    }
  }

  @Test
  void nothing_is_told_after_the_subscription_is_closed() throws IOException {
    String first = docker.name("first");
    String second = docker.name("second");
    EventLog other = new EventLog();
    try (var _ = faults();
        DockerJavaEngine engine = connect();
        var _ = engine.subscribe(now(engine), other)) {
      try (var _ = engine.subscribe(now(engine), log)) {
        docker.run("create", "--name", first, "busybox");
        assertThat(log.actions(first, "create")).containsExactly("create");
      }

      docker.run("create", "--name", second, "busybox");

      assertThat(other.actions(second, "create")).containsExactly("create");
      assertThat(log.all(_ -> true)).noneMatch(event -> event.details().containsValue(second));
    }
  }

  private Faults faults() throws IOException {
    return Faults.at(socket(), EngineAddress.DEFAULT_SOCKET);
  }

  private DockerJavaEngine connect() {
    return DockerJavaEngine.connect(
        new EngineAddress.Socket(socket()), DEADLINE, InstantSource.system());
  }

  private Path socket() {
    return folder.resolve("engine.sock");
  }

  private static Instant now(Engine engine) {
    return Instant.now().plus(engine.info().clockAhead()).minusMillis(100);
  }
}
