package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the simple commands of a shell script, in order, those inside {@code $(…)} before the one
 * that uses them. Reads quotes, comments, operators, redirections and here-documents; does not put
 * variables in. A script that is cut off gives what could be read. Not for several threads.
 */
final class ShellScript {
  private static final int DEEPEST = 20;
  private static final int OPEN = -1;

  private final String script;
  private final int depth;
  private final List<ShellCommand> commands = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private List<String> words = new ArrayList<>();
  private boolean inWord;
  private boolean toRedirection;
  private boolean toDocument;
  private int at;

  /** A here-document that begins on the next line; it belongs to a command by number. */
  private record Opened(String name, int command) {}

  private ShellScript(String script, int depth) {
    this.script = script;
    this.depth = depth;
  }

  /** The commands as they stand there; see {@link ShellCommand#unwrapped}. */
  static List<ShellCommand> simple(String script) {
    return new ShellScript(script, 0).read();
  }

  /** The commands that run, whatever runs them. */
  static List<ShellCommand> commands(String script) {
    return simple(script).stream().flatMap(each -> each.unwrapped().stream()).toList();
  }

  private List<ShellCommand> read() {
    while (at < script.length()) {
      char sign = script.charAt(at++);
      switch (sign) {
        case '\n' -> {
          endCommand();
          documents();
        }
        case ' ', '\t', '\r' -> endWord();
        case ';', '|', '&', '(', ')' -> endCommand();
        case '<', '>' -> redirection(sign);
        case '#' -> {
          if (inWord) {
            add(sign);
          } else {
            at = lineEnd(at);
          }
        }
        case '\'' -> quoted(closing('\'', at));
        case '"' -> doubleQuoted();
        case '\\' -> {
          if (at < script.length() && script.charAt(at) != '\n') {
            add(script.charAt(at));
          }
          at++;
        }
        case '$' -> dollar();
        case '`' -> nested(closing('`', at));
        default -> add(sign);
      }
    }
    endCommand();
    return commands;
  }

  private void add(char sign) {
    word.append(sign);
    inWord = true;
  }

  private int lineEnd(int from) {
    int end = script.indexOf('\n', from);
    return end < 0 ? script.length() : end;
  }

  private int closing(char quote, int from) {
    int end = script.indexOf(quote, from);
    return end < 0 ? script.length() : end;
  }

  private void quoted(int end) {
    script.substring(at, end).chars().forEach(sign -> addQuoted((char) sign));
    inWord = true;
    at = end + 1;
  }

  private void addQuoted(char sign) {
    add(sign == '*' ? ShellCommand.QUOTED_STAR : sign);
  }

  private void doubleQuoted() {
    inWord = true;
    while (at < script.length() && script.charAt(at) != '"') {
      char sign = script.charAt(at++);
      if (sign == '\\' && at < script.length()) {
        char escaped = script.charAt(at++);
        if ("$`\"\\\n".indexOf(escaped) < 0) {
          add(sign);
        }
        if (escaped != '\n') {
          addQuoted(escaped);
        }
      } else if (sign == '$') {
        dollar();
      } else if (sign == '`') {
        nested(closing('`', at));
      } else {
        addQuoted(sign);
      }
    }
    at++;
  }

  private void dollar() {
    add('$');
    if (script.startsWith("((", at)) {
      at = Math.min(script.length(), balanced('(', ')'));
    } else if (script.startsWith("(", at)) {
      int end = balanced('(', ')');
      at++;
      nested(Math.max(at, end - 1));
    } else if (script.startsWith("{", at)) {
      int end = Math.min(script.length(), balanced('{', '}'));
      word.append(script, at, end);
      at = end;
    }
  }

  /** Where the bracket that stands here is closed, one behind. */
  private int balanced(char open, char close) {
    int level = 0;
    char quote = 0;
    for (int each = at; each < script.length(); each++) {
      char sign = script.charAt(each);
      if (sign == '\\' && quote != '\'') {
        each++;
      } else if (quote != 0 || sign == '\'' || sign == '"') {
        quote = quote == 0 ? sign : sign == quote ? 0 : quote;
      } else if (sign == open) {
        level++;
      } else if (sign == close && --level == 0) {
        return each + 1;
      }
    }
    return script.length() + 1;
  }

  private void nested(int end) {
    inWord = true;
    int last = Math.min(end, script.length());
    if (depth < DEEPEST) {
      commands.addAll(new ShellScript(script.substring(at, last), depth + 1).read());
    }
    at = last + 1;
  }

  private void redirection(char sign) {
    if (inWord && word.chars().allMatch(Character::isDigit)) {
      word.setLength(0);
      inWord = false;
    }
    endWord();
    int begin = at - 1;
    while (at < script.length() && "<>&|-".indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    String operator = script.substring(begin, at);
    if (at < script.length() && script.charAt(at) == '(') {
      endCommand();
      return;
    }
    toDocument = operator.equals("<<") || operator.equals("<<-");
    toRedirection = !operator.endsWith("-") || toDocument;
    toRedirection |= sign == '>' && operator.length() == 1;
  }

  private void endWord() {
    if (!inWord) {
      return;
    }
    String whole = word.toString();
    if (toDocument) {
      opened.add(new Opened(ShellCommand.plain(whole), OPEN));
    } else if (!toRedirection) {
      words.add(whole);
    }
    toDocument = false;
    toRedirection = false;
    inWord = false;
    word.setLength(0);
  }

  private void endCommand() {
    endWord();
    int number = commands.size();
    opened.replaceAll(each -> each.command() == OPEN ? new Opened(each.name(), number) : each);
    commands.add(new ShellCommand(words, List.of()));
    words = new ArrayList<>();
    toRedirection = false;
  }

  private void documents() {
    for (Opened each : opened) {
      List<String> body = new ArrayList<>();
      while (at < script.length()) {
        int end = lineEnd(at);
        String line = script.substring(at, end);
        at = end + 1;
        if (line.replaceFirst("^\t+", "").equals(each.name())) {
          break;
        }
        body.add(line);
      }
      ShellCommand owner = commands.get(each.command());
      List<String> input = new ArrayList<>(owner.input());
      input.add(String.join("\n", body));
      commands.set(each.command(), new ShellCommand(owner.words(), input));
    }
    opened.clear();
  }
}
