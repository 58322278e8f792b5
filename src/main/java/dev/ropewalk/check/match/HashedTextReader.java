package dev.ropewalk.check.match;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.HashedText;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a text of which a check file gives only the hash. */
public final class HashedTextReader {
  private static final Shape.Keys SALTED =
      Shape.Keys.of(
          Shape.Key.required(
              "sha256", new Shape.Constant(Type.Single.TEXT), "64 hexadecimal digits, lower case"),
          Shape.Key.optional(
              "salt", new Shape.Constant(Type.Single.TEXT), "words before the text, with a colon"));

  /** What stands after {@code hashed:}. */
  public static final Shape SHAPE = Shape.Either.of(new Shape.Constant(Type.Single.TEXT), SALTED);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private HashedTextReader() {}

  /** Reads what stands after {@code hashed:}; empty when it is broken, which is then noted. */
  public static Optional<HashedText> read(YamlNode node, NodeReader reading) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return hash(node, reading).map(hash -> new HashedText(hash, ""));
    }
    reading.allow(mapping, "`hashed`", SALTED.names());
    Optional<String> salt = mapping.entry("salt").flatMap(e -> reading.text(e.value(), "`salt`"));
    Optional<YamlNode.Entry> hash = mapping.entry("sha256");
    if (hash.isEmpty()) {
      reading
          .problems()
          .add(mapping.place(), "`hashed` needs `sha256`", "add `sha256:` and 64 digits");
    }
    return hash.flatMap(e -> hash(e.value(), reading))
        .map(digits -> new HashedText(digits, salt.orElse("")));
  }

  private static Optional<String> hash(YamlNode node, NodeReader reading) {
    Optional<String> text = reading.text(node, "a hash");
    if (text.isPresent() && !HASH.matcher(text.get()).matches()) {
      reading
          .problems()
          .add(
              node.place(),
              "this is not a SHA-256, which has 64 hexadecimal digits",
              "make one with `printf %s TEXT | sha256sum`, or of `SALT:TEXT` with a `salt`");
      return Optional.empty();
    }
    return text;
  }
}
