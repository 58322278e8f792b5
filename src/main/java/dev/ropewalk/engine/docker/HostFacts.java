package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.Container;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what an inspected container gets from its machine. */
final class HostFacts {
  private HostFacts() {}

  static Container.HostConfig read(Fields host) {
    return new Container.HostConfig(
        host.flag("AutoRemove"),
        restartPolicy(host.child("RestartPolicy")),
        host.number("Memory"),
        host.number("MemorySwap"),
        host.number("NanoCpus"),
        Math.max(0, host.number("PidsLimit")),
        capabilities(host.texts("CapAdd")),
        capabilities(host.texts("CapDrop")),
        host.flag("Privileged"),
        host.flag("ReadonlyRootfs"),
        host.text("PidMode"),
        host.text("NetworkMode"),
        host.text("IpcMode"),
        host.text("UTSMode"),
        host.text("UsernsMode"),
        host.texts("SecurityOpt"),
        host.map("Tmpfs"),
        ulimits(host),
        devices(host),
        host.text("Runtime"),
        host.child("LogConfig").text("Type"),
        host.child("LogConfig").map("Config"),
        host.texts("MaskedPaths"),
        host.texts("ReadonlyPaths"),
        PortFacts.inMap(host, "PortBindings"));
  }

  private static String restartPolicy(Fields policy) {
    String name = policy.text("Name").isEmpty() ? "no" : policy.text("Name");
    long most = policy.number("MaximumRetryCount");
    return most == 0 ? name : name + ":" + most;
  }

  /** Clients spell {@code NET_RAW} and {@code CAP_NET_RAW}; we use the short form. */
  private static List<String> capabilities(List<String> names) {
    return names.stream()
        .map(name -> name.startsWith("CAP_") ? name.substring("CAP_".length()) : name)
        .toList();
  }

  private static Map<String, String> ulimits(Fields host) {
    Map<String, String> ulimits = new HashMap<>();
    for (Fields ulimit : host.children("Ulimits")) {
      ulimits.put(ulimit.text("Name"), ulimit.number("Soft") + ":" + ulimit.number("Hard"));
    }
    return ulimits;
  }

  private static List<String> devices(Fields host) {
    return host.children("Devices").stream()
        .map(
            device ->
                String.join(
                    ":",
                    device.text("PathOnHost"),
                    device.text("PathInContainer"),
                    device.text("CgroupPermissions")))
        .toList();
  }
}
