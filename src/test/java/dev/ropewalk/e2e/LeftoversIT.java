package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.SandboxTraces;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What works on engines of its own is ended in the middle: nothing of it is there after the next
 * start, and nothing at once where it can clean up.
 */
@InPrivateEngines
class LeftoversIT {
  /** Java's own on Linux: this process may have another. */
  private static final Path TEMPORARY = Path.of("/tmp");

  @TempDir Path folder;
  private Learner learner;

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

    assertThatNothingIsLeftAfter(end);
  }

  @ParameterizedTest
  @EnumSource
  void a_proof(End end) throws Exception {
    learner.startsAgain("author", "prove", "detached-mode");
    learner.terminal().await("2 of ");

    assertThatNothingIsLeftAfter(end);
  }

  private void assertThatNothingIsLeftAfter(End end) throws Exception {
    ProcessHandle process = learner.process();
    SandboxTraces engines = SandboxTraces.of(process);
    String folders = "ropewalk-" + process.pid() + "-";
    assertThat(engines.now()).isNotEmpty();
    assertThat(temporary(folders)).isNotEmpty();

    end(process, end);

    if (end != End.KILL) {
      assertThat(temporary(folders)).isEmpty();
      assertThat(engines.now()).isEmpty();
    }
    learner.close();
    learner = Learner.starts(home("next"), "learn", "--private", "detached-mode");
    awaitPrompt("detached-mode 1/6");
    awaitEmpty(() -> temporary(folders));
    awaitEmpty(engines::now);
    assertThat(processes(folder.resolve("killed"))).isEmpty();
  }

  private void end(ProcessHandle process, End end) throws Exception {
    if (end == End.CLOSED_WINDOW) {
      learner.close();
    } else {
      var kill = new ProcessBuilder("kill", "-s", end.name(), Long.toString(process.pid()));
      assertThat(kill.start().waitFor()).isZero();
      learner.left();
    }
    process.onExit().get(Patience.BUSY_MACHINE.toSeconds(), TimeUnit.SECONDS);
  }

  /** What is looked for again and again. */
  private interface Found {
    List<?> now() throws Exception;
  }

  /** The sweep goes on beside the prompt. */
  private static void awaitEmpty(Found found) throws Exception {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    while (!found.now().isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(found.now()).isEmpty();
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
