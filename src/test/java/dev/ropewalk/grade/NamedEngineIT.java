package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.environment.PrivateEnvironment;
import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submissions graded on an engine that the teacher names. It is one of our private ones: nothing is
 * on it, and nobody else's can come to harm.
 */
@InPrivateEngines
@Timeout(900)
final class NamedEngineIT {
  private static final String LESSON = "images-and-containers";

  @TempDir private Path folder;
  private GradeProcess grading;
  private PrivateEngines engines;
  private PrivateEnvironment named;

  @BeforeEach
  void start() throws Exception {
    GradeProcess.assumePossible();
    grading = new GradeProcess(folder);
    engines =
        new PrivateEngines(
            new NamespaceSandboxes(), NamedEngineIT::connect, PresentDocker.registry());
    named = engines.start(List.of());
  }

  private static Engine connect(Path socket) {
    return DockerJavaEngine.connect(
        EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + socket), Path.of("/nonexistent")));
  }

  @AfterEach
  void stop() {
    if (named != null) {
      named.close();
      engines.close();
    }
  }

  @Test
  void one_after_the_other_is_graded_and_nothing_is_left_for_the_next() throws Exception {
    grading.handIn("ada", GradeProcess.solution(LESSON).toArray(String[]::new));
    grading.handIn(
        "bob",
        "docker pull redis",
        "docker run -d --name kept --restart always redis",
        "docker volume create kept",
        "docker network create kept",
        "docker tag redis kept");
    grading.handIn("cid", GradeProcess.solution(LESSON).toArray(String[]::new));

    GradeProcess.Ended refused = grading.grade(LESSON, "--engine", unix());
    GradeProcess.Ended graded = grading.grade(LESSON, "--engine", unix(), "--trust", "engine");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.said())
        .contains("the engine is of the level `engine`, which is below `namespaces`")
        .contains("--trust engine");
    Map<String, Scorecard> cards = grading.cards();
    assertThat(graded.said()).contains("Trust: engine.");
    assertThat(standing(cards, "ada")).as(graded.said()).isEqualTo("passed 8 of 8 points");
    assertThat(standing(cards, "bob")).startsWith("failed 1 of 8");
    assertThat(standing(cards, "cid")).isEqualTo("passed 8 of 8 points");
    assertThat(grading.results().setting().trust()).isEqualTo("engine");
    assertThat(Files.readString(folder.resolve("out/class.html")))
        .contains("One submission at a time");
    World left = named.engine().world();
    assertThat(left.containers()).isEmpty();
    assertThat(left.volumes()).isEmpty();
    assertThat(left.images()).isEmpty();
    assertThat(left.networks()).hasSize(3);
  }

  @Test
  void an_engine_that_somebody_uses_is_left_alone() throws Exception {
    grading.handIn("ada", "docker pull redis");
    Process volume =
        new ProcessBuilder("docker", "-H", unix(), "volume", "create", "theirs").start();
    assertThat(volume.waitFor()).isZero();

    GradeProcess.Ended ended = grading.grade(LESSON, "--engine", unix(), "--trust", "engine");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.said()).contains("there is the volume `theirs`");
    assertThat(named.engine().world().volumes()).hasSize(1);
  }

  @Test
  void it_is_reached_by_tcp() throws Exception {
    grading.handIn("ada", GradeProcess.solution(LESSON).toArray(String[]::new));
    try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread relay = Thread.startVirtualThread(() -> relay(port));

      GradeProcess.Ended ended =
          grading.grade(
              LESSON, "--engine", "tcp://127.0.0.1:" + port.getLocalPort(), "--trust", "engine");

      assertThat(standing(grading.cards(), "ada"))
          .as(ended.said())
          .isEqualTo("passed 8 of 8 points");
      port.close();
      relay.join();
    }
  }

  @Test
  void it_is_reached_by_ssh() throws Exception {
    Path sshd = Path.of("/usr/sbin/sshd");
    assumeTrue(Files.isExecutable(sshd) && Files.isExecutable(Path.of("/usr/bin/ssh")), "no sshd");
    grading.handIn("ada", GradeProcess.solution(LESSON).toArray(String[]::new));
    int port = 0;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path configuration = configureSsh(port);
    Files.createDirectories(Path.of("/run/sshd"));
    Process server =
        new ProcessBuilder(sshd.toString(), "-D", "-e", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    try {
      awaitListener(port, server);

      GradeProcess.Ended ended =
          grading.grade(
              LESSON,
              "--engine",
              "ssh://root@127.0.0.1:" + port + named.socket(),
              "--trust",
              "engine");

      assertThat(standing(grading.cards(), "ada"))
          .as(ended.said())
          .isEqualTo("passed 8 of 8 points");
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  /** With keys of its own, which the command `ssh` finds by a wrapper in front of it. */
  private Path configureSsh(int port) throws Exception {
    for (String key : List.of("host", "user")) {
      int made =
          new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
              .directory(folder.toFile())
              .start()
              .waitFor();
      assertThat(made).isZero();
    }
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path ssh = bin.resolve("ssh");
    Files.writeString(
        ssh,
        "#!/bin/sh\nexec /usr/bin/ssh -F none -i %s -o UserKnownHostsFile=%s -o StrictHostKeyChecking=no \"$@\"\n"
            .formatted(folder.resolve("user"), folder.resolve("known")));
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Files.writeString(
        folder.resolve("sshd_config"),
        """
        Port %s
        ListenAddress 127.0.0.1
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        PermitRootLogin yes
        PasswordAuthentication no
        UsePAM no
        """
            .formatted(port, folder.resolve("host"), folder.resolve("user.pub")));
  }

  private void awaitListener(int port, Process server) throws Exception {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline || server.waitFor(100, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(Files.readString(folder.resolve("sshd.log")), e);
        }
      }
    }
  }

  /** Brings each connection to the engine's socket, until the port is closed. */
  private void relay(ServerSocket port) {
    while (true) {
      try {
        Socket client = port.accept();
        SocketChannel engine = SocketChannel.open(StandardProtocolFamily.UNIX);
        engine.connect(UnixDomainSocketAddress.of(named.socket()));
        Thread there =
            Thread.startVirtualThread(
                () -> {
                  try {
                    client.getInputStream().transferTo(Channels.newOutputStream(engine));
                    engine.shutdownOutput();
                  } catch (IOException e) {
                    // It is over.
                  }
                });
        Thread back =
            Thread.startVirtualThread(
                () -> {
                  try (client) {
                    Channels.newInputStream(engine).transferTo(client.getOutputStream());
                  } catch (IOException e) {
                    // It is over.
                  }
                });
        assertThat(List.of(there, back)).hasSize(2);
      } catch (IOException e) {
        return;
      }
    }
  }

  private String unix() {
    return "unix://" + named.socket();
  }

  private static String standing(Map<String, Scorecard> cards, String id) {
    Scorecard card = Objects.requireNonNull(cards.get(id), id);
    return card.status().word() + " " + card.points().words();
  }
}
