package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A simple command in a script of the shell.
 *
 * @param words without quotes; a {@code *} that stood in quotes is {@link #QUOTED_STAR}
 * @param input the texts of its here-documents
 */
record ShellCommand(List<String> words, List<String> input) {
  /** Stands for a {@code *} that the shell leaves alone. */
  static final char QUOTED_STAR = '\uE000';

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh", "ksh");

  /** Words that begin a part of the shell's own syntax, with a command behind them. */
  private static final Set<String> KEYWORDS =
      Set.of("if", "then", "elif", "else", "while", "until", "do", "{", "!", "time");

  /** Programs that run the command that follows their options. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "command",
          "eatmydata",
          "env",
          "exec",
          "ionice",
          "nice",
          "nohup",
          "setsid",
          "stdbuf",
          "sudo",
          "timeout",
          "xargs");

  ShellCommand {
    words = List.copyOf(words);
    input = List.copyOf(input);
  }

  /** The name of the program, without its folder; empty without one. */
  String program() {
    return words.isEmpty() ? "" : name(words.getFirst());
  }

  /**
   * The commands that run when this one does: those of {@code sudo sh -c '…'} are the inner ones.
   */
  List<ShellCommand> unwrapped() {
    int begin = 0;
    while (begin < words.size()
        && (KEYWORDS.contains(words.get(begin)) || words.get(begin).matches("(?s)\\w+\\+?=.*"))) {
      begin++;
    }
    List<String> own = words.subList(begin, words.size());
    if (own.isEmpty()) {
      return List.of();
    }
    ShellCommand bare = new ShellCommand(own, input);
    if (WRAPPERS.contains(bare.program())) {
      List<String> inner = own.subList(bare.behindWrapper(), own.size());
      return new ShellCommand(inner, input).unwrapped();
    }
    return SHELLS.contains(bare.program()) ? bare.script() : List.of(bare);
  }

  /**
   * Where the command begins that a wrapper runs; options, their values that are numbers, and
   * assignments belong to the wrapper, and more wrappers may follow.
   */
  private int behindWrapper() {
    int begin = 1;
    while (begin < words.size()
        && (words.get(begin).matches("(?s)-.*|[\\d.]+[smhd]?|\\w+=.*")
            || WRAPPERS.contains(name(words.get(begin))))) {
      begin++;
    }
    return begin;
  }

  /** What a shell is given to run: after {@code -c}, or to read. */
  private List<ShellCommand> script() {
    List<ShellCommand> all = new ArrayList<>();
    for (int each = 1; each + 1 < words.size(); each++) {
      if (words.get(each).matches("-[a-z]*c")) {
        all.addAll(ShellScript.commands(plain(words.get(each + 1))));
        return all;
      }
    }
    input.forEach(text -> all.addAll(ShellScript.commands(text)));
    return all;
  }

  /** A word as the program sees it. */
  static String plain(String word) {
    return word.replace(QUOTED_STAR, '*');
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
