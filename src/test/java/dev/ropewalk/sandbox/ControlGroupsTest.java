package dev.ropewalk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which cgroups a machine has, and what is written into those of version 2. */
final class ControlGroupsTest {
  private static final String LEGACY =
      """
      proc /proc proc rw 0 0
      cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,nosuid,cpuacct,cpu 0 0
      cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0
      cgroup /sys/fs/cgroup/pids cgroup rw,pids 0 0
      cgroup /sys/fs/cgroup/devices cgroup rw,devices 0 0
      cgroup /sys/fs/cgroup/freezer cgroup rw,freezer 0 0
      cgroup /sys/fs/cgroup/systemd cgroup rw,xattr,release_agent=/lib/agent,name=systemd 0 0
      """;

  @TempDir Path folder;

  @Test
  void version_1_is_mounted_inside_as_it_is_outside() throws IOException {
    var groups = ControlGroups.find(mounts(LEGACY)).orElseThrow();

    assertThat(groups.mounts())
        .containsExactly(
            "cpu,cpuacct:cpu,cpuacct",
            "memory:memory",
            "pids:pids",
            "devices:devices",
            "freezer:freezer",
            "systemd:none,name=systemd");
  }

  @Test
  void version_1_is_chosen_beside_an_idle_version_2() throws IOException {
    String unified = "cgroup2 %s cgroup2 rw 0 0\n".formatted(unified("hugetlb"));

    assertThat(ControlGroups.find(mounts(unified + LEGACY))).containsInstanceOf(LegacyGroups.class);
  }

  @Test
  void version_2_is_chosen_where_it_has_the_controllers() throws IOException {
    String unified = "cgroup2 %s cgroup2 rw 0 0\n".formatted(unified("cpuset cpu io memory pids"));

    assertThat(ControlGroups.find(mounts(unified))).containsInstanceOf(UnifiedGroups.class);
  }

  @Test
  void without_the_controllers_there_are_none() throws IOException {
    String unified = "cgroup2 %s cgroup2 rw 0 0\n".formatted(unified("cpu io"));

    assertThat(ControlGroups.find(mounts(unified))).isEmpty();
    assertThat(ControlGroups.find(mounts("proc /proc proc rw 0 0\n"))).isEmpty();
  }

  @Test
  void version_2_caps_the_whole_and_the_containers() throws IOException {
    Path root = unified("cpu memory pids");
    Path all = group(root.resolve("box"));
    Path engine = group(all.resolve("engine"));
    var groups = new UnifiedGroups(new GroupTree(root));
    var limits = new SandboxLimits(64 << 20, 128 << 20, 50, 0.5);
    int user = (Integer) Files.getAttribute(root, "unix:uid");

    groups.create("box", limits, user);
    groups.settle("box", limits, user);

    assertThat(all.resolve("cpu.max")).hasContent("50000 100000");
    assertThat(all.resolve("memory.max")).hasContent(Long.toString(limits.allBytes()));
    assertThat(all.resolve("pids.max")).hasContent(Integer.toString(limits.allProcesses()));
    for (String each : List.of("docker", "guests")) {
      assertThat(engine.resolve(each).resolve("memory.max")).hasContent("67108864");
      assertThat(engine.resolve(each).resolve("pids.max")).hasContent("50");
    }
    assertThat(engine.resolve("init")).isDirectory();
  }

  @Test
  void version_2_tells_what_was_used_without_a_controller_of_ours() throws IOException {
    Path box = group(unified("").resolve("box"));
    Files.writeString(box.resolve("cpu.stat"), "usage_usec 1234567\nuser_usec 1000000\n");
    var groups = new UnifiedGroups(new GroupTree(Objects.requireNonNull(box.getParent())));

    assertThat(groups.used("box")).isEqualTo(Duration.ofNanos(1_234_567_000));
    assertThat(groups.used("gone")).isZero();
  }

  @Test
  void version_1_tells_what_was_used() throws IOException {
    Files.createDirectories(folder.resolve("cpuacct/box"));
    Files.writeString(folder.resolve("cpuacct/box/cpuacct.usage"), "1234567\n");
    String counted = "cgroup %s/cpuacct cgroup rw,cpuacct 0 0\n".formatted(folder);

    var groups = ControlGroups.find(mounts(LEGACY.replace("cpuacct,cpu", "cpu") + counted));

    assertThat(groups.orElseThrow().used("box")).isEqualTo(Duration.ofNanos(1_234_567));
    assertThat(groups.orElseThrow().used("gone")).isZero();
  }

  private Path mounts(String lines) throws IOException {
    return Files.writeString(folder.resolve("mounts"), lines);
  }

  private Path unified(String controllers) throws IOException {
    Path root = group(folder.resolve("unified"));
    Files.writeString(root.resolve("cgroup.controllers"), controllers + "\n");
    return root;
  }

  /** A folder with the files that the kernel makes. */
  private static Path group(Path path) throws IOException {
    Files.createDirectories(path);
    for (String file : List.of("cgroup.procs", "cgroup.controllers", "cgroup.subtree_control")) {
      Files.writeString(path.resolve(file), "");
    }
    return path;
  }
}
