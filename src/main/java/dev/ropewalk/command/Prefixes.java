package dev.ropewalk.command;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that may stand before a command without changing which command it is. */
final class Prefixes {
  private static final Set<String> KEYWORDS =
      Set.of("!", "{", "if", "then", "elif", "else", "while", "until", "do");

  /**
   * A program that runs the command after it.
   *
   * @param valued its one-letter flags that take the next word
   * @param operands how many words of its own follow the flags
   * @param refused flags with which it does not run the command
   */
  private record Prefix(String valued, int operands, String refused) {}

  private static final Map<String, Prefix> PROGRAMS =
      Map.of(
          "sudo", new Prefix("ugpCDhRTUrt", 0, "lveKkV"),
          "time", new Prefix("fo", 0, "V"),
          "command", new Prefix("", 0, "vV"),
          "builtin", new Prefix("", 0, ""),
          "exec", new Prefix("a", 0, ""),
          "env", new Prefix("uCS", 0, ""),
          "nohup", new Prefix("", 0, ""),
          "timeout", new Prefix("ks", 1, ""),
          "watch", new Prefix("nq", 0, ""),
          "xargs", new Prefix("adEILnPs", 0, ""));

  private Prefixes() {}

  static List<Word> strip(List<Word> words) {
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      Prefix prefix = PROGRAMS.get(word.text());
      if (KEYWORDS.contains(word.text()) || word.isAssignment()) {
        at++;
      } else if (prefix != null) {
        int next = skip(words, at + 1, prefix);
        if (next < 0) {
          break;
        }
        at = next;
      } else {
        break;
      }
    }
    return words.subList(Math.min(at, words.size()), words.size());
  }

  /** The place after the prefix's own flags and operands, or -1 if it does not run the command. */
  private static int skip(List<Word> words, int from, Prefix prefix) {
    int at = from;
    while (at < words.size() && words.get(at).text().startsWith("-")) {
      String flag = words.get(at++).text();
      if (flag.equals("--")) {
        break;
      }
      if (flag.startsWith("--")) {
        continue;
      }
      if (flag.chars().skip(1).anyMatch(letter -> prefix.refused().indexOf(letter) >= 0)) {
        return -1;
      }
      if (prefix.valued().indexOf(flag.charAt(flag.length() - 1)) >= 0) {
        at++;
      }
    }
    return at + prefix.operands();
  }
}
