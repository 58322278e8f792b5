package dev.ropewalk.check;

import dev.ropewalk.check.language.CheckReader;
import dev.ropewalk.check.plan.FormerLines;
import dev.ropewalk.check.plan.Planner;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import dev.ropewalk.engine.Volume;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A check as an author writes it, judged in a situation that is made by hand. */
public final class Bench {
  private static final CommandTable COMMANDS = StoredHelps.table(StoredHelps.OLD);

  public final FakeEngine engine = new FakeEngine();
  public final FakeProbes probes = new FakeProbes();
  private final Set<String> ours = new HashSet<>();
  private final Set<String> ourNetworks = new HashSet<>();
  private final Set<String> ourVolumes = new HashSet<>();
  private Optional<Path> lessons = Optional.empty();
  private Path directory = Path.of("").toAbsolutePath();
  private final List<EngineEvent> before = new ArrayList<>();
  private final List<EngineEvent> events = new ArrayList<>();
  private final List<LearnerAct> acts = new ArrayList<>();
  private Variables variables = Variables.NONE;
  private final FormerLines former = new FormerLines();
  private int moment;
  private Instant opened = Instant.EPOCH;

  /** A container of the lesson that was created and started since the step opened. */
  public Bench has(SampleContainer container) {
    Container built = container.build();
    had(container).happened("create", built.name());
    if (built.config().attachedStdout()) {
      happened("attach", built.name());
    }
    return built.status().startedAt().isPresent() ? happened("start", built.name()) : this;
  }

  /** A container of the lesson, of which nothing is known to have happened in this step. */
  public Bench had(SampleContainer container) {
    engine.with(container);
    ours.add(container.build().id());
    return this;
  }

  /** A container of the lesson was removed. */
  public Bench lost(String name) {
    engine.without(name);
    return happened("destroy", name);
  }

  /** A container that was not created in the lesson. */
  public Bench alien(SampleContainer container) {
    engine.with(container);
    return this;
  }

  /** A network of the lesson. */
  public Bench has(Network network) {
    ourNetworks.add(network.id());
    return alien(network);
  }

  /** A network that was not created in the lesson. */
  public Bench alien(Network network) {
    engine.with(network);
    return this;
  }

  /** A volume of the lesson. */
  public Bench has(Volume volume) {
    ourVolumes.add(volume.name());
    return alien(volume);
  }

  /** A volume that was not created in the lesson. */
  public Bench alien(Volume volume) {
    engine.with(volume);
    return this;
  }

  /** The learner's shell is in a directory. */
  public Bench in(Path folder) {
    directory = folder;
    return this;
  }

  /** The lesson has a folder of its own, and the learner's shell is there. */
  public Bench inLessons(Path folder) {
    lessons = Optional.of(folder);
    return in(folder);
  }

  /** Where the learner's shell is. */
  Path directory() {
    return directory;
  }

  /** The step opened at this moment. */
  public Bench opened(Instant at) {
    opened = at;
    return this;
  }

  /** Something happened to a network since the step opened. */
  public Bench happenedToNetwork(String action, String network) {
    events.add(new EngineEvent.ToNetwork(time(), action, network, network, "", Map.of()));
    return this;
  }

  /** Something happened to a volume since the step opened. */
  public Bench happenedToVolume(String action, String volume) {
    events.add(new EngineEvent.ToVolume(time(), action, volume, "", Map.of()));
    return this;
  }

  /** Something happened to a container of redis since the step opened. */
  public Bench happened(String action, String name, String... details) {
    events.add(event(action, name, details));
    return this;
  }

  /** The same to a container that has borne the name, and whose id is that of another sample. */
  public Bench happenedAs(String name, String action, String sample) {
    String id = SampleContainer.id(sample);
    events.add(new EngineEvent.ToContainer(time(), action, id, name, "redis", Map.of()));
    return this;
  }

  /** The same before the step opened. */
  public Bench happenedBefore(String action, String name) {
    before.add(event(action, name));
    return this;
  }

  /** Something happened to an image since the step opened. */
  public Bench happenedToImage(String action, String image) {
    events.add(new EngineEvent.ToImage(time(), action, image, image, Map.of()));
    return this;
  }

