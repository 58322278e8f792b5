package dev.ropewalk.dockerfile;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of variables in, as docker does for a {@code FROM}. */
final class Substitution {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::([-+])([^}]*))?})");

  private Substitution() {}

  /** A variable without a value is put in as nothing. */
  static String in(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
  }

  private static String value(java.util.regex.MatchResult match, Map<String, String> values) {
    String name = match.group(1) != null ? match.group(1) : match.group(2);
    String value = values.getOrDefault(name, "");
    String operator = match.group(3);
    if (operator == null) {
      return value;
    }
    String word = in(match.group(4), values);
    return operator.equals("-") ? (value.isEmpty() ? word : value) : (value.isEmpty() ? "" : word);
  }
}
