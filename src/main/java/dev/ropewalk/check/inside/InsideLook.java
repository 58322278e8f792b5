package dev.ropewalk.check.inside;

import dev.ropewalk.check.Probes;
import dev.ropewalk.check.inside.InsideView.Limit;
import dev.ropewalk.check.inside.InsideView.Namespace;
import dev.ropewalk.check.inside.InsideView.Rights;
import dev.ropewalk.check.inside.InsideView.Whose;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.World;
import dev.ropewalk.text.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks into a running container for somebody who wants to see it, with the eyes of the checks.
 * Like them it leaves nothing behind, and is no act of the learner's. For one thread, and for one
 * look.
 */
public final class InsideLook {
  private static final String NO_LIMIT = "no limit";
  private static final String ASKED_FOR = " (asked for)";

  private final Container container;
  private final Probes probes;
  private final List<String> unseen = new ArrayList<>();

  private InsideLook(Container container, Probes probes) {
    this.container = container;
    this.probes = probes;
  }

  /**
   * Looks.
   *
   * @param name of the container, or the beginning of its id; empty for the running one that was
   *     made last
   * @throws dev.ropewalk.engine.EngineProblem when the engine does not answer
   */
  public static InsideAnswer at(String name, Engine engine, Probes probes) {
    World world = engine.world();
    if (name.isEmpty()) {
      return world.containers().stream()
          .filter(it -> it.state() == ContainerState.RUNNING)
          .max(Comparator.comparing(World.ContainerSummary::created))
          .flatMap(it -> engine.container(it.id()))
          .filter(Container::running)
          .<InsideAnswer>map(it -> look(it, probes))
          .orElseGet(() -> new InsideAnswer.NotSeen(InsideSentences.NONE_RUNS));
    }
    Optional<Container> found =
        name.matches("[\\w.-]+") ? engine.container(name) : Optional.empty();
    if (found.isEmpty()) {
      List<String> names =
          world.containers().stream().map(World.ContainerSummary::name).sorted().toList();
      return new InsideAnswer.NotSeen(
          InsideSentences.noSuch(name, Suggestion.nearest(name, names), names));
    }
    return found.get().running()
        ? look(found.get(), probes)
        : new InsideAnswer.NotSeen(InsideSentences.doesNotRun(found.get()));
  }

  private static InsideAnswer look(Container container, Probes probes) {
    return new InsideAnswer.Seen(new InsideLook(container, probes).view());
  }

  private InsideView view() {
    List<Namespace> namespaces = namespaces();
    List<Probes.Process> processes = processes();
    List<Limit> limits = limits();
    Optional<Rights> rights = rights();
    return new InsideView(
        container.name(), container.image(), namespaces, processes, limits, rights, unseen);
  }

  private List<Namespace> namespaces() {
    Map<String, String> inside = probes.namespaces(container);
    Map<String, String> host = probes.hostNamespaces();
    List<Namespace> all =
        Probes.NAMESPACE_KINDS.stream()
            .map(
                kind ->
                    new Namespace(
                        kind,
                        inside.getOrDefault(kind, ""),
                        host.getOrDefault(kind, ""),
                        NamespaceSharing.withHost(kind, container, probes)
                            .map(same -> same ? Whose.THE_HOSTS : Whose.NOT_THE_HOSTS)
                            .orElse(Whose.UNKNOWN)))
            .toList();
    if (inside.isEmpty()) {
      unseen.add(InsideSentences.NO_NAMESPACES);
    }
    if (host.isEmpty()) {
      unseen.add(InsideSentences.NO_HOST_NAMESPACES);
    }
    return all;
  }

  private List<Probes.Process> processes() {
    List<Probes.Process> all =
        probes.processes(container).stream()
            .map(
                it ->
                    new Probes.Process(
                        it.hostPid(),
                        probes.pidInside(container, it),
                        it.parent(),
                        it.user(),
                        it.command()))
            .sorted(Comparator.comparingInt(Probes.Process::hostPid))
            .toList();
    if (all.isEmpty()) {
      unseen.add(InsideSentences.NO_PROCESSES);
    } else if (all.stream().anyMatch(it -> it.pid() == 0)) {
      unseen.add(InsideSentences.NO_INNER_PIDS);
    }
    return all;
  }

  private List<Limit> limits() {
    Optional<KernelLimits> kernel = KernelLimits.read(path -> probes.kernelFile(container, path));
    if (kernel.isEmpty()) {
      unseen.add(InsideSentences.NO_LIMITS);
    }
    var asked = container.host();
    return List.of(
        new Limit(
            "memory",
            kernel
                .map(it -> limit(it.memory(), Type.Single.SIZE))
                .orElseGet(() -> asked(asked.memory(), Type.Single.SIZE)),
            number("/proc/meminfo", "(?m)^MemTotal:\\s+(\\d{1,15}) kB$")
                .map(kib -> Type.Single.SIZE.show(Value.of(kib << 10)))
                .orElse("")),
        new Limit(
            "cpu",
            kernel
                .map(it -> limit(it.cpu(), Type.Single.CPUS))
                .orElseGet(() -> asked(asked.nanoCpus(), Type.Single.CPUS)),
            read("/proc/cpuinfo")
                .map(text -> Pattern.compile("(?m)^processor\\s*:").matcher(text).results().count())
                .filter(count -> count > 0)
                .map(count -> Long.toString(count))
                .orElse("")),
        new Limit(
            "pids",
            kernel
                .map(it -> limit(it.pids(), Type.Single.NUMBER))
                .orElseGet(() -> asked(asked.pidsLimit(), Type.Single.NUMBER)),
            number("/proc/sys/kernel/pid_max", "^(\\d{1,10})$")
                .map(most -> Long.toString(most))
                .orElse("")));
  }

  private static String limit(Value value, Type type) {
    return value instanceof Value.Nothing ? NO_LIMIT : type.show(value);
  }

  /** What the engine was asked for, where the kernel cannot be asked; 0 or less is none. */
  private static String asked(long limit, Type type) {
    return (limit > 0 ? type.show(Value.of(limit)) : NO_LIMIT) + ASKED_FOR;
  }

  private Optional<Rights> rights() {
    Optional<ProcessStatus> status = probes.firstProcess(container).flatMap(ProcessStatus::parse);
    if (status.isEmpty()) {
      unseen.add(InsideSentences.NO_RIGHTS);
    }
    return status.map(
        it ->
            new Rights(
                it.capabilities(),
                number("/proc/sys/kernel/cap_last_cap", "^(\\d{1,3})$")
                    .map(last -> last.intValue() + 1)
                    .orElse(0),
                it.seccomp(),
                it.noNewPrivileges(),
                it.user()));
  }

  private Optional<Long> number(String file, String pattern) {
    return read(file)
        .flatMap(text -> Pattern.compile(pattern).matcher(text.strip()).results().findFirst())
        .map(found -> Long.valueOf(found.group(1)));
  }

  private Optional<String> read(String file) {
    return probes.kernelFile(container, file);
  }
}
