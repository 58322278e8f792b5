package dev.ropewalk.command;

/** A text that begins on the line after its redirection, up to a line that is its last word. */
final class HereDocument {
  private final String last;
  private final boolean isIndented;
  private final boolean isQuoted;
  private final int operator;
  private Word text = new Word("", 0, 0);

  /**
   * @param operator {@code <<} or {@code <<-}
   * @param delimiter the word after it
   * @param source that word as it is written; with quotes in it a backslash is one like any other
   * @param at the place of the operator
   */
  HereDocument(String operator, Word delimiter, String source, int at) {
    this.last = delimiter.text();
    this.isIndented = operator.endsWith("-");
    this.isQuoted = !source.equals(last);
    this.operator = at;
  }

  /** Its text; the last word counts as a closing quote. */
  Word text() {
    return text;
  }

  /**
   * Reads it.
   *
   * @param start where its first line begins
   * @return whether its last line is there
   */
  boolean read(String source, int start) {
    int at = start;
    while (at < source.length()) {
      int begin = at;
      int end = endOfLine(source, at);
      while (!isQuoted && end < source.length() && isContinued(source, begin, end)) {
        end = endOfLine(source, end + 1);
      }
      String read = source.substring(begin, end);
      String line = isQuoted ? read : read.replace("\\\n", "");
      at = Math.min(end + 1, source.length());
      if ((isIndented ? line.replaceFirst("^\t+", "") : line).equals(last)) {
        text = new Word(source.substring(start, begin), start, end);
        return true;
      }
    }
    text = new Word(source.substring(Math.min(start, at)), Math.min(start, at), at);
    return false;
  }

  Unfinished open() {
    return Unfinished.document(last, operator);
  }

  private static int endOfLine(String source, int from) {
    int newline = source.indexOf('\n', from);
    return newline < 0 ? source.length() : newline;
  }

  /** Whether an odd number of backslashes takes the end of the line away. */
  private static boolean isContinued(String source, int begin, int end) {
    int first = end;
    while (first > begin && source.charAt(first - 1) == '\\') {
      first--;
    }
    return (end - first) % 2 == 1;
  }
}
