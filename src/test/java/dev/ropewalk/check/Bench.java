package dev.ropewalk.check;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
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
import java.util.Set;

/** A check as an author writes it, judged in a situation that is made by hand. */
final class Bench {
  private static final CommandTable COMMANDS = StoredHelps.table(StoredHelps.OLD);

  final FakeEngine engine = new FakeEngine();
  final FakeProbes probes = new FakeProbes();
  private final Set<String> ours = new HashSet<>();
  private final Set<String> ourNetworks = new HashSet<>();
  private final Set<String> ourVolumes = new HashSet<>();
  private Path directory = Path.of("").toAbsolutePath();
  private final List<EngineEvent> before = new ArrayList<>();
  private final List<EngineEvent> events = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private Variables variables = Variables.NONE;
  private int moment;
  private Instant opened = Instant.EPOCH;

  /** A container of the lesson that was created and started since the step opened. */
  Bench has(SampleContainer container) {
    String name = container.build().name();
    return had(container).happened("create", name).happened("start", name);
  }

  /** A container of the lesson, of which nothing is known to have happened in this step. */
  Bench had(SampleContainer container) {
    engine.with(container);
    ours.add(container.build().id());
    return this;
  }

  /** A container that was not created in the lesson. */
  Bench alien(SampleContainer container) {
    engine.with(container);
    return this;
  }

  /** A network of the lesson. */
  Bench has(Network network) {
    ourNetworks.add(network.id());
    return alien(network);
  }

  /** A network that was not created in the lesson. */
  Bench alien(Network network) {
    engine.with(network);
    return this;
  }

  /** A volume of the lesson. */
  Bench has(Volume volume) {
    ourVolumes.add(volume.name());
    return alien(volume);
  }

  /** A volume that was not created in the lesson. */
  Bench alien(Volume volume) {
    engine.with(volume);
    return this;
  }

  /** The learner's shell is in a directory. */
  Bench in(Path folder) {
    directory = folder;
    return this;
  }

  /** The step opened at this moment. */
  Bench opened(Instant at) {
    opened = at;
    return this;
  }

  /** Something happened to a network since the step opened. */
  Bench happenedToNetwork(String action, String network) {
    events.add(new EngineEvent.ToNetwork(time(), action, network, network, "", Map.of()));
    return this;
  }

  /** Something happened to a volume since the step opened. */
  Bench happenedToVolume(String action, String volume) {
    events.add(new EngineEvent.ToVolume(time(), action, volume, "", Map.of()));
    return this;
  }

  /** Something happened to a container of redis since the step opened. */
  Bench happened(String action, String name, String... details) {
    events.add(event(action, name, details));
    return this;
  }

  /** The same before the step opened. */
  Bench happenedBefore(String action, String name) {
    before.add(event(action, name));
    return this;
  }

  /** Something happened to an image since the step opened. */
  Bench happenedToImage(String action, String image) {
    events.add(new EngineEvent.ToImage(time(), action, image, image, Map.of()));
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
  Bench ran(String line, int exitCode, String... commands) {
    acts.add(new Act.Line(line, List.of(commands), exitCode));
    return this;
  }

  /** The learner answered. */
  Bench answered(String value) {
    acts.add(new Act.Answer(value));
    return this;
  }

  /** A variable that an earlier step has captured. */
  Bench variable(String name, String value) {
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

  /** What a web server sends. */
  Bench page(int port, String text) {
    probes.page(port, text);
    return this;
  }

  /** How every script ends. */
  Bench ending(Probes.ScriptResult result) {
    probes.ending(result);
    return this;
  }

  /** Judges a check that is written as the lines of a check file. */
  Verdict judge(String check) {
    return check(check).judge(scene());
  }

  /** Reads a check; fails when something is wrong with it. */
  Check check(String text) {
    Problems problems = new Problems(new Source("check", "check: it is so\n" + text));
    Reading reading = new Reading(problems, variables.values().keySet());
    var check = Yaml.read(problems).flatMap(node -> CheckReader.read(node, reading));
    problems.throwIfAny();
    return check.orElseThrow();
  }

  Scene scene() {
    return new Scene(
        engine,
        probes,
        COMMANDS,
        new History(
            new Ownership.Ours(ours, ourNetworks, ourVolumes),
            before,
            events,
            acts,
            directory,
            opened),
        variables);
  }

  /** What the learner reads of a verdict. */
  static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed(var captured) -> "passed" + (captured.isEmpty() ? "" : " " + captured);
      case Verdict.Failed(_, _, var why, var outlook) ->
          "failed%s%n  %s%s"
              .formatted(
                  outlook == Verdict.Outlook.MAY_CHANGE ? ", but may change" : "",
                  why.says(),
                  why.remedy().isEmpty() ? "" : "\n  > " + why.remedy());
      case Verdict.Blocked(var by) -> "blocked by " + by;
      case Verdict.Errored(var reason) -> "could not be judged: " + reason;
    };
  }
}
