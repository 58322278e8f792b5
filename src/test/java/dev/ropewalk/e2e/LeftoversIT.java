package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.MachineState;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What works on engines of its own is ended in the middle: nothing of it is there after the next
 * start, and nothing at once where it can clean up.
 */
@ExtendWith(EngineLock.class)
class LeftoversIT {
  /** Java's own on Linux: this process may have another. */
  private static final Path TEMPORARY = Path.of("/tmp");

  @TempDir Path folder;
  private Learner learner;
  private MachineState before;

  /** How it is ended. */
  enum End {
    HUP,
    TERM,
    KILL,
    CLOSED_WINDOW
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(new NamespaceSandboxes().missing().isEmpty(), "root and Docker's packages");
    before = MachineState.await(MachineState::isQuiet);
    learner = Learner.starts(home("killed"), "--version");
    learner.left();
  }

  @AfterEach
  void stop() {
    learner.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_private_session(End end) throws Exception {
    learner.startsAgain("learn", "--private", "detached-mode");
    awaitPrompt("detached-mode 1/6");
    learner.terminal().enter("docker run -d --name redistest redis");
    awaitPrompt("detached-mode 2/6");

    ends(end);

    assertThatNothingIsLeftAfterTheNextStart();
  }

  @ParameterizedTest
  @EnumSource
  void a_proof(End end) throws Exception {
    learner.startsAgain("author", "prove", "detached-mode");
    learner.terminal().await("2 of ");

    ends(end);

    assertThatNothingIsLeftAfterTheNextStart();
  }

  private void ends(End end) throws Exception {
    ProcessHandle process = learner.process();
    String mine = "ropewalk-" + process.pid() + "-";
    assertThat(temporary(mine)).isNotEmpty();
    if (end == End.CLOSED_WINDOW) {
      learner.close();
    } else {
      var kill = new ProcessBuilder("kill", "-s", end.name(), Long.toString(process.pid()));
      assertThat(kill.start().waitFor()).isZero();
      learner.left();
    }
    process.onExit().get(Patience.BUSY_MACHINE.toSeconds(), TimeUnit.SECONDS);
    if (end == End.KILL) {
      assertThat(temporary(mine)).isNotEmpty();
      next();
      awaitGone(mine);
    } else {
      assertThat(temporary(mine)).isEmpty();
    }
  }

  /** The sweep goes on beside the prompt. */
  private static void awaitGone(String mine) throws IOException {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    while (!temporary(mine).isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(temporary(mine)).isEmpty();
  }

  /** In a private engine's own folder. */
  private void awaitPrompt(String place) {
    learner
        .terminal()
        .await(
            "the prompt of `" + place + "`",
            shown -> shown.contains("\n" + place) && shown.endsWith("$"));
  }

  private Home home(String name) throws IOException {
    return new Home(Files.createDirectory(folder.resolve(name)));
  }

  private void next() throws IOException {
    learner.close();
    learner = Learner.starts(home("next"));
    learner.promptAt("images-and-containers 1/6");
  }

  private void assertThatNothingIsLeftAfterTheNextStart() throws Exception {
    if (Files.notExists(folder.resolve("next"))) {
      next();
    }

    assertThat(MachineState.await(before::equals).parts()).containsExactlyEntriesOf(before.parts());
    assertThat(processes(folder.resolve("killed"))).isEmpty();
  }

  private static List<Path> temporary(String prefix) throws IOException {
    try (Stream<Path> all = Files.list(TEMPORARY)) {
      return all.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  /** Those that have inherited the environment of a home. */
  private static List<ProcessHandle> processes(Path home) {
    return ProcessHandle.allProcesses()
        .filter(process -> environment(process).contains(home + "/state"))
        .toList();
  }

  private static String environment(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // It has ended.
    }
  }
}
