package dev.ropewalk.check.inside;

import dev.ropewalk.engine.Capabilities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A process as {@code /proc/PID/status} tells of it.
 *
 * @param capabilities the effective ones, without {@code CAP_}
 * @param seccomp {@code off}, {@code strict} or {@code filter}
 * @param user the number of its effective user, as the reader of the file sees it
 */
record ProcessStatus(
    List<String> capabilities, String seccomp, boolean noNewPrivileges, long user) {
  ProcessStatus {
    capabilities = List.copyOf(capabilities);
  }

  /** Reads the file; empty when it is not one. */
  static Optional<ProcessStatus> parse(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    text.lines()
        .filter(line -> line.contains(":"))
        .forEach(
            line ->
                lines.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip()));
    String mask = lines.getOrDefault("CapEff", "");
    String[] users = lines.getOrDefault("Uid", "").split("\\s+");
    if (!mask.matches("[0-9a-f]{1,16}") || users.length < 2 || !users[1].matches("\\d{1,10}")) {
      return Optional.empty();
    }
    long bits = Long.parseUnsignedLong(mask, 16);
    return Optional.of(
        new ProcessStatus(
            IntStream.range(0, Capabilities.NAMES.size())
                .filter(i -> (bits >>> i & 1) == 1)
                .mapToObj(Capabilities.NAMES::get)
                .toList(),
            switch (lines.getOrDefault("Seccomp", "0")) {
              case "1" -> "strict";
              case "2" -> "filter";
              default -> "off";
            },
            lines.getOrDefault("NoNewPrivs", "0").equals("1"),
            Long.parseLong(users[1])));
  }
}
