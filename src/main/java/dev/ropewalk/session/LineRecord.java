package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a recorder has seen a line create, or try to.
 *
 * @param certain what was not there and was created by the line: ids of containers, networks and
 *     images, names of volumes, and {@link #name} for a name that an image was given
 * @param tries how often something of a kind was asked for, whatever came of it
 */
record LineRecord(Set<String> certain, Map<Kind, Integer> tries) {
  /** Nothing. */
  static final LineRecord NONE = new LineRecord(Set.of(), Map.of());

  LineRecord {
    certain = Set.copyOf(certain);
    tries = Map.copyOf(tries);
  }

  /** What was seen of these requests. */
  static LineRecord of(List<Exchange> requests) {
    LineRecord record = NONE;
    for (Exchange request : requests) {
      record = record.and(request);
    }
    return record;
  }

  /** A name of an image, as something that can be created. */
  static String name(String image, String id) {
    return id + " " + ImageRef.parse(image).familiar();
  }

  /** With one more request of the line. */
  LineRecord and(Exchange exchange) {
    Set<String> more = new HashSet<>(certain);
    for (Outcome outcome : exchange.outcomes()) {
      switch (outcome) {
        case Outcome.Created(var kind, var id, _, var before) -> {
          if (kind != ObjectKind.VOLUME || before == Outcome.Before.ABSENT) {
            more.add(id);
          }
        }
        case Outcome.Built(var id, _) -> more.add(id);
        case Outcome.Tagged(var id, var name, var previous) -> {
          if (previous.isEmpty()) {
            more.add(name(name.familiar(), id));
          }
        }
        default -> {
          // Nothing comes into being by it.
        }
      }
    }
    more.remove("");
    Map<Kind, Integer> counted = new EnumMap<>(Kind.class);
    counted.putAll(tries);
    kinds(exchange).forEach(kind -> counted.merge(kind, 1, Integer::sum));
    return new LineRecord(more, counted);
  }

  /** What a request asks for, as a command's words ask for it. */
  private static List<Kind> kinds(Exchange exchange) {
    if (!exchange.method().equals("POST")) {
      return List.of();
    }
    String path = exchange.path();
    if (path.endsWith("/tag")) {
      return List.of(Kind.IMAGE_NAME);
    }
    return switch (path) {
      case "/containers/create" -> List.of(Kind.CONTAINER);
      case "/networks/create" -> List.of(Kind.NETWORK);
      case "/volumes/create" -> List.of(Kind.VOLUME);
      case "/build", "/commit", "/images/create" -> List.of(Kind.IMAGE, Kind.IMAGE_NAME);
      default -> List.of();
    };
  }

  /**
   * What a line created, where its words ask for this: if all that they ask for is on record, the
   * record tells everything. If not, some of it went round the recorder, and words count as well.
   */
  Creations of(Creations words) {
    return new Creations(isWhole(words) ? List.of() : words.requests(), certain);
  }

  private boolean isWhole(Creations words) {
    boolean containers = covers(words, Kind.CONTAINER);
    boolean volumes = covers(words, Kind.VOLUME) || containers && tries.containsKey(Kind.CONTAINER);
    return containers
        && volumes
        && covers(words, Kind.NETWORK)
        && covers(words, Kind.IMAGE)
        && covers(words, Kind.IMAGE_NAME);
  }

  private boolean covers(Creations words, Kind kind) {
    long asked = words.requests().stream().filter(request -> request.kind() == kind).count();
    return tries.getOrDefault(kind, 0) >= asked;
  }
}
