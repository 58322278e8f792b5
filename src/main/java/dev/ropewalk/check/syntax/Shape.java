package dev.ropewalk.check.syntax;

import dev.ropewalk.check.value.Type;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be written at one place of a check file. The reader takes its tables of keys and words
 * from here, and completion, schema and reference are made from it, so none of them can lag behind.
 */
public sealed interface Shape {
  /** One value of a type; variables may stand in it. */
  record Of(Type type) implements Shape {}

  /** One value of a type, written out: no variables. */
  record Constant(Type type) implements Shape {}

  /** The name of a value that an earlier check has captured. */
  record Captured() implements Shape {}

  /** This one word. */
  record Exactly(String word, String doc) implements Shape {}

  /** A value to be equal to, or matchers that fit the type. */
  record Matched(Type type) implements Shape {}

  /** A mapping with these keys and no others. */
  record Keys(List<Key> keys, Take take) implements Shape {
    public Keys {
      keys = List.copyOf(keys);
    }

    /** Keys of which any may stand there, at least one. */
    public static Keys of(Key... keys) {
      return new Keys(List.of(keys), Take.SOME);
    }

    /** Keys of which exactly one stands there. */
    public static Keys one(Key... keys) {
      return new Keys(List.of(keys), Take.ONE);
    }

    /** These keys and further ones. */
    public Keys and(Key... further) {
      return and(List.of(further));
    }

    /** These keys and further ones. */
    public Keys and(List<Key> further) {
      return new Keys(Stream.concat(keys.stream(), further.stream()).toList(), take);
    }

    /** Their names, in order. */
    public List<String> names() {
      return keys.stream().map(Key::name).toList();
    }
  }

  /** How many of its keys a mapping has. */
  enum Take {
    /** At least one. */
    SOME,
    /** Exactly one. */
    ONE,
    /** Any number, none too: they stand among keys of others. */
    ANY
  }

  /**
   * One key of a mapping.
   *
   * @param doc what it says, in half a sentence
   */
  record Key(String name, Shape shape, String doc, Need need) {
    /** A key that may be left out. */
    public static Key optional(String name, Shape shape, String doc) {
      return new Key(name, shape, doc, Need.OPTIONAL);
    }

    /** A key that must be there. */
    public static Key required(String name, Shape shape, String doc) {
      return new Key(name, shape, doc, Need.REQUIRED);
    }
  }

  /** Whether a key may be left out. */
  enum Need {
    REQUIRED,
    OPTIONAL
  }

  /** A mapping whose keys the author chooses. */
  record Named(Shape value) implements Shape {}

  /**
   * A list.
   *
   * @param least how many items it has at least
   */
  record Many(Shape item, int least) implements Shape {}

  /** One of several forms. */
  record Either(List<Shape> forms) implements Shape {
    public Either {
      forms = List.copyOf(forms);
    }

    /** One of these forms. */
    public static Either of(Shape... forms) {
      return new Either(List.of(forms));
    }
  }

  /** A check: a sentence in words, one noun, and the keys that every check may have. */
  record WholeCheck() implements Shape {}

  /** A sentence with one noun and nothing around it. */
  record Sentence() implements Shape {}
}
