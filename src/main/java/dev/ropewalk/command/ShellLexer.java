package dev.ropewalk.command;

import dev.ropewalk.command.ShellWords.Unfinished;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads one line from left to right; used once. */
final class ShellLexer {
  private static final char NO_CLOSER = '\0';
  private static final List<String> REDIRECTS =
      List.of("<<<", "<<-", "&>>", "<<", "<&", "<>", ">>", ">&", ">|", "&>", "<", ">");
  private static final List<String> SEPARATORS =
      List.of("&&", "||", "|&", "|", "&", ";", "(", ")", "\n");

  private final String line;
  private final List<SimpleCommand> commands = new ArrayList<>();
  private final Queue<String> heredocs = new ArrayDeque<>();
  private int at;
  private @Nullable Unfinished unfinished;

  ShellLexer(String line) {
    this.line = line;
  }

  ShellWords read() {
    commands(NO_CLOSER);
    return new ShellWords(commands, Optional.ofNullable(unfinished));
  }

  /** Reads commands up to the closer, which is left unread. */
  private void commands(char closer) {
    int operatorAt = -1;
    String operator = "";
    int start = at;
    List<Word> words = new ArrayList<>();
    List<Word> redirects = new ArrayList<>();
    while (!atEnd(closer)) {
      String redirect = startsWithAny(REDIRECTS);
      String separator = redirect.isEmpty() ? startsWithAny(SEPARATORS) : "";
      if (isBlank(line.charAt(at))) {
        at++;
      } else if (line.startsWith("\\\n", at)) {
        at += 2;
      } else if (line.charAt(at) == '#') {
        int newline = line.indexOf('\n', at);
        at = newline < 0 ? line.length() : newline;
      } else if (!redirect.isEmpty() && !isProcessSubstitution()) {
        redirects.add(redirect(redirect, closer));
      } else if (!separator.isEmpty()) {
        finish(words, redirects, start);
        if (!separator.equals("\n")) {
          operator = separator;
          operatorAt = at;
        }
        step(separator);
        start = at;
      } else {
        Word word = word(closer);
        if (!isDescriptor(word)) {
          words.add(word);
        }
      }
    }
    if (words.isEmpty()
        && redirects.isEmpty()
        && List.of("&&", "||", "|", "|&").contains(operator)) {
      leave(operator, operatorAt);
    }
    finish(words, redirects, start);
  }

  private void step(String separator) {
    int open = at;
    at += separator.length();
    if (separator.equals("\n")) {
      heredocBodies();
    } else if (separator.equals("(")) {
      commands(')');
      close("(", open);
    }
  }

  private void finish(List<Word> words, List<Word> redirects, int start) {
    commands.add(new SimpleCommand(words, redirects, start, at));
    words.clear();
    redirects.clear();
  }

  private Word redirect(String operator, char closer) {
    int operatorAt = at;
    at += operator.length();
    while (!atEnd(closer) && isBlank(line.charAt(at))) {
      at++;
    }
    Word target = word(closer);
    if (operator.equals("<<") || operator.equals("<<-")) {
      heredocs.add(target.text());
      if (line.indexOf('\n', at) < 0) {
        leave(operator, operatorAt);
      }
    }
    return target;
  }

  private void heredocBodies() {
    while (!heredocs.isEmpty() && at < line.length()) {
      String last = heredocs.remove();
      boolean more = true;
      while (more && at < line.length()) {
        int newline = line.indexOf('\n', at);
        int end = newline < 0 ? line.length() : newline;
        more = !line.substring(at, end).strip().equals(last);
        at = Math.min(end + 1, line.length());
      }
      if (more) {
        leave("<<", at);
      }
    }
  }

  private Word word(char closer) {
    int start = at;
    var text = new StringBuilder();
    while (!atEnd(closer) && !isBlank(line.charAt(at))) {
      if (isProcessSubstitution()) {
        text.append(substitution(at + 1));
      } else if (startsWithAny(SEPARATORS).isEmpty() && startsWithAny(REDIRECTS).isEmpty()) {
        piece(text);
      } else {
        break;
      }
    }
    return new Word(text.toString(), start, at);
  }

  private void piece(StringBuilder text) {
    switch (line.charAt(at)) {
      case '\\' -> escape(text);
      case '\'' -> singleQuotes(text);
      case '"' -> doubleQuotes(text);
      default -> expansionOrCharacter(text);
    }
  }

  private void escape(StringBuilder text) {
    if (at + 1 == line.length()) {
      leave("\\", at);
      at++;
      return;
    }
    if (line.charAt(at + 1) != '\n') {
      text.append(line.charAt(at + 1));
    }
    at += 2;
  }

  private void singleQuotes(StringBuilder text) {
    int open = at;
    int close = line.indexOf('\'', at + 1);
    text.append(line, open + 1, close < 0 ? line.length() : close);
    at = close < 0 ? line.length() : close + 1;
    if (close < 0) {
      leave("'", open);
    }
  }

  private void doubleQuotes(StringBuilder text) {
    int open = at++;
    while (at < line.length() && line.charAt(at) != '"') {
      if (line.charAt(at) != '\\') {
        expansionOrCharacter(text);
      } else if (at + 1 == line.length() || "$`\"\\\n".indexOf(line.charAt(at + 1)) >= 0) {
        escape(text);
      } else {
        text.append(line.charAt(at++));
      }
    }
    close("\"", open);
  }

  private void expansionOrCharacter(StringBuilder text) {
    if (line.startsWith("$((", at)) {
      text.append(balanced(at + 1, '(', ')'));
    } else if (line.startsWith("$(", at)) {
      text.append(substitution(at + 1));
    } else if (line.startsWith("${", at)) {
      text.append(balanced(at + 1, '{', '}'));
    } else if (line.charAt(at) == '`') {
      text.append(substitution(at));
    } else {
      text.append(line.charAt(at++));
    }
  }

  /**
   * Reads the commands of a substitution whose bracket or backquote is at {@code opener}; gives its
   * source.
   */
  private String substitution(int opener) {
    int start = at;
    at = opener + 1;
    commands(line.charAt(opener) == '(' ? ')' : '`');
    close(line.substring(start, opener + 1), start);
    return line.substring(start, at);
  }

  private String balanced(int opener, char open, char close) {
    int start = at;
    int depth = 0;
    at = opener;
    do {
      char c = line.charAt(at++);
      depth += c == open ? 1 : c == close ? -1 : 0;
    } while (depth > 0 && at < line.length());
    if (depth > 0) {
      leave(line.substring(start, opener + 1), start);
    }
    return line.substring(start, at);
  }

  private boolean isProcessSubstitution() {
    return line.startsWith("<(", at) || line.startsWith(">(", at);
  }

  /** The 2 of {@code 2>file} belongs to the redirection. */
  private boolean isDescriptor(Word word) {
    return word.text().matches("[0-9]+")
        && at < line.length()
        && (line.charAt(at) == '<' || line.charAt(at) == '>');
  }

  private boolean atEnd(char closer) {
    return at >= line.length() || (closer != NO_CLOSER && line.charAt(at) == closer);
  }

  private String startsWithAny(List<String> tokens) {
    return tokens.stream().filter(token -> line.startsWith(token, at)).findFirst().orElse("");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private void close(String opener, int place) {
    if (at == line.length()) {
      leave(opener, place);
    } else {
      at++;
    }
  }

  private void leave(String opener, int place) {
    if (unfinished == null) {
      unfinished = new Unfinished(opener, place);
    }
  }
}
