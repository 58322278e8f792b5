package dev.ropewalk.dockerfile;

import java.util.Locale;
import java.util.Set;

/** A port or a range of ports of {@code EXPOSE}: {@code 80}, {@code 53/udp}, {@code 7000-7010}. */
final class PortRange {
  private static final Set<String> PROTOCOLS = Set.of("", "tcp", "udp", "sctp");
  private static final int LAST = 65_535;

  private PortRange() {}

  /** Docker lets a port of the host and an address stand before it, and does nothing with them. */
  static void check(String text, int line) throws Unreadable {
    String[] parts = text.split(":", -1);
    String port = parts[parts.length - 1];
    String host = parts.length > 1 ? parts[parts.length - 2] : "";
    String protocol = port.contains("/") ? port.substring(port.indexOf('/') + 1) : "";
    String range = port.replaceFirst("(?s)/.*", "");
    boolean addressed =
        parts.length < 3
            || text.startsWith("::") && parts.length == 3
            || text.matches(
                "(?:\\d{1,3}\\.){3}\\d{1,3}:[^:]*:[^:]*|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*]?:[^:]*:[^:]*");
    boolean good =
        PROTOCOLS.contains(protocol.toLowerCase(Locale.ROOT))
            && range(range)
            && addressed
            && (host.isEmpty()
                || range(host) && (length(range) == 1 || length(range) == length(host)));
    if (!good) {
      throw new Unreadable(line, "`EXPOSE` takes a port such as `80`, not `%s`.".formatted(text));
    }
  }

  private static boolean range(String text) {
    return text.matches("\\+?\\d{1,9}(?:-\\+?\\d{1,9})?") && length(text) >= 1 && end(text) <= LAST;
  }

  private static int length(String text) {
    return end(text) - Integer.parseInt(text.replaceFirst("-.*", "")) + 1;
  }

  private static int end(String text) {
    return Integer.parseInt(text.substring(text.indexOf('-') + 1));
  }
}
