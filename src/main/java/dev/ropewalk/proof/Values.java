package dev.ropewalk.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes another value of a value: of the same kind, and as near as can be. */
final class Values {
  /** What a text gets at its end. */
  static final String SUFFIX = "-x";

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})([a-zA-Z]{0,2})");

  private Values() {}

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
    return equals > 0
        ? value.substring(0, equals + 1) + other(value.substring(equals + 1))
        : value + SUFFIX;
  }
}
