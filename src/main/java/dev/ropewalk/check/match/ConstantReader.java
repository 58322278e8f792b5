package dev.ropewalk.check.match;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.HashedText;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.value.VersionRange;
import dev.ropewalk.text.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads what an author writes out after a matcher, without variables: a pattern, a version, a hash.
 */
public final class ConstantReader {
  private static final Shape.Keys SALTED =
      Shape.Keys.of(
          Shape.Key.required(
              "sha256", new Shape.Constant(Type.Single.TEXT), "64 hexadecimal digits, lower case"),
          Shape.Key.optional(
              "salt", new Shape.Constant(Type.Single.TEXT), "words before the text, with a colon"));

  /** What stands after {@code hashed:}. */
  public static final Shape HASHED = Shape.Either.of(new Shape.Constant(Type.Single.TEXT), SALTED);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private ConstantReader() {}

  /** Reads a regular expression; empty when it is broken, which is then noted. */
  public static Optional<Pattern> pattern(YamlNode node, NodeReader reading) {
    if (node instanceof YamlNode.Scalar(_, var words, _) && !Variables.used(words).isEmpty()) {
      reading
          .problems()
          .add(
              node.place(),
              "a variable cannot stand in a pattern",
              "use `contains`, `starts_with` or `ends_with` for it");
      return Optional.empty();
    }
    Optional<String> text = reading.text(node, "a pattern");
    try {
      return text.map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      reading
          .problems()
          .add(
              node.place(),
              "this is not a regular expression: " + e.getDescription(),
              "escape special characters with a backslash, and quote the text");
      return Optional.empty();
    }
  }

  /** Reads what stands after {@code version:}; empty when it is broken, which is then noted. */
  static Optional<VersionRange> version(YamlNode node, NodeReader reading) {
    Optional<String> text = reading.constant(node, Type.Single.TEXT).map(Literal::text);
    try {
      return text.map(VersionRange::parse);
    } catch (IllegalArgumentException e) {
      reading
          .problems()
          .add(
              node.place(),
              "`" + text.orElse("") + "` is not " + e.getMessage(),
              "write for instance `\">=20.10\"`");
      return Optional.empty();
    }
  }

  /** Reads what stands after {@code hashed:}; empty when it is broken, which is then noted. */
  public static Optional<HashedText> hashed(YamlNode node, NodeReader reading) {
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
    String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (!HASH.matcher(text).matches()) {
      reading
          .problems()
          .add(
              node.place(),
              "this is not a SHA-256, which has 64 hexadecimal digits",
              "make one with `printf %s TEXT | sha256sum`, or of `SALT:TEXT` with a `salt`");
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
