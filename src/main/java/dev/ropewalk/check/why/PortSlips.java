package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.command.DockerCommand;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the values of {@code -p} what docker refuses. */
final class PortSlips {
  private static final Pattern OTHER_SIGN = Pattern.compile("(\\d+)[/.,;=-](\\d+)");
  private static final Pattern THREE = Pattern.compile("([^:]+):([^:]+):([^:]+)");
  private static final String NUMBER = "\\d{1,5}(/(tcp|udp|sctp))?";
  private static final String ADDRESS = "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}";

  private PortSlips() {}

  static Optional<Diagnosis> of(DockerCommand command) {
    List<String> values = command.flags().getOrDefault("publish", List.of());
    String next = command.args().isEmpty() ? "" : command.args().getFirst();
    return values.stream().flatMap(value -> of(value, next).stream()).findFirst();
  }

  private static Optional<Diagnosis> of(String value, String next) {
    if (value.endsWith(":") && next.matches(NUMBER)) {
      return told("There is a blank in `-p %s %s`.".formatted(value, next), value + next);
    }
    if (value.matches("\\d+") && next.matches(":" + NUMBER)) {
      return told("There is a blank in `-p %s %s`.".formatted(value, next), value + next);
    }
    if (value.endsWith(":")) {
      return told(
          "In `-p %s` the port inside is missing after the colon.".formatted(value),
          value + "PORT");
    }
    Matcher sign = OTHER_SIGN.matcher(value);
    if (sign.matches()) {
      return told(
          "`-p %s` has no colon between the two ports.".formatted(value),
          sign.group(1) + ":" + sign.group(2));
    }
    Matcher three = THREE.matcher(value);
    return three.matches()
        ? address(value, three.group(1), three.group(2), three.group(3))
        : Optional.empty();
  }

  private static Optional<Diagnosis> address(String value, String a, String b, String c) {
    if (a.matches(ADDRESS)) {
      return Optional.empty();
    }
    if (isAddress(b)) {
      return told("In `-p %s` the address stands first.".formatted(value), join(b, a, c));
    }
    if (isAddress(c)) {
      return told("In `-p %s` the address stands first.".formatted(value), join(c, a, b));
    }
    return a.equals("localhost") || a.matches("[\\d.]+")
        ? told(
            "`%s` in `-p %s` is no address: docker wants four numbers with dots between them."
                .formatted(a, value),
            join(a.startsWith("127") || a.equals("localhost") ? "127.0.0.1" : "ADDRESS", b, c))
        : Optional.empty();
  }

  private static boolean isAddress(String word) {
    return word.matches(ADDRESS) || word.equals("localhost");
  }

  private static String join(String address, String host, String inside) {
    return "%s:%s:%s".formatted(address.equals("localhost") ? "127.0.0.1" : address, host, inside);
  }

  private static Optional<Diagnosis> told(String says, String meant) {
    return Optional.of(
        new Diagnosis(
            Progress.COMMAND_FAILED, says, "It is `-p HOST:CONTAINER`: `-p %s`.".formatted(meant)));
  }
}
