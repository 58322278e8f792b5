package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of this machine a private engine could disturb, each kind as text. */
public record MachineState(Map<String, String> parts) {
  /** Held by who compares, so that nobody has private engines beside it. */
  public static final String LOCK = "the state of the machine";

  /** The place among the test classes of who waits for it: after all that need not wait. */
  public static final int LAST = Integer.MAX_VALUE;

  private static final ProcessHandle SELF = ProcessHandle.current();
  private static final long POLL_NANOS = 10_000_000;

  public static MachineState now() throws InterruptedException {
    Map<String, String> parts = new TreeMap<>();
    // Not whether a device has a carrier: a bridge has one while it has containers.
    parts.put(
        "links",
        output(
            "ip -o link show | sed -E 's/^[0-9]+: //; s/ state .*//; s/NO-CARRIER,//; s/,LOWER_UP//'"));
    parts.put("addresses", output("ip -o address show | sed -E 's/^[0-9]+: //; s/ valid_lft.*//'"));
    parts.put(
        "routes",
        output(
            "(ip route show table all; ip -6 route show table all) | sed 's/ linkdown//; s/ *$//'"));
    parts.put("filters", output("for d in /sys/class/net/*; do tc qdisc show dev ${d##*/}; done"));
    // Without the counters of packets.
    parts.put(
        "rules", output("for t in iptables ip6tables; do $t-save | sed 's/ \\[.*//; /^#/d'; done"));
    parts.put("forwarding", output("cat /proc/sys/net/ipv4/ip_forward"));
    parts.put("mounts", output("cut -d' ' -f4- /proc/self/mountinfo"));
    // Below their own groups other programs make some and remove them all the time.
    parts.put(
        "cgroups",
        output("find /sys/fs/cgroup -type d | grep -E '^(/[^/]*){3,5}$|ropewalk' | sort"));
    parts.put("containers", output("docker ps --all --quiet --no-trunc | sort"));
    parts.put(
        "networks", output("docker network ls --no-trunc --format '{{.ID}} {{.Name}}' | sort"));
    parts.put("processes", runningProcesses());
    return new MachineState(parts);
  }

  /** The first state of the kind that is wanted, or the last one seen before patience ends. */
  public static MachineState await(Predicate<MachineState> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    var state = now();
    while (!wanted.test(state) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
      state = now();
    }
    return state;
  }

  /** No container of the machine's own engine is there, nor a device of one. */
  public boolean isQuiet() {
    return part("containers").isEmpty() && !part("links").contains("veth");
  }

  /** Where the name of a sandbox's device or group, or its network, is found. */
  List<String> lines(SandboxSlot slot) {
    var names =
        Pattern.compile(
            "\\b(%s|%s|%s)\\b"
                .formatted(slot.link(), slot.group(), Pattern.quote(slot.hostAddress())));
    return parts.values().stream()
        .flatMap(String::lines)
        .filter(line -> names.matcher(line).find())
        .toList();
  }

  String processes() {
    return part("processes");
  }

  private String part(String name) {
    return parts.getOrDefault(name, "");
  }

  // Programs of others come and go: of interest are all that this process has started, and all
  // that run under the user ids of sandboxes.
  private static String runningProcesses() {
    return ProcessHandle.allProcesses()
        .filter(process -> isDescendant(process) || isInside(process))
        // The dead have no command.
        .flatMap(process -> process.info().command().stream().map(it -> process.pid() + " " + it))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static boolean isDescendant(ProcessHandle process) {
    return process.parent().filter(each -> each.equals(SELF) || isDescendant(each)).isPresent();
  }

  private static boolean isInside(ProcessHandle process) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      return (Integer) Files.getAttribute(folder, "unix:uid")
          >= new SandboxSlot(0, folder).firstId();
    } catch (IOException e) {
      return false;
    }
  }

  private static String output(String command) throws InterruptedException {
    try {
      var process = HostCommand.of(List.of("bash", "-c", command)).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
