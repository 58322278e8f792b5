package dev.ropewalk.sandbox;

import static dev.ropewalk.sandbox.RealSandboxes.PLAN;
import static dev.ropewalk.sandbox.RealSandboxes.pong;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real engines: what they answer, publish and have from the start. */
@InPrivateEngines
final class SandboxIT {
  private final Sandboxes sandboxes = new NamespaceSandboxes();

  @BeforeAll
  static void this_machine_can() {
    RealSandboxes.assumeHere();
  }

  @Test
  void an_engine_answers_at_its_socket_and_says_how_far_it_can_be_trusted() throws Exception {
    try (var sandbox = sandboxes.start(SandboxPlan.empty())) {
      var info =
          new ProcessBuilder(
                  "docker", "--host", "unix://" + sandbox.socket(), "info", "--format", "{{.Name}}")
              .start();

      assertThat(new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("sandbox\n");
      assertThat(sandbox.trust()).isEqualTo(TrustLevel.NAMESPACES);
    }
  }

  @Test
  void a_published_port_answers_outside_and_inside() throws Exception {
    try (var sandbox = sandboxes.start(PLAN)) {
      var inside = new Inside(sandbox);
      inside.output("docker pull --quiet redis && docker run -d -p 12345:6379 redis");

      assertThat(pong(sandbox.address(), 12345)).isEqualTo("+PONG");
      assertThat(inside.output("exec 3<>/dev/tcp/localhost/12345; echo PING >&3; head -1 <&3"))
          .startsWith("+PONG");
    }
  }

  @Test
  void two_engines_publish_the_same_port() throws Exception {
    try (var one = sandboxes.start(PLAN);
        var other = sandboxes.start(PLAN)) {
      for (Sandbox each : List.of(one, other)) {
        new Inside(each).output("docker run -d --name kv -p 12345:6379 redis");
      }

      assertThat(one.address()).isNotEqualTo(other.address());
      assertThat(pong(one.address(), 12345)).isEqualTo("+PONG");
      assertThat(pong(other.address(), 12345)).isEqualTo("+PONG");
      assertThat(new Inside(one).output("docker ps --format '{{.Names}}'")).isEqualTo("kv");
    }
  }

  @Test
  void inside_the_sandbox_is_the_machine_that_containers_are_compared_with() throws Exception {
    try (var sandbox = sandboxes.start(PLAN)) {
      var inside = new Inside(sandbox);
      inside.output("mkdir data && echo hello >data/file");

      assertThat(inside.output("docker run --rm -v $PWD/data:/data busybox cat /data/file"))
          .endsWith("hello");
      for (String kind : List.of("net", "pid", "mnt", "uts", "ipc")) {
        String link = "readlink /proc/self/ns/" + kind;
        assertThat(inside.output(link))
            .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString());
        assertThat(inside.output("docker run --rm busybox " + link))
            .isNotEqualTo(inside.output(link));
      }
    }
  }

  @Test
  void an_image_that_is_nowhere_is_refused_soon() throws Exception {
    try (var sandbox = sandboxes.start(PLAN)) {
      var pull = new Inside(sandbox).run("timeout 30 docker pull ropewalk-no-such-image");

      assertThat(pull.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void stored_images_and_archives_are_there_from_the_start(@TempDir Path folder) throws Exception {
    Path stored = folder.resolve("stored.tar");
    Path archive = folder.resolve("archive.tar");
    sandboxes.store(PLAN, List.of("redis"), stored);
    try (var sandbox = sandboxes.start(PLAN)) {
      new Inside(sandbox).output("docker pull --quiet busybox");
      var save = new ProcessBuilder(sandbox.enter("docker", "save", "busybox"));
      assertThat(save.redirectOutput(archive.toFile()).start().waitFor()).isZero();
    }

    try (var sandbox =
        sandboxes.start(SandboxPlan.empty().withStored(stored).withArchives(List.of(archive)))) {
      var inside = new Inside(sandbox);

      assertThat(inside.output("docker images --format '{{.Repository}}'").lines())
          .containsExactlyInAnyOrder("redis", "busybox");
      inside.output("docker run -d -p 12345:6379 redis");
      assertThat(pong(sandbox.address(), 12345)).isEqualTo("+PONG");
    }
  }
}
