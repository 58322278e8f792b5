package dev.ropewalk.dockerfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts the flags from what follows them, as docker does: quotes and escapes are taken off. Docker
 * reads flags byte by byte, so that a sign outside of ASCII becomes two or more there, as here.
 */
final class FlagReader {
  private final String text;
  private final char escape;
  private int at;

  /**
   * Flags and the rest.
   *
   * @param flags as {@code --from=build}; a lone {@code --} ends them and is not kept
   */
  record Split(List<String> flags, String rest) {
    Split {
      flags = List.copyOf(flags);
    }
  }

  private FlagReader(String text, char escape) {
    this.text = text;
    this.escape = escape;
  }

  static Split split(String text, char escape) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FlagReader reader = new FlagReader(new String(bytes, StandardCharsets.ISO_8859_1), escape);
    List<String> flags = new ArrayList<>();
    while (reader.flagFollows()) {
      String flag = reader.word();
      if (flag.equals("--")) {
        break;
      }
      flags.add(flag);
    }
    String rest = new String(bytes, reader.at, bytes.length - reader.at, StandardCharsets.UTF_8);
    return new Split(flags, Blanks.strip(rest));
  }

  private boolean flagFollows() {
    while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
      at++;
    }
    return text.startsWith("--", at);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    char quote = 0;
    while (at < text.length() && (quote != 0 || !Blanks.isBlank(text.charAt(at)))) {
      char sign = text.charAt(at++);
      if (sign == escape) {
        if (at < text.length()) {
          word.append(text.charAt(at++));
        }
      } else if (quote == 0 ? sign == '"' || sign == '\'' : sign == quote) {
        quote = quote == 0 ? sign : 0;
      } else {
        word.append(sign);
      }
    }
    return word.toString();
  }
}
