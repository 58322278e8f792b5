package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a JSON list of texts; what is none, docker takes for a line for the shell. */
final class ExecForm {
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern LIST =
      Pattern.compile("\\[\\s*(?:" + TEXT + "\\s*(?:,\\s*" + TEXT + "\\s*)*+)?\\]");
  private static final Pattern ITEM = Pattern.compile(TEXT);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private ExecForm() {}

  static Optional<List<String>> read(String text) {
    if (!LIST.matcher(text.strip()).matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    Matcher item = ITEM.matcher(text);
    while (item.find()) {
      String quoted = item.group();
      words.add(plain(quoted.substring(1, quoted.length() - 1)));
    }
    return Optional.of(words);
  }

  private static String plain(String escaped) {
    return ESCAPE
        .matcher(escaped)
        .replaceAll(
            match -> {
              String sign = match.group(1);
              String plain =
                  switch (sign.charAt(0)) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    default ->
                        sign.length() > 1
                            ? Character.toString(Integer.parseInt(sign.substring(1), 16))
                            : sign;
                  };
              return Matcher.quoteReplacement(plain);
            });
  }
}
