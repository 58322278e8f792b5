package dev.ropewalk.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads text of people that we do not know. Editors and spreadsheets of some systems begin a file
 * with a mark of its encoding, which is no part of the text.
 */
public final class ForeignText {
  private static final char MARK = '\uFEFF';

  private ForeignText() {}

  /**
   * The text of a file in UTF-8, without the mark.
   *
   * @throws CharacterCodingException when it is none; the message says what it is and where, as the
   *     end of a sentence that begins with the name of the file
   */
  public static String of(byte[] content) throws CharacterCodingException {
    if (beginsWith(content, 0xFF, 0xFE) || beginsWith(content, 0xFE, 0xFF)) {
      throw new NoUtf8("is text in UTF-16, and not in UTF-8");
    }
    CharBuffer decoded = CharBuffer.allocate(content.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult end = decoder.decode(ByteBuffer.wrap(content), decoded, true);
    String text = decoded.flip().toString();
    if (end.isError()) {
      throw new NoUtf8("is no text in UTF-8: see line " + lines(text));
    }
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      throw new NoUtf8("is no text: see line " + lines(text.substring(0, zero)));
    }
    return text.indexOf(MARK) == 0 ? text.substring(1) : text;
  }

  private static boolean beginsWith(byte[] content, int first, int second) {
    return content.length >= 2 && content[0] == (byte) first && content[1] == (byte) second;
  }

  /** The line, from 1, that a text ends in. */
  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count() + 1;
  }

  /** What is there instead. */
  private static final class NoUtf8 extends CharacterCodingException {
    private static final long serialVersionUID = 1;
    private final String says;

    private NoUtf8(String says) {
      this.says = says;
    }

    @Override
    public String getMessage() {
      return says;
    }
  }
}
