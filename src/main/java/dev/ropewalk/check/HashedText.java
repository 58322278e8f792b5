package dev.ropewalk.check;

import dev.ropewalk.text.YamlNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text of which a check file gives only the SHA-256: {@code hashed: HEX}, or {@code hashed:
 * {sha256: HEX, salt: WORDS}}, where the hash is of {@code WORDS:TEXT}. The salt is written out, so
 * that a check can be moved. Blanks around the text do not count.
 *
 * @param sha256 64 hexadecimal digits, lower case
 * @param salt empty for none
 */
record HashedText(String sha256, String salt) {
  private static final Shape.Keys SALTED =
      Shape.Keys.of(
          Shape.Key.required(
              "sha256", new Shape.Constant(Type.Single.TEXT), "64 hexadecimal digits, lower case"),
          Shape.Key.optional(
              "salt", new Shape.Constant(Type.Single.TEXT), "words before the text, with a colon"));

  /** What stands after {@code hashed:}. */
  static final Shape SHAPE = Shape.Either.of(new Shape.Constant(Type.Single.TEXT), SALTED);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Reads what stands after {@code hashed:}; empty when it is broken, which is then noted. */
  static Optional<HashedText> read(YamlNode node, Reading reading) {
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

  private static Optional<String> hash(YamlNode node, Reading reading) {
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

  /** Whether a text is the one that is meant. */
  boolean is(String text) {
    String salted = salt.isEmpty() ? text.strip() : salt + ":" + text.strip();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(salted.getBytes(StandardCharsets.UTF_8)))
          .equals(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
