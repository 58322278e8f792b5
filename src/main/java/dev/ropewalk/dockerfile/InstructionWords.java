package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of an instruction after its flags, as docker parts them for each kind. */
final class InstructionWords {
  private InstructionWords() {}

  /**
   * Words, and how they were written.
   *
   * @param json whether they are a JSON list
   */
  record Words(List<String> all, boolean json) {
    Words {
      all = List.copyOf(all);
    }
  }

  /**
   * The words of an instruction that is not {@code ONBUILD}. A JSON list gives its texts, {@code
   * ENV} and {@code LABEL} give {@code key=value} (the old form {@code ENV key value} too), a
   * command in shell form is one word.
   */
  static Words of(String word, String rest, int line, char escape) throws Unreadable {
    return switch (word) {
      case "ADD", "COPY", "VOLUME" -> list(word, rest, Blanks.words(rest), line);
      case "RUN", "CMD", "ENTRYPOINT", "SHELL" -> list(word, rest, one(rest), line);
      case "HEALTHCHECK" -> health(rest, line);
      case "EXPOSE", "FROM" -> new Words(Blanks.words(rest), false);
      case "ARG" -> new Words(quotedWords(rest, escape), false);
      case "ENV", "LABEL" -> new Words(pairs(word, rest, line, escape), false);
      default -> new Words(one(rest), false);
    };
  }

  private static List<String> one(String rest) {
    return rest.isEmpty() ? List.of() : List.of(rest);
  }

  private static Words list(String word, String rest, List<String> shell, int line)
      throws Unreadable {
    Optional<JsonList> list = JsonList.read(rest);
    if (list.isEmpty()) {
      return new Words(shell, false);
    }
    if (!list.get().onlyTexts()) {
      throw new Unreadable(
          line, "The list of `%s` may hold nothing but texts in double quotes.".formatted(word));
    }
    return new Words(list.get().texts(), true);
  }

  private static Words health(String rest, int line) throws Unreadable {
    int end = 0;
    while (end < rest.length() && !Blanks.isBlank(rest.charAt(end))) {
      end++;
    }
    List<String> words = new ArrayList<>(one(rest.substring(0, end)));
    String command = Blanks.strip(rest.substring(end));
    Words of = list("HEALTHCHECK", command, one(command), line);
    words.addAll(of.all());
    return new Words(words, of.json());
  }

  private static List<String> pairs(String word, String rest, int line, char escape)
      throws Unreadable {
    List<String> words = quotedWords(rest, escape);
    if (words.isEmpty() || words.getFirst().contains("=")) {
      for (String each : words) {
        if (!each.contains("=")) {
          throw new Unreadable(
              line, "`%s` takes `name=value`, and in `%s` there is no `=`.".formatted(word, each));
        }
      }
      return words;
    }
    List<String> parts = Blanks.firstAndRest(rest);
    if (parts.size() < 2) {
      throw new Unreadable(
          line, "`%s %s` gives no value: write `%s=value`.".formatted(word, rest, rest));
    }
    return List.of(parts.get(0) + "=" + parts.get(1));
  }

  /** Words with their quotes and escapes; blanks inside quotes do not part them. */
  private static List<String> quotedWords(String rest, char escape) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int at = 0; at < rest.length(); at++) {
      char sign = rest.charAt(at);
      if (quote == 0 && Blanks.isBlank(sign)) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
        continue;
      }
      if (sign == escape && quote != '\'') {
        if (at + 1 < rest.length()) {
          word.append(sign).append(rest.charAt(++at));
        }
        continue;
      }
      if (sign == quote) {
        quote = 0;
      } else if (quote == 0 && (sign == '"' || sign == '\'')) {
        quote = sign;
      }
      word.append(sign);
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
