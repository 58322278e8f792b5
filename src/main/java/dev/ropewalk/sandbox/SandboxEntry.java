package dev.ropewalk.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines that begin in cgroups, and in namespaces, of a sandbox. */
final class SandboxEntry {
  // The words of `sh` here: the files to be written into, `--`, the command.
  private static final String JOIN =
      "umask 022; while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 125; shift; done; shift; exec \"$@\"";
  // The same after the file that becomes open file 4.
  private static final String JOIN_WITH_FILE = "exec 4<\"$1\" || exit 125; shift; " + JOIN;

  private SandboxEntry() {}

  /** The first process, in a user namespace that is there and in others that are new. */
  static List<String> first(List<Path> groups, Path archive, long holder, List<String> script) {
    var words = new ArrayList<>(List.of("sh", "-c", JOIN_WITH_FILE, "sh", archive.toString()));
    groups.forEach(group -> words.add(group.toString()));
    words.addAll(List.of("--", "nsenter", "--target", Long.toString(holder), "--user"));
    words.addAll(List.of("--setuid", "0", "--setgid", "0", "--", "unshare", "--mount", "--net"));
    words.addAll(List.of("--pid", "--ipc", "--uts", "--cgroup", "--propagation", "private"));
    words.addAll(List.of("--fork", "--kill-child=KILL", "--"));
    words.addAll(script);
    return List.copyOf(words);
  }

  /** A further process, in all namespaces of the first one. */
  static List<String> further(
      List<Path> groups,
      long first,
      Path directory,
      Map<String, String> variables,
      List<String> command) {
    var words = new ArrayList<>(List.of("sh", "-c", JOIN, "sh"));
    groups.forEach(group -> words.add(group.toString()));
    words.addAll(List.of("--", "nsenter", "--target", Long.toString(first), "--user", "--mount"));
    words.addAll(List.of("--net", "--pid", "--ipc", "--uts", "--cgroup", "--root"));
    words.addAll(List.of("--setuid", "0", "--setgid", "0", "--"));
    words.addAll(List.of("env", "--ignore-environment", "--chdir=" + directory));
    words.addAll(List.of("PATH=" + HostCommand.PATH, "HOME=" + Sandbox.HOME, "TERM=xterm"));
    words.add("LANG=C.UTF-8");
    variables.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(command);
    return List.copyOf(words);
  }
}
