package dev.ropewalk.check.container;

import java.util.Map;

/** How a container got an attribute: the flag of {@code docker run}, and how to speak of it. */
sealed interface RunFlag {
  /** As it is typed, {@code --memory}. */
  String flag();

  /**
   * One without a value.
   *
   * @param with what the container does when it was given
   * @param without what it does when it was not
   */
  record Switch(String flag, String with, String without) implements RunFlag {}

  /**
   * One with a value.
   *
   * @param some what the container has, with a place for the value
   * @param none what it has when there is no value
   * @param updated whether {@code docker update} changes it in a container that is there
   */
  record Setting(String flag, String some, String none, boolean updated) implements RunFlag {
    private static Setting fixed(String flag, String some, String none) {
      return new Setting(flag, some, none, false);
    }

    private static Setting updated(String flag, String some, String none) {
      return new Setting(flag, some, none, true);
    }
  }

  /**
   * One for each of some named values.
   *
   * @param noun what each of them is
   * @param join what stands between a name and its value
   */
  record Named(String flag, String noun, String join) implements RunFlag {}

  /** By attribute. */
  Map<String, RunFlag> ALL =
      Map.ofEntries(
          Map.entry("tty", new Switch("-t", "it has a terminal", "it has not got a terminal")),
          Map.entry(
              "stdin",
              new Switch(
                  "-i", "it has an open standard input", "it has not got an open standard input")),
          Map.entry(
              "auto_remove",
              new Switch("--rm", "it removes itself when it ends", "it stays when it ends")),
          Map.entry(
              "privileged",
              new Switch(
                  "--privileged", "it may do all that root may", "it may not do everything")),
          Map.entry(
              "read_only",
              new Switch(
                  "--read-only",
                  "its root file system cannot be written to",
                  "its root file system can be written to")),
          Map.entry(
              "networks", Setting.fixed("--network", "is on the network %s", "is on no network")),
          Map.entry(
              "aliases",
              Setting.fixed(
                  "--network-alias",
                  "has the further names %s",
                  "has no further name on its networks")),
          Map.entry(
              "entrypoint",
              Setting.fixed("--entrypoint", "has the entrypoint %s", "has no entrypoint")),
          Map.entry(
              "user",
              Setting.fixed(
                  "--user", "runs as %s", "runs as the user that its image names, or root")),
          Map.entry(
              "workdir",
              Setting.fixed(
                  "--workdir",
                  "has the working directory %s",
                  "has no working directory of its own")),
          Map.entry(
              "hostname", Setting.fixed("--hostname", "has the host name %s", "has no host name")),
          Map.entry(
              "restart_policy",
              Setting.updated("--restart", "has the restart policy %s", "has no restart policy")),
          Map.entry(
              "memory",
              Setting.updated("--memory", "has the memory limit %s", "has no memory limit")),
          Map.entry(
              "memory_swap",
              Setting.updated(
                  "--memory-swap",
                  "has the limit %s of memory and swap together",
                  "has no limit of memory and swap together")),
          Map.entry("cpus", Setting.updated("--cpus", "may use %s CPUs", "has no CPU limit")),
          Map.entry(
              "pids_limit",
              Setting.updated(
                  "--pids-limit", "may have %s processes", "has no limit of processes")),
          Map.entry(
              "cap_add",
              Setting.fixed(
                  "--cap-add",
                  "was given the capabilities %s",
                  "has no capability but the usual ones")),
          Map.entry(
              "cap_drop",
              Setting.fixed(
                  "--cap-drop", "has dropped the capabilities %s", "has dropped no capability")),
          Map.entry(
              "pid_mode",
              Setting.fixed("--pid", "has the process ids of %s", "has process ids of its own")),
          Map.entry(
              "network_mode", Setting.fixed("--network", "has the network %s", "has no network")),
          Map.entry(
              "ipc_mode",
              Setting.fixed("--ipc", "has the shared memory %s", "has the usual shared memory")),
          Map.entry(
              "userns_mode",
              Setting.fixed(
                  "--userns", "has the user namespace %s", "has the engine's user namespace")),
          Map.entry(
              "security_opt",
              Setting.fixed(
                  "--security-opt", "has the security options %s", "has no security option")),
          Map.entry(
              "devices",
              Setting.fixed("--device", "has the devices %s", "has no device of the host")),
          Map.entry(
              "log_driver",
              Setting.fixed("--log-driver", "has the log driver %s", "has no log driver")),
          Map.entry("runtime", Setting.fixed("--runtime", "is run by %s", "is run by no runtime")),
          Map.entry("env", new Named("-e", "variable", "=")),
          Map.entry("labels", new Named("--label", "label", "=")),
          Map.entry("tmpfs", new Named("--tmpfs", "tmpfs", ":")),
          Map.entry("log_options", new Named("--log-opt", "log option", "=")),
          Map.entry("ulimits", new Named("--ulimit", "ulimit", "=")));
}
