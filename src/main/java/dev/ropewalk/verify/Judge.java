package dev.ropewalk.verify;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.check.inside.InsideLook;
import dev.ropewalk.check.plan.FormerLines;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Creations;
import dev.ropewalk.command.Programs;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import dev.ropewalk.patience.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges checks against the engine as it is now. Safe for use by several threads. */
public final class Judge {
  /** Each question to the engine has its own, much shorter one: this is for what has none. */
  private static final Duration PATIENCE = Patience.BUSY_MACHINE;

  private final Engine engine;
  private final Probes probes;
  private final CommandTable commands;
  private final boolean ofPrivateEngine;
  private final Duration patience;
  private final Witness witness;
  private final FormerLines former;

  /** For the learner's engine. */
  public Judge(Engine engine, Probes probes, CommandTable commands) {
    this(engine, probes, commands, false);
  }

  /** For the learner's engine, with a time of its own for one round, scripts apart. */
  Judge(Engine engine, Probes probes, CommandTable commands, Duration patience) {
    this(engine, probes, commands, false, patience, Witness.NOBODY, new FormerLines());
  }

  /**
   * @param ofPrivateEngine whether the engine is there for the lessons alone, so that nothing of
   *     anybody else's can come to harm
   */
  public Judge(Engine engine, Probes probes, CommandTable commands, boolean ofPrivateEngine) {
    this(engine, probes, commands, ofPrivateEngine, PATIENCE, Witness.NOBODY, new FormerLines());
  }

  private Judge(
      Engine engine,
      Probes probes,
      CommandTable commands,
      boolean ofPrivateEngine,
      Duration patience,
      Witness witness,
      FormerLines former) {
    this.engine = engine;
    this.probes = probes;
    this.commands = commands;
    this.ofPrivateEngine = ofPrivateEngine;
    this.patience = patience;
    this.witness = witness;
    this.former = former;
  }

  /** The same judge, with somebody who looks on. */
  public Judge watchedBy(Witness other) {
    return new Judge(engine, probes, commands, ofPrivateEngine, patience, other, former);
  }

  /** Whether the engine is there for the lessons alone. */
  public boolean ofPrivateEngine() {
    return ofPrivateEngine;
  }

  /** Begins to fetch an image; see {@link Engine#fetch}. */
  public Engine.Fetch fetch(String image, Engine.FetchListener listener) {
    return engine.fetch(image, listener);
  }

  /** Those of the commands, such as {@code docker compose}, that this machine lacks. */
  public Set<String> lacking(Set<String> wanted) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return wanted.stream()
        .filter(command -> !Programs.has(command, commands, path))
        .collect(Collectors.toSet());
  }

  /**
   * One verdict for each check. The checks share what the engine is asked, and later ones see what
   * earlier ones capture. All of them together get a time of their own, and that of their scripts;
   * what is not judged then is {@link Verdict.Errored}.
   */
  public List<Verdict> judge(List<Check> checks, History history, Variables variables) {
    return judge("", checks, history, variables, Optional.empty(), new InsideMemory().anew());
  }

  /**
   * The same, and a witness is told whose checks they are.
   *
   * @param about for instance the name of a step
   * @param seen the engine's lists, where it has been asked for them just now
   * @param inside what is known of the inside of containers
   */
  public List<Verdict> judge(
      String about,
      List<Check> checks,
      History history,
      Variables variables,
      Optional<World> seen,
      InsideMemory.Round inside) {
    Engine asked = inside.over(seen.map(lists -> SeenEngine.of(engine, lists)).orElse(engine));
    Witness.Round round = witness.begin(about, checks, asked, inside.over(probes));
    Scene scene =
        new Scene(round.engine(), round.probes(), commands, history, variables).asking(checks);
    Duration scripts =
        checks.stream().map(Check::mayTake).reduce(Duration.ZERO, (one, other) -> one.plus(other));
    List<Verdict> verdicts = new Round(checks, scene, former).judge(patience.plus(scripts));
    round.over(verdicts);
    return verdicts;
  }

  /**
   * Everything on the engine.
   *
   * @throws dev.ropewalk.engine.EngineProblem when it does not answer
   */
  public World world() {
    return engine.world();
  }

  /**
   * The same, where nothing can have changed that no event tells.
   *
   * @throws dev.ropewalk.engine.EngineProblem when it does not answer
   */
  public World toldWorld() {
    return engine.toldWorld();
  }

  /**
   * The names of the volumes that a container has; none where it is gone.
   *
   * @throws dev.ropewalk.engine.EngineProblem when the engine does not answer
   */
  public Set<String> volumes(String container) {
    return engine.container(container).stream()
        .flatMap(it -> it.mounts().stream())
        .filter(mount -> mount.type().equals("volume"))
        .map(Container.Mount::source)
        .collect(Collectors.toSet());
  }

  /**
   * Looks into a running container, with the eyes of the checks.
   *
   * @param container its name; empty for the running one that was made last
   * @return where the engine does not answer, its reason
   */
  public InsideAnswer inside(String container) {
    try {
      return InsideLook.at(container, engine, probes);
    } catch (EngineProblem e) {
      return new InsideAnswer.NotSeen(e.sentence());
    }
  }

  /**
   * Returns when the engine takes new connections, which one that is being shut down does not.
   *
   * @throws dev.ropewalk.engine.EngineProblem when it does not
   */
  public void greet() {
    engine.greet();
  }

  /**
   * What has happened on the engine since a moment of our clock, as far as the engine still keeps
   * it (its last 256 events, none from before its own start), oldest first. That a container was
   * created is told also where it no longer keeps it: the container itself shows it, to the second.
   *
   * @throws dev.ropewalk.engine.EngineProblem when it does not answer
   */
  public List<EngineEvent> remembered(Instant since) {
    Instant theirs = since.plus(engine.info().clockAhead());
    List<EngineEvent> kept =
        engine.remembered().stream().filter(event -> !event.at().isBefore(theirs)).toList();
    Set<String> created =
        kept.stream()
            .filter(event -> event.action().equals("create"))
            .map(EngineEvent::id)
            .collect(Collectors.toSet());
    Stream<EngineEvent> forgotten =
        engine.world().containers().stream()
            .filter(it -> !it.created().isBefore(theirs.truncatedTo(ChronoUnit.SECONDS)))
            .filter(it -> !created.contains(it.id()))
            .map(Judge::creation);
    return Stream.concat(forgotten, kept.stream()).toList();
  }

  private static EngineEvent creation(World.ContainerSummary it) {
    return new EngineEvent.ToContainer(
        it.created(), "create", it.id(), it.name(), it.image(), Map.of());
  }

  /** What a command line asks an engine to create, as far as its words tell before it is run. */
  public Creations asked(String line) {
    return Creations.of(line, List.of(), commands);
  }

  /**
   * Those of the ports of the engine's host on which somebody listens.
   *
   * @throws dev.ropewalk.engine.EngineProblem when it does not say where it is
   */
  public Set<Integer> taken(Set<Integer> ports) {
    if (ports.isEmpty()) {
      return Set.of();
    }
    String address = engine.info().address();
    return ports.stream()
        .filter(
            port ->
                !(probes.knock(address, port, Probes.Protocol.TCP) instanceof Probes.Reply.Refused))
        .collect(Collectors.toSet());
  }
}
