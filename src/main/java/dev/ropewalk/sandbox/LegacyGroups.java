package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cgroups of version 1: a hierarchy for each controller or few. Also beside an idle version 2. */
record LegacyGroups(List<Hierarchy> hierarchies) implements ControlGroups {
  private static final Set<String> NEEDED = Set.of("memory", "pids", "cpu", "devices", "freezer");
  private static final List<String> DELEGATED = List.of(GroupTree.PROCESSES, "tasks");
  private static final List<String> CPUSET = List.of("cpuset.cpus", "cpuset.mems");
  private static final int PERIOD_MICROS = 100_000;

  /**
   * @param folder where it is mounted
   * @param controllers such as {@code cpu} and {@code cpuacct}, or {@code name=systemd}
   */
  record Hierarchy(Path folder, Set<String> controllers) {
    boolean has(String controller) {
      return controllers.contains(controller);
    }

    GroupTree all(String group) {
      return new GroupTree(folder.resolve(group));
    }

    GroupTree engine(String group) {
      return all(group).child(ENGINE);
    }

    String mount() {
      String options = controllers.stream().sorted().collect(Collectors.joining(","));
      return folder.getFileName() + ":" + (has("name=systemd") ? "none," : "") + options;
    }
  }

  static Optional<ControlGroups> of(List<String[]> mounts) {
    List<Hierarchy> hierarchies =
        mounts.stream()
            .filter(mount -> mount[2].equals("cgroup"))
            .map(mount -> new Hierarchy(Path.of(mount[1]), controllers(mount[3])))
            .filter(hierarchy -> !hierarchy.controllers().isEmpty())
            .toList();
    var there =
        hierarchies.stream()
            .flatMap(each -> each.controllers().stream())
            .collect(Collectors.toSet());
    return there.containsAll(NEEDED)
        ? Optional.of(new LegacyGroups(hierarchies))
        : Optional.empty();
  }

  // Among the options of the mount itself; `name=` is a hierarchy without a controller.
  private static Set<String> controllers(String options) {
    Set<String> others =
        Set.of("rw", "ro", "nosuid", "nodev", "noexec", "relatime", "xattr", "clone_children");
    return Arrays.stream(options.split(","))
        .filter(option -> !others.contains(option) && !option.startsWith("release_agent="))
        .collect(Collectors.toSet());
  }

  @Override
  public void create(String group, SandboxLimits limits, int owner) {
    for (Hierarchy hierarchy : hierarchies) {
      GroupTree all = hierarchy.all(group);
      GroupTree engine = hierarchy.engine(group);
      for (GroupTree each : List.of(all, engine, engine.child(CONTAINERS), engine.child(GUESTS))) {
        each.create();
        if (hierarchy.has("cpuset")) {
          inherit(each);
        }
        if (hierarchy.has("memory")) {
          each.writeIfThere("memory.use_hierarchy", "1");
        }
      }
      limit(hierarchy, all, limits.allBytes(), limits.allProcesses());
      limit(hierarchy, engine.child(CONTAINERS), limits.memoryBytes(), limits.processes());
      limit(hierarchy, engine.child(GUESTS), limits.memoryBytes(), limits.processes());
      if (hierarchy.has("cpu")) {
        all.write("cpu.cfs_period_us", Integer.toString(PERIOD_MICROS));
        all.write("cpu.cfs_quota_us", Long.toString(Math.round(limits.cpus() * PERIOD_MICROS)));
      }
      Stream.of(engine, engine.child(CONTAINERS), engine.child(GUESTS))
          .forEach(each -> each.delegate(owner, DELEGATED));
    }
  }

  private static void limit(Hierarchy hierarchy, GroupTree tree, long bytes, int processes) {
    if (hierarchy.has("memory")) {
      tree.write("memory.limit_in_bytes", Long.toString(bytes));
      tree.writeIfThere("memory.memsw.limit_in_bytes", Long.toString(bytes));
    }
    if (hierarchy.has("pids")) {
      tree.write("pids.max", Integer.toString(processes));
    }
  }

  // A new cpuset is empty, and no process can be in it.
  private static void inherit(GroupTree tree) {
    for (String file : CPUSET) {
      try {
        tree.write(file, Files.readString(tree.folder().resolveSibling(file)).strip());
      } catch (IOException e) {
        throw new SandboxProblem("The cpuset above " + tree.folder() + " is not known.", e);
      }
    }
  }

  @Override
  public List<Path> engineFiles(String group) {
    return hierarchies.stream().map(each -> each.engine(group).processesFile()).toList();
  }

  @Override
  public List<Path> guestFiles(String group) {
    return hierarchies.stream()
        .map(each -> each.engine(group).child(GUESTS).processesFile())
        .toList();
  }

  @Override
  public void settle(String group, SandboxLimits limits, int owner) {
    // Here a group may have both processes and groups below it.
  }

  @Override
  public List<String> mounts() {
    return hierarchies.stream().map(Hierarchy::mount).toList();
  }

  @Override
  public boolean remove(String group) {
    // All are tried each time: `allMatch` would stop at the first that is not empty.
    return hierarchies.stream().filter(each -> !each.all(group).remove()).count() == 0;
  }

  @Override
  public Duration used(String group) {
    return hierarchies.stream()
        .filter(each -> each.has("cpuacct"))
        .flatMap(each -> each.all(group).read("cpuacct.usage").stream())
        .map(nanos -> Duration.ofNanos(Long.parseLong(nanos)))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  @Override
  public Peak peak(String group, String part) {
    return Peak.of(
        read("memory", group, part, "memory.max_usage_in_bytes"),
        read("pids", group, part, "pids.peak"));
  }

  private Optional<String> read(String controller, String group, String part, String file) {
    return hierarchies.stream()
        .filter(each -> each.has(controller))
        .flatMap(each -> each.engine(group).child(part).read(file).stream())
        .findFirst();
  }

  @Override
  public List<Long> processes(String group) {
    return hierarchies.stream()
        .flatMap(each -> each.all(group).processes().stream())
        .distinct()
        .toList();
  }
}
