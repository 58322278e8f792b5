package dev.ropewalk.text;

/**
 * Makes the words of others harmless: no control character, no escape sequence and no change of the
 * writing direction reaches the terminal from a lesson, a name on the engine or a log.
 */
public final class SafeText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /** One line: line ends and tabs become blanks, controls are shown as {@code ^[}. */
  public static String of(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL -> {
        if (c == '\t' || c == '\n' || c == '\r') {
          out.append(' ');
        } else if (c < 0x80) {
          out.append('^').append((char) (c ^ 0x40));
        } else {
          out.appendCodePoint(REPLACEMENT);
        }
      }
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
      case Character.SURROGATE -> out.appendCodePoint(REPLACEMENT);
      case Character.FORMAT -> {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
          out.appendCodePoint(c);
        }
      }
      default -> out.appendCodePoint(c);
    }
  }
}
