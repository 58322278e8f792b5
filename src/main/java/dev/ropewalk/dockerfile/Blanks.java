package dev.ropewalk.dockerfile;

import java.util.List;
import java.util.regex.Pattern;

/** What counts as blank in a Dockerfile: docker's own sets, which are not Java's. */
final class Blanks {
  /** Parts the words of an instruction: no-break spaces and their kind do not. */
  private static final Pattern GAP = Pattern.compile("[\\t\\x0B\\f\\r ]+");

  private Blanks() {}

  /** Whether docker takes the sign off the ends of a line. */
  static boolean isBlank(int sign) {
    return switch (sign) {
      case '\t',
          '\n',
          0x0B,
          '\f',
          '\r',
          ' ',
          0x85,
          0xA0,
          0x1680,
          0x2028,
          0x2029,
          0x202F,
          0x205F,
          0x3000 ->
          true;
      default -> sign >= 0x2000 && sign <= 0x200A;
    };
  }

  static String strip(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return stripLeading(text.substring(0, end));
  }

  /** The text up to the last sign that is none of these. */
  static String withoutEnd(String text, String signs) {
    int end = text.length();
    while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  static String stripLeading(String text) {
    int begin = 0;
    while (begin < text.length() && isBlank(text.charAt(begin))) {
      begin++;
    }
    return text.substring(begin);
  }

  /** The first word, and what is left if there is a second. */
  static List<String> firstAndRest(String text) {
    return List.of(GAP.split(text, 2));
  }

  /** All words; none of an empty text. */
  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(GAP.split(text, -1));
  }

  /** The text with one space for each gap that stands outside of quotes. */
  static String single(String text) {
    StringBuilder single = new StringBuilder();
    char quote = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean blank = quote == 0 && isBlank(sign);
      if (sign == '\\' && quote != '\'' && at + 1 < text.length()) {
        single.append(sign).append(text.charAt(++at));
      } else if (!blank) {
        quote = quote == 0 && (sign == '"' || sign == '\'') ? sign : sign == quote ? 0 : quote;
        single.append(sign);
      } else if (single.isEmpty() || single.charAt(single.length() - 1) != ' ') {
        single.append(' ');
      }
    }
    return strip(single.toString());
  }
}
