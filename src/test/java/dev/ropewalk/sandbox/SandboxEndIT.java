package dev.ropewalk.sandbox;

import static dev.ropewalk.sandbox.RealSandboxes.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.e2e.EngineLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is left of a sandbox: nothing. */
@Order(MachineState.LAST)
@ResourceLock(MachineState.LOCK)
final class SandboxEndIT {
  private final Sandboxes sandboxes = new NamespaceSandboxes();

  @BeforeAll
  static void this_machine_can() {
    RealSandboxes.assumeHere();
  }

  @Test
  void a_closed_sandbox_is_gone_though_a_container_is_paused() throws Exception {
    var sandbox = sandboxes.start(PLAN);
    new Inside(sandbox).output("docker run -d --name kv redis && docker pause kv");

    sandbox.close();
    sandbox.close();

    assertThat(sandbox.socket()).doesNotExist();
    assertThatThrownBy(() -> sandbox.enter("true"))
        .isInstanceOf(SandboxProblem.class)
        .hasMessage("The sandbox has ended.");
  }

  /** The end of the process is one of the two: it must not come before the other has done. */
  @Test
  void whoever_closes_it_second_returns_when_it_is_gone() throws Exception {
    var sandbox = sandboxes.start(PLAN);
    SandboxSlot slot = slotOf(sandbox.socket());
    Thread first = Thread.ofPlatform().start(sandbox::close);
    while (!hasEnded(sandbox)) {
      Thread.onSpinWait();
    }

    sandbox.close();

    assertThat(slot.folder()).doesNotExist();
    first.join();
  }

  private static boolean hasEnded(Sandbox sandbox) {
    try {
      var unused = sandbox.enter("true");
      return false;
    } catch (SandboxProblem e) {
      return true;
    }
  }

  @Test
  void what_a_killed_owner_has_left_is_removed_by_the_next_start() throws Exception {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var owner =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), Owner.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path socket = Path.of(owner.inputReader().readLine());
    SandboxSlot slot = slotOf(socket);
    owner.destroyForcibly().waitFor();
    assertThat(socket).exists();

    try (var _ = sandboxes.start(SandboxPlan.empty())) {
      // The number may be in use again, by this one.
      assertThat(cgroups(slot)).hasSizeLessThanOrEqualTo(1);
    }

    assertThat(cgroups(slot)).isEmpty();
    assertThat(slot.folder()).doesNotExist();
    assertThat(Path.of("/sys/class/net", slot.link())).doesNotExist();
  }

  // Containers of the machine's own engine may come and go meanwhile: they too leave it as it was,
  // so that at some moment all is equal again, which it never is if a sandbox has left anything.
  @ExtendWith(EngineLock.class)
  @Test
  void the_machine_is_the_same_before_and_after() throws Exception {
    var before = MachineState.await(MachineState::isQuiet);
    SandboxSlot slot;

    try (var sandbox = sandboxes.start(PLAN)) {
      slot = slotOf(sandbox.socket());
      assertThat(MachineState.now().lines(slot)).isNotEmpty();
      new Inside(sandbox)
          .output(
              "docker network create net && docker run -d --net net -p 12345:6379 redis"
                  + " && docker run -d --privileged -v /:/host busybox sleep 600");
    }
    var atOnce = MachineState.now();

    assertThat(atOnce.lines(slot)).isEmpty();
    assertThat(atOnce.processes()).isEqualTo(before.processes());
    assertThat(MachineState.await(before::equals).parts()).containsExactlyEntriesOf(before.parts());
  }

  private static SandboxSlot slotOf(Path socket) {
    Path folder = socket.resolve("../..").normalize();
    return new SandboxSlot(Integer.parseInt(String.valueOf(folder.getFileName())), folder);
  }

  private static List<Path> cgroups(SandboxSlot slot) throws IOException {
    try (var found =
        Files.find(Path.of("/sys/fs/cgroup/pids"), 1, (path, _) -> path.endsWith(slot.group()))) {
      return found.toList();
    }
  }
}
