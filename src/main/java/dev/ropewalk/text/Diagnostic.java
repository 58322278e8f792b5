package dev.ropewalk.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is wrong in a source, where, and how to mend it: an author's mistake, never a learner's.
 *
 * @param severity whether the source cannot be used for it
 * @param message one sentence in lower case without a full stop; names in backticks
 * @param fix starts with a verb; empty when there is none to offer
 */
public record Diagnostic(
    Source source, Place place, Severity severity, String message, String fix) {
  private static final int WIDEST_LINE = 120;
  private static final int LONGEST_WORDS = 500;
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** How bad it is. */
  public enum Severity {
    /** The source cannot be used. */
    ERROR,
    /** The source can be used, and could be better. */
    WARNING;

    /** As it is shown. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An error. */
  public Diagnostic(Source source, Place place, String message, String fix) {
    this(source, place, Severity.ERROR, message, fix);
  }

  /**
   * The form in which every tool shows it: place and message, the line with a mark under it, the
   * fix. Of a very long line the part around the place is shown, and nothing that would move a
   * terminal's cursor.
   */
  public String format() {
    StringBuilder out = new StringBuilder();
    out.append(
        "%s:%s:%s: %s: %s%n"
            .formatted(
                SafeText.of(source.name()),
                place.line(),
                place.column(),
                severity.word(),
                words(message)));
    String line = source.line(place.line());
    if (!line.isBlank()) {
      int from = Math.max(0, Math.min(place.column() - 1, line.length()) - WIDEST_LINE / 2);
      from = line.length() <= WIDEST_LINE ? 0 : from;
      String shown = line.substring(from, Math.min(line.length(), from + WIDEST_LINE));
      int column = place.column() - from;
      int marked = Math.min(place.length(), Math.max(1, shown.length() - column + 1));
      out.append("%5s | %s%n".formatted(place.line(), plain(shown)));
      out.append("      | %s%s%n".formatted(" ".repeat(column - 1), "^".repeat(marked)));
    }
    if (!fix.isEmpty()) {
      out.append("  fix: %s%n".formatted(words(fix)));
    }
    return out.toString();
  }

  private static String words(String text) {
    return Quotation.cut(SafeText.of(text), LONGEST_WORDS);
  }

  /** Letter by letter, so that the mark stands where it should. */
  private static String plain(String text) {
    return UNSAFE.matcher(text).replaceAll(" ");
  }
}