  /**
   * The same, as the engine tells it.
   *
   * @param id of the image, or a reference where the engine tells that
   * @param name what the engine calls the name, which may be the id
   */
  Bench happenedToImage(String action, String id, String name) {
    events.add(new EngineEvent.ToImage(time(), action, id, name, Map.of()));
    return this;
  }

  private EngineEvent event(String action, String name, String... details) {
    Map<String, String> map = details.length == 0 ? Map.of() : Map.of(details[0], details[1]);
    return new EngineEvent.ToContainer(
        time(), action, SampleContainer.id(name), name, "redis", map);
  }

  private Instant time() {
    return Instant.EPOCH.plusSeconds(++moment);
  }

  /**
   * The learner ran a line.
   *
   * @param commands what the shell made of it, where that is known
   */
  public Bench ran(String line, int exitCode, String... commands) {
    acts.add(new LearnerAct.Line(line, List.of(commands), exitCode));
    return this;
  }

  /**
   * The learner ran a line of which the shell has told the exit codes of the last pipe.
   *
   * @param exitCode of the line
   * @param codes of the pipe's members
   */
  public Bench piped(String line, int exitCode, Integer... codes) {
    return piped(line, List.of(), exitCode, codes);
  }

  /** The same, with what the shell made of the line. */
  Bench piped(String line, List<String> commands, int exitCode, Integer... codes) {
    acts.add(
        new LearnerAct.Line(line, commands, OptionalInt.empty(), "", exitCode, List.of(codes)));
    return this;
  }

  /** The learner ran a line through a recorder, which has seen a ping and these requests. */
  public Bench asked(String line, int exitCode, SampleExchange... requests) {
    for (SampleExchange request : requests) {
      acts.add(new LearnerAct.Request(request.build(acts.size())));
    }
    acts.add(new LearnerAct.Line(line, List.of(), OptionalInt.of(requests.length + 1), exitCode));
    return this;
  }

  /** The learner ran a line where a recorder could have seen its requests, and saw none. */
  public Bench wentRound(String line, int exitCode) {
    acts.add(new LearnerAct.Line(line, List.of(), OptionalInt.of(0), exitCode));
    return this;
  }

  /** The learner answered. */
  public Bench answered(String value) {
    acts.add(new LearnerAct.Answer(value));
    return this;
  }

  /** A variable that an earlier step has captured. */
  public Bench variable(String name, String value) {
    variables = variables.with(Map.of(name, value));
    return this;
  }

  /** What the container {@code box} has in its log. */
  Bench log(String... lines) {
    engine.log("box", lines);
    return this;
  }

  /** What a command in {@code box} prints. */
  Bench exec(String command, int exitCode, String out) {
    engine.exec("box", command, exitCode, out);
    return this;
  }

  /** A process of {@code box}. */
  Bench process(int pid, String command) {
    probes.process(1000 + pid, pid, "root", command);
    return this;
  }

  /** How every script ends. */
  Bench ending(Probes.ScriptResult result) {
    probes.ending(result);
    return this;
  }

  /** Judges a check that is written as the lines of a check file. */
  public Verdict judge(String check) {
    return judgeAll(check).getFirst();
  }

  /** Judges the checks of a step. */
  public List<Verdict> judgeAll(String... checks) {
    List<Check> read = Stream.of(checks).map(this::check).toList();
    Scene scene = scene().asking(read);
    List<Verdict> verdicts = read.stream().map(check -> check.judge(scene)).toList();
    Planner planner = new Planner(read, scene, former);
    return IntStream.range(0, read.size())
        .mapToObj(i -> planner.withRemedy(read.get(i), verdicts.get(i)))
        .toList();
  }

  /** Reads a check; fails when something is wrong with it. */
  public Check check(String text) {
    Problems problems = new Problems(new Source("check", "check: it is so\n" + text));
    NodeReader reading = new NodeReader(problems, variables.values().keySet());
    var check = Yaml.read(problems).flatMap(node -> CheckReader.read(node, reading));
    problems.throwIfAny();
    return check.orElseThrow();
  }

  public Scene scene() {
    return new Scene(
        engine,
        probes,
        COMMANDS,
        new History(
            new Ownership.Ours(ours, ourNetworks, ourVolumes),
            before,
            events,
            acts,
            lessons
                .map(folder -> Whereabouts.ofLesson(folder, directory))
                .orElseGet(() -> Whereabouts.ofShell(directory)),
            opened),
        variables);
  }
}
