package dev.ropewalk.command;

import java.util.Map;
import java.util.Set;

/**
 * A command that holds others, and is not ended yet.
 *
 * @param opener its first word, such as {@code if}
 * @param at the place of that
 * @param part the word that has begun the part that is read now, such as {@code then}
 */
record Compound(String opener, int at, String part) {
  private static final Set<String> OPENERS =
      Set.of("if", "while", "until", "for", "select", "case", "{", "[[");

  /** In each part the words of the shell that end it. */
  private static final Map<String, Set<String>> ENDS =
      Map.of(
          "if", Set.of("then"),
          "elif", Set.of("then"),
          "then", Set.of("elif", "else", "fi"),
          "else", Set.of("fi"),
          "while", Set.of("do"),
          "until", Set.of("do"),
          "do", Set.of("done"),
          "{", Set.of("}"),
          "case", Set.of("esac"));

  static boolean isOpenedBy(String word) {
    return OPENERS.contains(word);
  }

  Compound in(String other) {
    return new Compound(opener, at, other);
  }

  boolean isEndedBy(String word) {
    return ENDS.getOrDefault(part, Set.of()).contains(word);
  }

  /** Its last word. */
  String closer() {
    return switch (opener) {
      case "if" -> "fi";
      case "case" -> "esac";
      case "{" -> "}";
      case "[[" -> "]]";
      default -> part.equals("{") ? "}" : "done";
    };
  }
}
