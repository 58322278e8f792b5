package dev.ropewalk.command;

/** What an opening bracket begins, as far as that can be seen from the text after it. */
final class Brackets {
  private Brackets() {}

  /** Whether two of them end in two, as a group in a group seldom does. */
  static boolean areArithmetic(String line, int at) {
    int open = 0;
    for (int place = at; place < line.length(); place++) {
      char c = line.charAt(place);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 1 && c == ')') {
        return line.startsWith(")", place + 1);
      }
    }
    return true;
  }

  /** Whether nothing stands between it and the closing one. */
  static boolean areEmpty(String line, int at) {
    int next = at + 1;
    while (next < line.length() && WordLexer.isBlank(line.charAt(next))) {
      next++;
    }
    return line.startsWith(")", next);
  }
}
