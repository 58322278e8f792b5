package dev.ropewalk.command;

import java.util.Map;

/**
 * Names of flags that docker still takes and no longer shows. They are not in the help; the source
 * is {@code cli/command/container/opts.go}, {@code stop.go} and {@code restart.go} of docker/cli.
 */
final class FormerNames {
  private static final Map<String, String> TODAY =
      Map.of(
          "net", "network",
          "net-alias", "network-alias",
          "dns-opt", "dns-option",
          "time", "timeout");

  private FormerNames() {}

  static String today(String name) {
    return TODAY.getOrDefault(name, name);
  }
}
