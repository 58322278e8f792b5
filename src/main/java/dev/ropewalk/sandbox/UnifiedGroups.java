package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cgroups of version 2, one hierarchy. A group that hands controllers to groups below it must have
 * no process of its own, so that the engine's processes are in one beside its containers'.
 */
record UnifiedGroups(GroupTree root) implements ControlGroups {
  private static final String CONTROLLERS = "cgroup.controllers";
  private static final String HANDED_DOWN = "cgroup.subtree_control";
  private static final List<String> NEEDED = List.of("cpu", "memory", "pids");
  private static final List<String> WANTED = List.of("cpu", "cpuset", "io", "memory", "pids");
  private static final List<String> DELEGATED =
      List.of(GroupTree.PROCESSES, "cgroup.threads", HANDED_DOWN);
  private static final String INIT = "init";
  private static final String USED = "usage_usec ";
  private static final int PERIOD_MICROS = 100_000;

  static Optional<ControlGroups> of(List<String[]> mounts) {
    return mounts.stream()
        .filter(mount -> mount[2].equals("cgroup2"))
        .map(mount -> new GroupTree(Path.of(mount[1])))
        .filter(root -> words(root, CONTROLLERS).containsAll(NEEDED))
        .<ControlGroups>map(UnifiedGroups::new)
        .findFirst();
  }

  @Override
  public void create(String group, SandboxLimits limits, int owner) {
    GroupTree all = root.child(group);
    GroupTree engine = all.child(ENGINE);
    handDown(root, NEEDED);
    all.create();
    handDown(all, WANTED);
    engine.create();
    limit(all, limits.allBytes(), limits.allProcesses());
    all.write(
        "cpu.max", "%s %s".formatted(Math.round(limits.cpus() * PERIOD_MICROS), PERIOD_MICROS));
    engine.delegate(owner, DELEGATED);
  }

  // Those that the first process starts meanwhile follow it; those that end meanwhile need not
  // move.
  private static void move(GroupTree from, GroupTree to) {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    for (var left = from.own(); !left.isEmpty(); left = from.own()) {
      if (System.nanoTime() > deadline) {
        throw new SandboxProblem(
            "The processes %s do not leave the cgroup %s.".formatted(left, from.folder()));
      }
      left.forEach(to::add);
    }
  }

  private static void limit(GroupTree tree, long bytes, int processes) {
    tree.write("memory.max", Long.toString(bytes));
    tree.writeIfThere("memory.swap.max", "0");
    tree.write("pids.max", Integer.toString(processes));
  }

  /** What is handed down already is not touched: the machine's own root has what is needed. */
  private static void handDown(GroupTree tree, List<String> controllers) {
    List<String> there = words(tree, CONTROLLERS);
    List<String> handed = words(tree, HANDED_DOWN);
    controllers.stream()
        .filter(each -> there.contains(each) && !handed.contains(each))
        .forEach(each -> tree.write(HANDED_DOWN, "+" + each));
  }

  private static List<String> words(GroupTree tree, String file) {
    try {
      return Arrays.asList(Files.readString(tree.folder().resolve(file)).strip().split(" "));
    } catch (IOException e) {
      throw new SandboxProblem("The cgroup " + tree.folder() + " cannot be read.", e);
    }
  }

  @Override
  public List<Path> engineFiles(String group) {
    return List.of(root.child(group).child(ENGINE).processesFile());
  }

  @Override
  public List<Path> guestFiles(String group) {
    return List.of(root.child(group).child(ENGINE).child(GUESTS).processesFile());
  }

  // The cgroup namespace takes the group that its first process is in for the root, so that only
  // now the processes can leave it.
  @Override
  public void settle(String group, SandboxLimits limits, int owner) {
    GroupTree engine = root.child(group).child(ENGINE);
    GroupTree init = engine.child(INIT);
    init.create();
    move(engine, init);
    handDown(engine, WANTED);
    for (GroupTree each : List.of(engine.child(CONTAINERS), engine.child(GUESTS))) {
      each.create();
      limit(each, limits.memoryBytes(), limits.processes());
      each.delegate(owner, DELEGATED);
    }
    init.delegate(owner, DELEGATED);
    engine.delegate(owner, DELEGATED);
  }

  @Override
  public List<String> mounts() {
    return List.of();
  }

  @Override
  public boolean remove(String group) {
    return root.child(group).remove();
  }

  // The kernel counts without the controller, too.
  @Override
  public Duration used(String group) {
    return root.child(group).read("cpu.stat").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(USED))
        .map(line -> Duration.of(Long.parseLong(line.substring(USED.length())), ChronoUnit.MICROS))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  @Override
  public Peak peak(String group, String part) {
    GroupTree tree = root.child(group).child(ENGINE).child(part);
    return Peak.of(tree.read("memory.peak"), tree.read("pids.peak"));
  }

  @Override
  public List<Long> processes(String group) {
    return root.child(group).processes();
  }
}
