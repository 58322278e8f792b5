package dev.ropewalk.play;

import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a recorder has counted of one line. Safe for use by several threads. */
final class LineTally {
  /** How the engine calls a volume that nobody has named. */
  private static final Pattern ANONYMOUS = Pattern.compile("[0-9a-f]{64}");

  private final Map<Kind, Integer> tries = new EnumMap<>(Kind.class);
  private int requests;

  synchronized void add(Exchange exchange) {
    requests++;
    kinds(exchange).forEach(kind -> tries.merge(kind, 1, Integer::sum));
    if (exchange.path().equals("/containers/create")) {
      // A container's words ask for the volumes that it mounts by name, too.
      tries.merge(Kind.VOLUME, volumes(exchange), Integer::sum);
    }
  }

  /** How often the engine was asked for anything. */
  synchronized int requests() {
    return requests;
  }

  /** How often something of a kind was asked for, whatever came of it. */
  synchronized Map<Kind, Integer> tries() {
    return Map.copyOf(tries);
  }

  /** What a request asks for, as a command's words ask for it. */
  private static List<Kind> kinds(Exchange exchange) {
    if (!exchange.method().equals("POST")) {
      return List.of();
    }
    if (exchange.path().endsWith("/tag")) {
      return List.of(Kind.IMAGE_NAME);
    }
    return switch (exchange.path()) {
      case "/containers/create" -> List.of(Kind.CONTAINER);
      case "/networks/create" -> List.of(Kind.NETWORK);
      case "/volumes/create" -> List.of(Kind.VOLUME);
      case "/build", "/commit", "/images/create" -> List.of(Kind.IMAGE, Kind.IMAGE_NAME);
      default -> List.of();
    };
  }

  private static int volumes(Exchange exchange) {
    return (int)
        exchange
            .outcomes(Outcome.Created.class)
            .filter(created -> created.kind() == ObjectKind.VOLUME)
            .filter(created -> !ANONYMOUS.matcher(created.name()).matches())
            .count();
  }
}
