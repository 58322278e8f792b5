package dev.ropewalk.dockerfile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of the shell with {@code *} and {@code ?}, as docker takes it in <code>${V#pattern}
 * </code>; docker knows no brackets there.
 */
final class ShellPattern {
  private final String shortest;
  private final String longest;

  private ShellPattern(String shortest, String longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  static ShellPattern of(String text, int line) throws Unreadable {
    StringBuilder shortest = new StringBuilder();
    StringBuilder longest = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '*') {
        shortest.append("[^\n]*?");
        longest.append("[^\n]*");
        continue;
      }
      String part = sign == '?' ? "[^\n]" : Pattern.quote(String.valueOf(sign));
      if (sign == '\\') {
        char escaped = at + 1 < text.length() ? text.charAt(++at) : 0;
        if ("*?\\}/".indexOf(escaped) < 0) {
          throw new Unreadable(
              line, "In a pattern docker does not know `\\%s`.".formatted(escaped));
        }
        part = Pattern.quote(String.valueOf(escaped));
      }
      shortest.append(part);
      longest.append(part);
    }
    return new ShellPattern(shortest.toString(), longest.toString());
  }

  String withoutStart(String value, boolean greedy) {
    Matcher match = Pattern.compile(greedy ? longest : shortest).matcher(value);
    return match.lookingAt() ? value.substring(match.end()) : value;
  }

  String withoutEnd(String value, boolean greedy) {
    Pattern end = Pattern.compile("(?:" + longest + ")\\z");
    int from = greedy ? 0 : value.length();
    for (int at = from; at >= 0 && at <= value.length(); at += greedy ? 1 : -1) {
      if (end.matcher(value).region(at, value.length()).lookingAt()) {
        return value.substring(0, at);
      }
    }
    return value;
  }

  String replaced(String value, String replacement, boolean all) {
    StringBuilder result = new StringBuilder();
    Matcher match = Pattern.compile(longest).matcher(value);
    int done = 0;
    boolean first = true;
    while ((all || first) && match.find()) {
      // An empty match right behind another is none.
      if (first || match.end() > match.start() || match.start() > done) {
        result.append(value, done, match.start()).append(replacement);
        done = match.end();
      }
      first = false;
    }
    return result.append(value.substring(done)).toString();
  }
}
