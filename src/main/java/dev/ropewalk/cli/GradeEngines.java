package dev.ropewalk.cli;

import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.environment.SshTunnel;
import dev.ropewalk.grade.NamedEnginePlaces;
import dev.ropewalk.grade.Places;
import dev.ropewalk.grade.WarmPlaces;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.sandbox.TrustLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which engines is graded, and how far they must keep a submission from the machine. */
final class GradeEngines {
  private final Sandboxes sandboxes = new NamespaceSandboxes();

  @Option(
      names = "--trust",
      paramLabel = "LEVEL",
      description = "Refuse to grade on engines below this level: none, engine or namespaces.")
  private TrustLevel trust = TrustLevel.NAMESPACES;

  @Option(
      names = "--engine",
      paramLabel = "ADDRESS",
      description =
          "Grade on this engine, one submission after the other: unix://SOCKET, tcp://HOST:PORT or"
              + " ssh://USER@HOST. All on it is removed in between, so there may be nothing on it. It"
              + " needs `--trust engine`: the lines are typed on this machine.")
  private @Nullable String named;

  /**
   * Engines that are there until they are closed.
   *
   * @param jobs how many submissions at once
   * @param below closes what they are made of
   */
  record Engines(Places places, TrustLevel trust, int jobs, Runnable below)
      implements AutoCloseable {
    @Override
    public void close() {
      places.close();
      below.run();
    }
  }

  /**
   * Refuses a level that is too low for whoever grades, or for one of the lessons.
   *
   * @throws WrongUse which says what can be done
   */
  void require(TrustLevel level, List<Lesson> lessons) {
    for (Lesson lesson : lessons) {
      String least = lesson.needs().trust();
      if (!least.isEmpty() && level.compareTo(TrustLevel.of(least)) < 0) {
        throw new WrongUse(
            "the lesson `%s` is graded on engines of the level `%s` or higher, and this one is of the level `%s`"
                .formatted(lesson.id(), least, level.word()),
            "use private engines: leave out `--engine` and `--here`");
      }
    }
    if (level.compareTo(trust) < 0) {
      throw new WrongUse(
          "the engine is of the level `%s`, which is below `%s`"
              .formatted(level.word(), trust.word()),
          "grade on another one, or accept less with --trust " + level.word());
    }
  }

  /**
   * Those that are wanted.
   *
   * @param jobs how many at once; null for as many as there are processors
   * @param lessons that are graded
   */
  Engines open(Context context, @Nullable Integer jobs, List<Lesson> lessons)
      throws InterruptedException {
    require(named == null ? sandboxes.trust() : TrustLevel.ENGINE, lessons);
    return named == null ? privateOnes(jobs) : theNamed(context, named);
  }

  private static Engines theNamed(Context context, String address) throws InterruptedException {
    if (!address.startsWith("ssh://")) {
      Map<String, String> variables = new HashMap<>(context.environment());
      variables.put("DOCKER_HOST", address);
      return at(EngineAddress.find(variables, context.places().home()), () -> {});
    }
    SshTunnel tunnel = SshTunnel.open(address);
    try {
      return at(new EngineAddress.Forwarded(tunnel.socket(), tunnel.host()), tunnel::close);
    } catch (RuntimeException e) {
      tunnel.close();
      throw e;
    }
  }

  private static Engines at(EngineAddress address, Runnable below) {
    Places places =
        new NamedEnginePlaces(
            () -> DockerJavaEngine.connect(address),
            (folder, listener) -> Recorder.start(folder, address, listener),
            address.variables());
    return new Engines(places, TrustLevel.ENGINE, 1, below);
  }

  private Engines privateOnes(@Nullable Integer jobs) throws InterruptedException {
    List<String> missing = sandboxes.missing();
    if (!missing.isEmpty()) {
      throw new SandboxProblem(
          "private engines are not possible here. " + String.join(" ", missing));
    }
    Leftovers.sweep(sandboxes);
    int most = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    var engines = new PrivateEngines(sandboxes, Context::privateEngine, PresentDocker.registry());
    Places places =
        new WarmPlaces(
            new PrivatePlaces(engines, Recorder::startInside)::begin, sandboxes.trust(), most);
    return new Engines(places, sandboxes.trust(), most, engines::close);
  }
}
