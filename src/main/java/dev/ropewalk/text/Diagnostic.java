package dev.ropewalk.text;

/**
 * What is wrong in a source, where, and how to mend it: an author's mistake, never a learner's.
 *
 * @param message one sentence in lower case without a full stop; names in backticks
 * @param fix starts with a verb; empty when there is none to offer
 */
public record Diagnostic(Source source, Place place, String message, String fix) {
  /**
   * The form in which every tool shows it: place and message, the line with a mark under it, the
   * fix.
   */
  public String format() {
    String line = source.line(place.line());
    StringBuilder out = new StringBuilder();
    out.append(
        "%s:%d:%d: error: %s%n".formatted(source.name(), place.line(), place.column(), message));
    if (!line.isBlank()) {
      int shown = Math.min(place.length(), Math.max(1, line.length() - place.column() + 1));
      out.append("%5d | %s%n".formatted(place.line(), line.replace('\t', ' ')));
      out.append("      | %s%s%n".formatted(" ".repeat(place.column() - 1), "^".repeat(shown)));
    }
    if (!fix.isEmpty()) {
      out.append("  fix: %s%n".formatted(fix));
    }
    return out.toString();
  }
}
