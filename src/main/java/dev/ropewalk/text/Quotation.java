package dev.ropewalk.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody else's text inside a sentence of ours: a line of a log, what a command printed, the
 * words of the engine. However long it is, a person reads its beginning.
 */
public final class Quotation {
  /** The letters that a person reads of one quotation. */
  public static final int MOST = 120;

  /** Much longer than any command or name that a sentence of ours is about. */
  private static final Pattern LONG_CODE = Pattern.compile("`([^`]{" + 3 * MOST + ",}+)`");

  private Quotation() {}

  /**
   * On one line, without backticks of its own, and at most {@link #MOST} letters and an ellipsis.
   */
  public static String of(String foreign) {
    // Each line end becomes three letters, and blanks at the ends none.
    String near = cut(foreign.strip(), 2 * MOST);
    return cut(near.replace('`', '\'').replaceAll("\\R", " / "), MOST);
  }

  /** The same in backticks. */
  public static String code(String foreign) {
    return "`" + of(foreign) + "`";
  }

  /** Sentences whose code in backticks is cut where somebody else's words have made it long. */
  public static String shortened(String sentences) {
    return LONG_CODE
        .matcher(sentences)
        .replaceAll(found -> Matcher.quoteReplacement("`" + cut(found.group(1), MOST) + "`"));
  }

  /** The beginning of a text; where it goes on, an ellipsis says so. No character is torn. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + " …";
  }
}
