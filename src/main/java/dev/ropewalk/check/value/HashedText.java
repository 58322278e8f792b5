package dev.ropewalk.check.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text of which a check file gives only the SHA-256: {@code hashed: HEX}, or {@code hashed:
 * {sha256: HEX, salt: WORDS}}, where the hash is of {@code WORDS:TEXT}. The salt is written out, so
 * that a check can be moved. Blanks around the text do not count.
 *
 * @param sha256 64 hexadecimal digits, lower case
 * @param salt empty for none
 */
public record HashedText(String sha256, String salt) {
  /** Whether a text is the one that is meant. */
  public boolean is(String text) {
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
