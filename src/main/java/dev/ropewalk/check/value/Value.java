package dev.ropewalk.check.value;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The value of a fact, or one that is expected of it. */
public sealed interface Value {
  /** A text, a word, an id, a reference to an image. */
  record Text(String text) implements Value {}

  /** A number in the smallest unit of its type: bytes, milliseconds, billionths of a CPU. */
  record Number(long number) implements Value {}

  /** True or false. */
  record Flag(boolean flag) implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Named values: a port, a mount, or labels. */
  record Fields(Map<String, Value> fields) implements Value {
    public Fields {
      fields = Map.copyOf(fields);
    }
  }

  /** There is no such fact. */
  record Nothing() implements Value {}

  /**
   * A fact that can be said in several ways: an image by each of its names or its id.
   *
   * @param ways the plainest first; never empty
   */
  record Ways(List<Value> ways) implements Value {
    public Ways {
      ways = List.copyOf(ways);
      if (ways.isEmpty()) {
        throw new IllegalArgumentException("a fact that cannot be said");
      }
    }

    /** The one that is told. */
    public Value plainest() {
      return ways.getFirst();
    }
  }

  /** The value of a fact that is a text. */
  static Value of(String text) {
    return new Text(text);
  }

  /** The value of a fact that is a number. */
  static Value of(long number) {
    return new Number(number);
  }

  /** The value of a fact that is true or false. */
  static Value of(boolean flag) {
    return new Flag(flag);
  }

  /** The value of a fact that is a list of texts. */
  static Value of(List<String> texts) {
    return new Items(texts.stream().map(Value::of).toList());
  }

  /** The value of a fact that is a table of texts. */
  static Value of(Map<String, String> texts) {
    return new Fields(
        texts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> of(e.getValue()))));
  }
}
