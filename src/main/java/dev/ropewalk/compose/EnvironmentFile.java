package dev.ropewalk.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of variables, such as {@code .env}: {@code NAME=value} lines, quotes around a value,
 * {@code export} before a name, comments.
 */
final class EnvironmentFile {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:export[ \\t]+)?([\\w.]+)[ \\t]*(?:[=:][ \\t]*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(.*?)))?(?:[ \\t]+#.*)?[ \\t]*$");

  private EnvironmentFile() {}

  /**
   * Its variables in order; a value may use those before it, and those given.
   *
   * @param given win over those of the file where a value uses them
   */
  static Map<String, String> read(String text, Map<String, String> given) {
    Map<String, String> known = new LinkedHashMap<>();
    Matcher line = LINE.matcher(text.replace("\r", ""));
    while (line.find()) {
      String name = line.group(1);
      if (line.group(3) != null) {
        known.put(name, line.group(3));
      } else if (line.group(2) != null) {
        known.put(name, put(unescaped(line.group(2)), known, given));
      } else if (line.group(4) != null) {
        known.put(name, put(line.group(4), known, given));
      } else {
        known.put(name, given.getOrDefault(name, ""));
      }
    }
    return Collections.unmodifiableMap(known);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
  }

  private static String put(String value, Map<String, String> known, Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(known);
    all.putAll(given);
    try {
      return new Interpolation(all).into(value);
    } catch (Interpolation.Broken e) {
      return value;
    }
  }
}
