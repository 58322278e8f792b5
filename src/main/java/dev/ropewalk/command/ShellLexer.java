package dev.ropewalk.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;

/** Reads one line from left to right; used once. */
final class ShellLexer {
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*\\+?=");
  private static final char NO_CLOSER = '\0';
  private static final List<String> REDIRECTS =
      List.of("<<<", "<<-", "&>>", "<<", "<&", "<>", ">>", ">&", ">|", "&>", "<", ">");
  private static final List<String> SEPARATORS =
      List.of("&&", "||", "|&", "|", "&", ";", "(", ")", "\n");

  private final String line;
  private final List<SimpleCommand> commands = new ArrayList<>();
  private final Queue<HereDocument> heredocs = new ArrayDeque<>();
  private int at;
  private boolean inDoubleQuotes;

  ShellLexer(String line) {
    this.line = line;
  }

  ShellWords read() {
    commands(NO_CLOSER);
    return new ShellWords(commands);
  }

  /** Text that begins on the next line, up to a line that is its last word. */
  private record HereDocument(String last, boolean isIndented) {
    boolean endsAt(String line) {
      return (isIndented ? line.replaceFirst("^\t+", "") : line).equals(last);
    }
  }

  /** Reads commands up to the closer, which is left unread. */
  private void commands(char closer) {
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
        step(separator);
        start = at;
      } else {
        Word word = word(closer);
        if (!isDescriptor(word)) {
          words.add(word);
        }
      }
    }
    finish(words, redirects, start);
  }

  private void step(String separator) {
    at += separator.length();
    if (separator.equals("\n")) {
      heredocBodies();
    } else if (separator.equals("(")) {
      commands(')');
      close();
    }
  }

  private void finish(List<Word> words, List<Word> redirects, int start) {
    commands.add(new SimpleCommand(words, redirects, start, at));
    words.clear();
    redirects.clear();
  }

  private Word redirect(String operator, char closer) {
    at += operator.length();
    while (!atEnd(closer) && isBlank(line.charAt(at))) {
      at++;
    }
    Word target = word(closer);
    if (operator.equals("<<") || operator.equals("<<-")) {
      heredocs.add(new HereDocument(target.text(), operator.endsWith("-")));
    }
    return target;
  }

  private void heredocBodies() {
    while (!heredocs.isEmpty() && at < line.length()) {
      HereDocument document = heredocs.remove();
      boolean more = true;
      while (more && at < line.length()) {
        int newline = line.indexOf('\n', at);
        int end = newline < 0 ? line.length() : newline;
        more = !document.endsAt(line.substring(at, end));
        at = Math.min(end + 1, line.length());
      }
    }
  }

  private Word word(char closer) {
    int start = at;
    var text = new StringBuilder();
    while (!atEnd(closer) && !isBlank(line.charAt(at))) {
      if (isProcessSubstitution()) {
        text.append(substitution(at + 1));
      } else if (isListOfWords(text)) {
        text.append(listOfWords());
      } else if (startsWithAny(SEPARATORS).isEmpty() && startsWithAny(REDIRECTS).isEmpty()) {
        piece(text);
      } else {
        break;
      }
    }
    return new Word(text.toString(), start, at);
  }

  private void piece(StringBuilder text) {
    if (!inDoubleQuotes && line.startsWith("$'", at)) {
      ansiQuotes(text);
      return;
    }
    switch (line.charAt(at)) {
      case '\\' -> escape(text);
      case '\'' -> singleQuotes(text);
      case '"' -> doubleQuotes(text);
      default -> expansionOrCharacter(text);
    }
  }

  private void escape(StringBuilder text) {
    if (at + 1 == line.length()) {
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
  }

  /** {@code $'it\'s'}; what its other escapes stand for is left as it is written. */
  private void ansiQuotes(StringBuilder text) {
    at += 2;
    while (at < line.length() && line.charAt(at) != '\'') {
      if (line.charAt(at) == '\\' && at + 1 < line.length()) {
        if ("\\'\"".indexOf(line.charAt(at + 1)) < 0) {
          text.append('\\');
        }
        at++;
      }
      text.append(line.charAt(at++));
    }
    close();
  }

  private void doubleQuotes(StringBuilder text) {
    boolean outside = inDoubleQuotes;
    inDoubleQuotes = true;
    at++;
    while (at < line.length() && line.charAt(at) != '"') {
      if (line.charAt(at) != '\\') {
        expansionOrCharacter(text);
      } else if (at + 1 == line.length() || "$`\"\\\n".indexOf(line.charAt(at + 1)) >= 0) {
        escape(text);
      } else {
        text.append(line.charAt(at++));
      }
    }
    close();
    inDoubleQuotes = outside;
  }

  private void expansionOrCharacter(StringBuilder text) {
    if (line.startsWith("$((", at)) {
      text.append(arithmetic());
    } else if (line.startsWith("$(", at)) {
      text.append(substitution(at + 1));
    } else if (line.startsWith("${", at)) {
      text.append(parameter());
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
    boolean outside = inDoubleQuotes;
    inDoubleQuotes = false;
    at = opener + 1;
    commands(line.charAt(opener) == '(' ? ')' : '`');
    close();
    inDoubleQuotes = outside;
    return line.substring(start, at);
  }

  private String arithmetic() {
    int start = at++;
    int depth = 0;
    do {
      char c = line.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (depth > 0 && at < line.length());
    return line.substring(start, at);
  }

  /**
   * {@code ${A:-"}"}}: quotes and expansions inside may hold the closing bracket. In double quotes
   * a single one is a sign like any other.
   */
  private String parameter() {
    int start = at;
    at += 2;
    while (at < line.length() && line.charAt(at) != '}') {
      if (inDoubleQuotes && line.charAt(at) == '\'') {
        at++;
      } else {
        piece(new StringBuilder());
      }
    }
    close();
    return line.substring(start, at);
  }

  /** {@code a=(b c)} is one word, and nothing of it runs. */
  private boolean isListOfWords(CharSequence before) {
    return line.charAt(at) == '(' && ASSIGNMENT.matcher(before).matches();
  }

  private String listOfWords() {
    int start = at++;
    while (at < line.length() && line.charAt(at) != ')') {
      piece(new StringBuilder());
    }
    close();
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

  /** Steps over a closing sign, if it is there. */
  private void close() {
    if (at < line.length()) {
      at++;
    }
  }
}
