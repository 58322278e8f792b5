package dev.ropewalk.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What engines in namespaces need of a machine.
 *
 * @param processes where the kernel tells about itself, {@code /proc}
 * @param path the folders in which programs are looked for
 */
record Requirements(Path processes, List<Path> path) {
  private static final Map<String, String> PACKAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("dockerd", "docker.io"),
              Map.entry("docker", "docker.io"),
              Map.entry("containerd", "docker.io"),
              Map.entry("runc", "docker.io"),
              Map.entry("iptables", "iptables"),
              Map.entry("ip", "iproute2"),
              Map.entry("tc", "iproute2"),
              Map.entry("unshare", "util-linux"),
              Map.entry("nsenter", "util-linux"),
              Map.entry("pivot_root", "util-linux"),
              Map.entry("bash", "bash"),
              Map.entry("tar", "tar")));

  static Requirements ofThisMachine() {
    List<Path> folders =
        Arrays.stream(HostCommand.PATH.split(File.pathSeparator)).map(Path::of).toList();
    return new Requirements(Path.of("/proc"), folders);
  }

  /** Each in one sentence with its remedy. */
  List<String> missing() {
    if (!Files.exists(processes.resolve("self/ns/user"))) {
      return List.of("Sandboxes need Linux with user namespaces: use a Linux machine.");
    }
    var sentences = new ArrayList<String>();
    if (!isRoot()) {
      sentences.add("Sandboxes need root: start this with `sudo`.");
    }
    if (ControlGroups.find(processes.resolve("mounts")).isEmpty()) {
      sentences.add(
          "No cgroups with the controllers `cpu`, `memory` and `pids` are mounted: use a machine or"
              + " container that has them.");
    }
    PACKAGES.forEach(
        (program, name) -> {
          if (path.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(program)))) {
            sentences.add(
                "The program `%s` is missing: `apt-get install %s`.".formatted(program, name));
          }
        });
    return List.copyOf(sentences);
  }

  private boolean isRoot() {
    try {
      return Files.getAttribute(processes.resolve("self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }
}
