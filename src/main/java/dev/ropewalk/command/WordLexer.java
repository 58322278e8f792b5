package dev.ropewalk.command;

import java.util.List;
import java.util.Optional;

/**
 * Reads the words of a shell's text from left to right: quotes, expansions, and what stands inside
 * them. Used once.
 */
abstract sealed class WordLexer permits ShellLexer {
  static final char NO_CLOSER = '\0';

  static final List<String> REDIRECTS =
      List.of("<<<", "<<-", "&>>", "<<", "<&", "<>", ">>", ">&", ">|", "&>", "<", ">");
  static final List<String> SEPARATORS =
      List.of(";;&", "&&", "||", "|&", ";;", ";&", "|", "&", ";", "(", ")", "\n");

  /** All of the text. */
  final String line;

  /** The place that is read next. */
  int at;

  private boolean inDoubleQuotes;
  private boolean stopped;
  private Optional<Unfinished> unfinished = Optional.empty();

  WordLexer(String line, int start) {
    this.line = line;
    this.at = start;
  }

  /** Reads commands up to the closer, which is left unread. */
  abstract void commands(char closer);

  /** Reads commands up to a closing backquote. */
  abstract void backquoted(int end);

  /** Nothing more is read, whatever is left. */
  final void stop() {
    stopped = true;
  }

  final boolean isStopped() {
    return stopped;
  }

  final boolean isAtEnd() {
    return stopped || isAtEndOfText();
  }

  final boolean isAtEndOfText() {
    return at >= line.length();
  }

  /** Something is open at the end of the text. What is innermost is told first, and counts. */
  final void note(Unfinished open) {
    if (unfinished.isEmpty()) {
      unfinished = Optional.of(open);
    }
  }

  final Optional<Unfinished> unfinished() {
    return unfinished;
  }

  final Word word(char closer) {
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

  /** A word between {@code [[} and {@code ]]}, where brackets and the like separate nothing. */
  final Word conditionWord() {
    int start = at;
    var text = new StringBuilder();
    while (!isAtEnd() && !isBlank(line.charAt(at)) && line.charAt(at) != '\n') {
      piece(text);
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
      note(Unfinished.continued("\\", at));
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
    at = close < 0 ? line.length() : close;
    close("'", open, "'");
  }

  /** {@code $'it\'s'}; what its other escapes stand for is left as it is written. */
  private void ansiQuotes(StringBuilder text) {
    int open = at;
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
    close("$'", open, "'");
  }

  private void doubleQuotes(StringBuilder text) {
    int open = at;
    boolean outside = inDoubleQuotes;
    inDoubleQuotes = true;
    at++;
    while (!isAtEnd() && line.charAt(at) != '"') {
      if (line.charAt(at) != '\\') {
        expansionOrCharacter(text);
      } else if (at + 1 == line.length() || "$`\"\\\n".indexOf(line.charAt(at + 1)) >= 0) {
        escape(text);
      } else {
        text.append(line.charAt(at++));
      }
    }
    close("\"", open, "\"");
    inDoubleQuotes = outside;
  }

  private void expansionOrCharacter(StringBuilder text) {
    if (line.startsWith("$((", at)) {
      text.append(arithmetic(1));
    } else if (line.startsWith("$(", at)) {
      text.append(substitution(at + 1));
    } else if (line.startsWith("${", at)) {
      text.append(enclosed("${", "}"));
    } else if (line.startsWith("$[", at)) {
      text.append(enclosed("$[", "]"));
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
    boolean isBracket = line.charAt(opener) == '(';
    if (isBracket) {
      commands(')');
    } else {
      backquoted(closingBackquote());
    }
    close(line.substring(start, opener + 1), start, isBracket ? ")" : "`");
    inDoubleQuotes = outside;
    return line.substring(start, at);
  }

  private int closingBackquote() {
    int end = at;
    while (end < line.length() && line.charAt(end) != '`') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, line.length());
  }

  /**
   * Reads {@code ((...))}.
   *
   * @param before how many characters stand before the brackets
   */
  final String arithmetic(int before) {
    int start = at;
    at += before;
    int depth = 0;
    do {
      char c = line.charAt(at);
      if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
        at++;
      } else {
        piece(new StringBuilder());
      }
    } while (depth > 0 && !isAtEnd());
    if (depth > 0 && !stopped) {
      note(Unfinished.unclosed(line.substring(start, start + before) + "((", start, "))"));
    }
    return line.substring(start, at);
  }

  /**
   * {@code ${A:-"}"}}: quotes and expansions inside may hold the closing bracket. In double quotes
   * a single one is a sign like any other.
   */
  private String enclosed(String opener, String closer) {
    int start = at;
    at += opener.length();
    while (!isAtEnd() && !line.startsWith(closer, at)) {
      if (inDoubleQuotes && line.charAt(at) == '\'') {
        at++;
      } else {
        piece(new StringBuilder());
      }
    }
    close(opener, start, closer);
    return line.substring(start, at);
  }

  /** {@code a=(b c)} is one word, and nothing of it runs. */
  private boolean isListOfWords(CharSequence before) {
    return line.charAt(at) == '(' && Word.ASSIGNMENT.matcher(before).matches();
  }

  private String listOfWords() {
    int start = at++;
    while (!isAtEnd() && line.charAt(at) != ')') {
      boolean isComment = line.charAt(at) == '#' && Character.isWhitespace(line.charAt(at - 1));
      if (isComment) {
        comment();
      } else {
        piece(new StringBuilder());
      }
    }
    close("(", start, ")");
    return line.substring(start, at);
  }

  /** Steps over the rest of the line. */
  final void comment() {
    int newline = line.indexOf('\n', at);
    at = newline < 0 ? line.length() : newline;
  }

  final boolean isProcessSubstitution() {
    return line.startsWith("<(", at) || line.startsWith(">(", at);
  }

  final boolean atEnd(char closer) {
    return isAtEnd() || (closer != NO_CLOSER && line.charAt(at) == closer);
  }

  final String startsWithAny(List<String> tokens) {
    int next = 0; // Asked for each character of each line: no stream.
    while (next < tokens.size() && !line.startsWith(tokens.get(next), at)) {
      next++;
    }
    return next < tokens.size() ? tokens.get(next) : "";
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** Steps over a closing sign, if it is there. */
  final void close(String opener, int start, String closer) {
    if (isAtEndOfText() && !stopped) {
      note(Unfinished.unclosed(opener, start, closer));
    } else if (!stopped) {
      at++;
    }
  }
}
