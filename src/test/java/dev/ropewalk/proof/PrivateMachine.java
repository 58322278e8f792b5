package dev.ropewalk.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.Sandbox;
import dev.ropewalk.sandbox.SandboxPlan;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.EnteredMachine;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A private engine with a learner's shell beside it. */
final class PrivateMachine implements AutoCloseable {
  private static final InetSocketAddress REGISTRY =
      new InetSocketAddress("127.0.0.1", Integer.getInteger("ropewalk.registry.port", 5055));
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  static final Screen.Captured CAPTURED = new Screen.Captured(LIMITS);
  static final Screen.PseudoTerminal TERMINAL = new Screen.PseudoTerminal(100, 40, LIMITS);

  final Sandbox sandbox;
  final LearnerShell shell;

  private PrivateMachine(Sandbox sandbox, LearnerShell shell) {
    this.sandbox = sandbox;
    this.shell = shell;
  }

  /** Skips the tests where there can be none. */
  static void assumePossible() {
    List<String> missing = new NamespaceSandboxes().missing();
    assumeTrue(missing.isEmpty(), () -> String.join(" ", missing));
    try (var socket = new Socket(REGISTRY.getAddress(), REGISTRY.getPort())) {
      assumeTrue(socket.isConnected());
    } catch (IOException e) {
      assumeTrue(false, "No registry answers at " + REGISTRY + "; `engine/up` starts one.");
    }
  }

  static PrivateMachine start(SandboxPlan plan, Screen screen) throws InterruptedException {
    Sandbox sandbox = new NamespaceSandboxes().start(plan.withRegistry(REGISTRY));
    var setting =
        new ShellSetting(Sandbox.HOME, Map.of(), StartupFiles.SKIPPED, screen, sandbox::enter);
    return new PrivateMachine(sandbox, LearnerShell.of(setting, Clock.systemUTC()));
  }

  /** Puts the images of a list into a file for {@link SandboxPlan#withStored}. */
  static Path store(Path folder, String... images) throws InterruptedException {
    Path file = folder.resolve("images.tar");
    new NamespaceSandboxes()
        .store(SandboxPlan.empty().withRegistry(REGISTRY), List.of(images), file);
    return file;
  }

  Engine engine() {
    return DockerJavaEngine.connect(
        EngineAddress.find(
            Map.of("DOCKER_HOST", "unix://" + sandbox.socket()), Path.of("/nonexistent")));
  }

  LiveProbes probes(Engine engine) {
    return new LiveProbes(
        engine,
        new EnteredMachine(
            command -> sandbox.enter(Sandbox.HOME, Map.of(), command), sandbox.files()));
  }

  Player player(Engine engine, Journal journal, StringBuilder output, Path cache) {
    var commands =
        CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), cache);
    return new Player(
        Course.open(Path.of("")),
        engine,
        new Judge(engine, probes(engine), commands),
        journal,
        HomeFiles.near(Path.of("")),
        new ShellWorkplace(shell, commands, RecordedLines.none(), output::append),
        Map.of(),
        Clock.systemUTC());
  }

  @Override
  public void close() {
    shell.close();
    sandbox.close();
  }
}
