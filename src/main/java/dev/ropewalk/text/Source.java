package dev.ropewalk.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A text with the name under which people know it.
 *
 * @param name a path relative to the course, as it is shown in messages
 * @param text the whole text
 */
public record Source(String name, String text) {
  /** The largest file that is read, in bytes: a lesson or check file is written by hand. */
  public static final int MAX_BYTES = 1 << 20;

  /**
   * Reads a file.
   *
   * @throws BrokenSource when it cannot be read, is no regular file, is no UTF-8, or is larger than
   *     {@link #MAX_BYTES}
   */
  public static Source read(String name, Path file) {
    try {
      byte[] bytes = RegularFile.read(file, MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw broken(
            name,
            "the file is larger than 1 MiB",
            "split it, or remove what does not belong in it");
      }
      // Not `new String`, which would put other letters in the place of what is no UTF-8.
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return new Source(name, withoutMark(text.toString()));
    } catch (CharacterCodingException e) {
      throw broken(name, "the file is not UTF-8 text", "save it with the encoding UTF-8");
    } catch (NoSuchFileException e) {
      throw broken(name, "there is no such file", "create it, or remove its counterpart");
    } catch (IOException e) {
      throw broken(
          name,
          "the file cannot be read (" + RegularFile.reason(e) + ")",
          "check that it is a file and its permissions");
    }
  }

  /** Some editors begin a UTF-8 file with a byte order mark, which is no part of the text. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static BrokenSource broken(String name, String message, String fix) {
    Source nothing = new Source(name, "");
    return new BrokenSource(List.of(new Diagnostic(nothing, Place.START, message, fix)));
  }

  /** A line, counted from 1, without its end; empty past the last one. */
  public String line(int number) {
    return text.lines().skip(number - 1L).findFirst().orElse("");
  }
}
