package dev.ropewalk.text;

import java.util.List;
import java.util.Optional;

/**
 * YAML with places. Keys are unique, there are no aliases and no tags: {@link Yaml} refuses them,
 * or puts in their place what they stand for.
 */
public sealed interface YamlNode {
  Place place();

  /** What an author would call it. */
  default String kind() {
    return switch (this) {
      case Mapping _ -> "a mapping";
      case Sequence _ -> "a list";
      case Scalar scalar -> scalar.empty() ? "nothing" : "a value";
    };
  }

  /** Keys and values in the order of the source. */
  record Mapping(Place place, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, YamlNode value) {}

  /** A list. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A single value, as written.
   *
   * @param plain whether it was written without quotes, so that {@code 5} is a number and not a
   *     text
   */
  record Scalar(Place place, String text, boolean plain) implements YamlNode {
    /** Whether nothing was written. */
    public boolean empty() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }
}
