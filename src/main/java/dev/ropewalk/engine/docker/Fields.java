package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.model.DockerObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fields of a JSON object that an engine sent. What is absent, null or of another kind than
 * asked for reads as empty, zero or false: engines of every age leave something out.
 */
record Fields(Map<?, ?> values) {
  private static final Fields NONE = new Fields(Map.of());

  static Fields of(DockerObject model) {
    return new Fields(model.getRawValues());
  }

  String text(String key) {
    return values.get(key) instanceof String text ? text : "";
  }

  long number(String key) {
    return values.get(key) instanceof Number number ? number.longValue() : 0;
  }

  int integer(String key) {
    return Math.clamp(number(key), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** A moment; absent also for the year 1, with which the engine says "never". */
  Optional<Instant> moment(String key) {
    try {
      Instant instant = OffsetDateTime.parse(text(key)).toInstant();
      return instant.getEpochSecond() > 0 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A list of texts; a single text is a list of one. */
  List<String> texts(String key) {
    return switch (values.get(key)) {
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case String text -> List.of(text);
      case null, default -> List.of();
    };
  }

  /** The names in an object. */
  List<String> keys(String key) {
    return child(key).values.keySet().stream().map(String::valueOf).toList();
  }

  Fields child(String key) {
    return values.get(key) instanceof Map<?, ?> map ? new Fields(map) : NONE;
  }

  /** The objects in a list. */
  List<Fields> children(String key) {
    return values.get(key) instanceof Collection<?> list
        ? list.stream()
            .map(one -> one instanceof Map<?, ?> map ? new Fields(map) : null)
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }

  /** An object whose values are texts, in the engine's order. */
  Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    child(key)
        .values
        .forEach((name, value) -> map.put(String.valueOf(name), value == null ? "" : value + ""));
    return map;
  }

  /** A list of {@code NAME=VALUE}; a later one of the same name wins. */
  Map<String, String> assignments(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String assignment : texts(key)) {
      int equals = assignment.indexOf('=');
      map.put(
          equals < 0 ? assignment : assignment.substring(0, equals),
          equals < 0 ? "" : assignment.substring(equals + 1));
    }
    return map;
  }
}
