package dev.ropewalk.check.value;

import dev.ropewalk.engine.ImageRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What kind of value a fact has: how it is written in a check file, when two are the same, how it
 * is shown.
 */
public sealed interface Type {
  /** The types of single values. */
  enum Single implements Type {
    TEXT("a text"),
    NUMBER("a whole number"),
    SIZE("a size such as `64m`"),
    CPUS("a number of CPUs such as `0.5`"),
    DURATION("a duration such as `5s`"),
    FLAG("`true` or `false`"),
    /** An id, or the beginning of one. */
    ID("an id or the beginning of one"),
    /** A reference to an image: {@code redis} and {@code redis:latest} are the same. */
    IMAGE("an image such as `redis` or `redis:7`"),
    /** A capability: {@code CHOWN}, {@code chown} and {@code CAP_CHOWN} are the same. */
    CAPABILITY("a capability such as `CHOWN`"),
    /** A port of the engine's host. */
    HOST_PORT("a port from 1 to 65535"),
    /** A port inside a container: {@code 80} and {@code 80/tcp} are the same. */
    PORT("a port such as `80` or `53/udp`"),
    /** An address of a machine, IPv4 or IPv6. */
    ADDRESS("an address such as `127.0.0.1`");

    private final String article;

    Single(String article) {
      this.article = article;
    }

    /**
     * A regular expression for the whole of every text that can be read as this type, and of few
     * others.
     */
    public String pattern() {
      return switch (this) {
        case TEXT -> "[\\s\\S]*";
        case NUMBER -> "\\s*[+-]?\\d+\\s*";
        case SIZE -> Quantity.SIZE.pattern();
        case CPUS -> Quantity.CPUS.pattern();
        case DURATION -> Quantity.DURATION.pattern();
        case FLAG -> "true|false";
        case ID, IMAGE, CAPABILITY -> "\\S+";
        case HOST_PORT -> "\\d{1,5}";
        case PORT -> "\\d{1,5}(/(tcp|udp|sctp))?";
        case ADDRESS -> "\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*";
      };
    }
  }

  /** One of a closed set of words. */
  record Word(List<String> allowed) implements Type {
    public Word {
      allowed = List.copyOf(allowed);
    }

    /** One of these words. */
    public static Word of(String... allowed) {
      return new Word(List.of(allowed));
    }
  }

  /** A list of values of one type. */
  record ListOf(Type item) implements Type {}

