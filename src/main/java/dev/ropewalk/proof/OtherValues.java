package dev.ropewalk.proof;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes another value of a value: of the same kind, and as near as can be. */
final class OtherValues {
  /** What a text gets at its end. */
  static final String SUFFIX = "-x";

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})([a-zA-Z]{0,2})");

  /** Quotes and brackets that end a text, as in {@code insert into notes values ('x')}. */
  private static final Pattern CLOSED = Pattern.compile("(.*\\w)([\"')\\]}]+)");

  private OtherValues() {}

  /**
   * The words that a diagnosis may use for a text of several: the last one, which is the one that
   * {@link #other} changes, and what of it stands for itself, such as the path of {@code BOX:PATH},
   * or the key of {@code KEY=VALUE}.
   */
  static List<String> pieces(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1);
    String part = last.substring(last.lastIndexOf(':') + 1);
    return Stream.concat(Stream.of(last, part), Arrays.stream(part.split("=")))
        .map(piece -> piece.replaceAll("^[\\W&&[^/]]+|\\W+$", ""))
        .filter(piece -> piece.length() > 1 || text.endsWith(" " + piece))
        .filter(piece -> !piece.equals(text))
        .distinct()
        .toList();
  }

  /** Whether only the shell knows what the value will be. */
  static boolean isOpaque(String value) {
    return value.contains("$") || value.contains("`") || value.contains("*");
  }

  /** A number gets one more, with its unit kept; of {@code KEY=VALUE} the value changes. */
  static String other(String value) {
    Matcher number = NUMBER.matcher(value);
    if (number.matches()) {
      return Long.parseLong(number.group(1)) + 1 + number.group(2);
    }
    int equals = value.indexOf('=');
    if (equals > 0 && !value.contains(" ")) {
      return value.substring(0, equals + 1) + other(value.substring(equals + 1));
    }
    Matcher closed = CLOSED.matcher(value);
    return closed.matches() ? closed.group(1) + SUFFIX + closed.group(2) : value + SUFFIX;
  }
}
