package dev.ropewalk.environment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out whether bytes are a text. */
final class TextBytes {
  private TextBytes() {}

  /**
   * The text that they are in UTF-8.
   *
   * @param most how many of them may be
   * @return empty where they are more, or no text
   */
  static Optional<String> of(byte[] bytes, int most) {
    if (bytes.length > most) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