  /**
   * Named values, each of its own type.
   *
   * @param shorthand reads the short way of writing one, for instance {@code 8080:80}, into its
   *     fields
   * @param example the short way of one
   */
  record RecordOf(
      Map<String, Type> fields, Function<String, Map<String, String>> shorthand, String example)
      implements Type {
    public RecordOf {
      fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** Texts under names that the author chooses: labels, environment variables. */
  record TableOf() implements Type {}

  /** Whether its values are texts of which a part can be compared. */
  default boolean textual() {
    return switch (this) {
      case Single single ->
          switch (single) {
            case TEXT, ID, IMAGE, CAPABILITY, PORT, ADDRESS -> true;
            case NUMBER, SIZE, CPUS, DURATION, FLAG, HOST_PORT -> false;
          };
      case Word _ -> true;
      case ListOf _, RecordOf _, TableOf _ -> false;
    };
  }

  /** Whether its values can be more or less. */
  default boolean quantity() {
    return this instanceof Single single && !textual() && single != Single.FLAG;
  }

  /** How one value of it is written in a line: a record by its short form. */
  default String written() {
    return this instanceof RecordOf record
        ? "it the short way, such as `" + record.example() + "`"
        : article();
  }

  /** How a person would call it. */
  default String article() {
    return switch (this) {
      case Single single -> single.article;
      case Word word ->
          word.allowed().stream()
              .collect(
                  Collectors.joining("`, `", word.allowed().size() == 1 ? "`" : "one of `", "`"));
      case ListOf(Type item) -> "a list, each " + item.article();
      case RecordOf record -> "a mapping with " + String.join(", ", record.fields().keySet());
      case TableOf() -> "a mapping of names to texts";
    };
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException whose message says what was expected, for instance {@code a
   *     whole number}
   */
  default Value parse(String text) {
    return switch (this) {
      case Single single -> parseSingle(single, text);
      case Word word -> {
        if (!word.allowed().contains(text)) {
          throw new IllegalArgumentException(article());
        }
        yield Value.of(text);
      }
      case RecordOf record -> {
        Map<String, Value> fields = new LinkedHashMap<>();
        record
            .shorthand()
            .apply(text)
            .forEach(
                (name, part) ->
                    fields.put(name, record.fields().getOrDefault(name, Single.TEXT).parse(part)));
        yield new Value.Fields(fields);
      }
      case ListOf _, TableOf _ -> throw new IllegalArgumentException(article());
    };
  }

  private static Value parseSingle(Single type, String text) {
    return switch (type) {
      case TEXT -> Value.of(text);
      case ID -> Value.of(filled(type, text));
      case IMAGE -> Value.of(ImageRef.parse(filled(type, text)).familiar());
      case CAPABILITY -> Value.of(capability(filled(type, text)));
      case HOST_PORT -> Value.of(port(type, text));
      case PORT -> {
        String[] parts = text.split("/", 2);
        String protocol = parts.length == 1 ? "tcp" : parts[1];
        if (!List.of("tcp", "udp", "sctp").contains(protocol)) {
          throw new IllegalArgumentException(type.article);
        }
        yield Value.of(port(type, parts[0]) + "/" + protocol);
      }
      case ADDRESS -> {
        if (!text.matches(Single.ADDRESS.pattern())) {
          throw new IllegalArgumentException(type.article);
        }
        yield Value.of(text);
      }
      case NUMBER -> {
        try {
          yield Value.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException(type.article, e);
        }
      }
      case SIZE -> Value.of(Quantity.bytes(text));
      case CPUS -> Value.of(Quantity.nanoCpus(text));
      case DURATION -> Value.of(Quantity.duration(text).toMillis());
      case FLAG ->
          switch (text) {
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            default -> throw new IllegalArgumentException(type.article);
          };
    };
  }

  private static String capability(String text) {
    String capital = text.toUpperCase(Locale.ROOT);
    return capital.startsWith("CAP_") ? capital.substring("CAP_".length()) : capital;
  }

  private static long port(Single type, String text) {
    long number = text.matches("\\d{1,5}") ? Long.parseLong(text) : 0;
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException(type.article);
    }
    return number;
  }

  /** An id or an image: never empty, and one word. */
  private static String filled(Single type, String text) {
    if (!text.matches("\\S+")) {
      throw new IllegalArgumentException(type.article);
    }
    return text;
  }

  /** Whether a fact is what was expected. */
  default boolean same(Value expected, Value actual) {
    if (this == Single.ID
        && expected instanceof Value.Text(var e)
        && actual instanceof Value.Text(var a)) {
      return !e.isEmpty() && bare(a).startsWith(bare(e));
    }
    if (this == Single.IMAGE
        && expected instanceof Value.Text(var e)
        && actual instanceof Value.Text(var a)
        && a.startsWith("sha256:")) {
      return bare(e).matches("[0-9a-f]{12,64}") && bare(a).startsWith(bare(e));
    }
    if (this instanceof RecordOf record
        && expected instanceof Value.Fields(var want)
        && actual instanceof Value.Fields(var have)) {
      return want.entrySet().stream()
          .allMatch(
              field ->
                  record
                      .fields()
                      .getOrDefault(field.getKey(), Single.TEXT)
                      .same(
                          field.getValue(),
                          have.getOrDefault(field.getKey(), new Value.Nothing())));
    }
    return expected.equals(actual);
  }

  private static String bare(String id) {
    return id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
  }

  /** How a person reads it. */
  default String show(Value value) {
    return switch (value) {
      case Value.Text(var text) ->
          this == Single.ID ? shortId(text) : text.isEmpty() ? "nothing" : text;
      case Value.Flag(var flag) -> flag ? "true" : "false";
      case Value.Number(var number) ->
          this == Single.SIZE
              ? Quantity.showBytes(number)
              : this == Single.CPUS
                  ? Quantity.showCpus(number)
                  : this == Single.DURATION
                      ? Quantity.show(Duration.ofMillis(number))
                      : Long.toString(number);
      case Value.Items(var items) -> {
        Type item = this instanceof ListOf(Type type) ? type : Single.TEXT;
        yield items.isEmpty()
            ? "none"
            : items.stream().map(item::show).collect(Collectors.joining(", "));
      }
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> e.getKey() + " " + field(e.getKey()).show(e.getValue()))
              .collect(Collectors.joining(", "));
      case Value.Nothing() -> "nothing";
      case Value.Ways ways -> show(ways.plainest());
    };
  }

  private Type field(String name) {
    return this instanceof RecordOf record
        ? record.fields().getOrDefault(name, Single.TEXT)
        : Single.TEXT;
  }

  /** The first twelve digits of an id, as docker shows it. */
  static String shortId(String id) {
    String digits = bare(id);
    return digits.length() > 12 ? digits.substring(0, 12) : digits;
  }
}
