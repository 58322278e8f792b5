package dev.ropewalk.check;

import dev.ropewalk.check.match.Matching;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerRun;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.LogLine;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.Volume;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.patience.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a check may look at, for one round of judging: each object is asked for at most once.
 * Not for several threads.
 */
public final class Scene {
  /** How long a probe inside a container may take. */
  private static final Duration PROBE = Patience.AT_THE_PROMPT;

  private static final int MOST_LINES = 2000;

  private final Engine engine;
  private final Probes probes;
  private final CommandTable commands;
  private final History history;
  private final Seen seen;
  private final AskedFor asked;
  private Variables variables;

  public Scene(
      Engine engine, Probes probes, CommandTable commands, History history, Variables variables) {
    this(
        engine,
        new CachedProbes(probes),
        commands,
        history,
        variables,
        new Seen(),
        AskedFor.NOTHING);
  }

  private Scene(
      Engine engine,
      Probes probes,
      CommandTable commands,
      History history,
      Variables variables,
      Seen seen,
      AskedFor asked) {
    this.engine = engine;
    this.probes = probes;
    this.commands = commands;
    this.history = history;
    this.variables = variables;
    this.seen = seen;
    this.asked = asked;
  }

  /** The same for the checks of one step, which are judged together. */
  public Scene asking(List<Check> checks) {
    return new Scene(engine, probes, commands, history, variables, seen, new AskedFor(checks));
  }

  /** The names of a kind that the step asks for, in the order of its checks. */
  public List<String> asked(AskedFor.Kind kind) {
    // Whoever finds them out may not ask for them again.
    return asked.names(kind, asking(List.of()));
  }

  /** The same before the learner's newest line, as far as it can be told by lines alone. */
  public Scene beforeNewestLine() {
    return new Scene(engine, probes, commands, history.withoutNewestLine(), variables, seen, asked);
  }

  /** The engine's lists. */
  public World world() {
    World known = seen.world;
    if (known == null) {
      known = engine.world();
      seen.world = known;
    }
    return known;
  }

  /** What the engine says of itself and its machine. */
  public EngineInfo info() {
    return engine.info();
  }

  /** What is looked at beside the engine; the same look is not taken twice. */
  public Probes probes() {
    return probes;
  }

  /** Docker's commands and their flags, as this machine's docker has them. */
  public CommandTable commands() {
    return commands;
  }

  /** What has happened since the step and the lesson opened. */
  public History history() {
    return history;
  }

  /** The values of variables, those too that were captured in this round. */
  public Variables variables() {
    return variables;
  }

  /** Lets later checks of the same step use what an earlier one captured. */
  void capture(Map<String, String> captured) {
    variables = variables.with(captured);
  }

  /** Tries matchers with the variables as they are now. */
  public Matching matching() {
    return new Matching(variables);
  }

  /** Tells matchers with the variables as they are now. */
  public Wording wording() {
    return new Wording(variables);
  }

  /** The containers that count, the newest first. */
  public List<ContainerSummary> ours() {
    return world().containers().stream()
        .filter(history.ownership()::counts)
        .sorted(java.util.Comparator.comparing(ContainerSummary::created).reversed())
        .toList();
  }

  /** The containers on the engine that do not count. */
  public List<ContainerSummary> others() {
    return world().containers().stream()
        .filter(container -> !history.ownership().counts(container))
        .toList();
  }

  /** A container by its id or name; empty where there is none. */
  public Optional<Container> container(String id) {
    return seen.containers.computeIfAbsent(id, engine::container);
  }

  /** An image by any of its names or its id: what is known by one of them is not asked again. */
  public Optional<Image> image(String reference) {
    return seen.images.values().stream()
        .flatMap(Optional::stream)
        .filter(image -> isCalled(image, reference))
        .findFirst()
        .or(() -> seen.images.computeIfAbsent(reference, engine::image));
  }

  /** The instructions that made an image, by its id. */
  public List<String> made(String image) {
    return seen.made.computeIfAbsent(image, engine::history);
  }

  /** Less than 12 digits of an id may be a name as well. */
  private static boolean isCalled(Image image, String reference) {
    ImageRef wanted = ImageRef.parse(reference);
    return image.id().equals(reference)
        || (reference.length() >= 12 && image.id().startsWith("sha256:" + reference))
        || image.tags().stream().map(ImageRef::parse).anyMatch(wanted::equals);
  }

  /** A network by its name or id; empty where there is none. */
  public Optional<Network> network(String name) {
    return seen.networks.computeIfAbsent(name, engine::network);
  }

  /** A volume by its name; empty where there is none. */
  public Optional<Volume> volume(String name) {
    return seen.volumes.computeIfAbsent(name, engine::volume);
  }

  /**
   * A file of the learner's disk.
   *
   * @param name relative to the lesson's own folder, or else to the directory of the learner's
   *     shell
   */
  public Path learnersFile(String name) {
    return probes.here(history.whereabouts().files().resolve(name).toAbsolutePath());
  }

  /**
   * A file as a command of the learner's finds it.
   *
   * @param name relative to the directory of the learner's shell
   */
  public Path filePassed(String name) {
    return probes.here(history.whereabouts().shell().resolve(name).toAbsolutePath());
  }

  /** Where files are looked for, and where the learner is. */
  public Whereabouts whereabouts() {
    return history.whereabouts();
  }

  /** The text of a file in a container, by the container's full id. */
  public Optional<String> file(String container, String path) {
    return seen.files.computeIfAbsent(container + ":" + path, _ -> engine.file(container, path));
  }

  /** Runs a probe in a running container, by its full id. */
  public ExecResult exec(String container, List<String> command) {
    return seen.execs.computeIfAbsent(
        container + " " + command, _ -> engine.exec(container, command, PROBE));
  }

  /** What a throw-away container comes to; the same one is run once. */
  public ContainerRun.Result run(ContainerRun run) {
    return seen.runs.computeIfAbsent(run, engine::run);
  }

  /** The last lines of a container's log, 2000 at most, the oldest first. */
  public List<LogLine> logs(String container) {
    return seen.logs.computeIfAbsent(container, id -> engine.logs(id, MOST_LINES));
  }

  /** What a container has written since this step opened. */
  public List<LogLine> logsOfStep(String container) {
    return seen.lateLogs.computeIfAbsent(
        container,
        id -> engine.logs(id, MOST_LINES, history.opened().plus(engine.info().clockAhead())));
  }

  /** The last line of a container's log that is not blank. */
  public Optional<String> lastLogLine(String container) {
    return lastLine(logs(container));
  }

  /** The last line that is not blank. */
  public static Optional<String> lastLine(List<LogLine> lines) {
    return lines.reversed().stream().map(LogLine::text).filter(text -> !text.isBlank()).findFirst();
  }

  /** What the engine was asked for in this round. */
  private static final class Seen {
    private final Map<String, Optional<Container>> containers = new HashMap<>();
    private final Map<String, Optional<Image>> images = new HashMap<>();
    private final Map<String, Optional<Network>> networks = new HashMap<>();
    private final Map<String, Optional<Volume>> volumes = new HashMap<>();
    private final Map<String, Optional<String>> files = new HashMap<>();
    private final Map<String, ExecResult> execs = new HashMap<>();
    private final Map<ContainerRun, ContainerRun.Result> runs = new HashMap<>();
    private final Map<String, List<LogLine>> logs = new HashMap<>();
    private final Map<String, List<LogLine>> lateLogs = new HashMap<>();
    private final Map<String, List<String>> made = new HashMap<>();
    private @Nullable World world;
  }
}
