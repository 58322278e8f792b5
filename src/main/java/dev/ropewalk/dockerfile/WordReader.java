package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads text as docker's own small shell does: quotes, the escape sign, variables with the
 * modifiers {@code - + ? # % /}. This is BuildKit's reader with Dockerfile syntax 1.7 and newer;
 * the classic builder knows only {@code :-} and {@code :+}. Not for several threads.
 */
final class WordReader {
  private static final int END = -1;
  private static final int DEEPEST = 200;

  private final int line;
  private final char escape;
  private final Map<String, String> variables;
  private final Set<WordOption> options;
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean keepEscapes;
  private String text = "";
  private int at;
  private int depth;

  /**
   * A reader.
   *
   * @param line for errors
   * @param escape the sign that escapes
   */
  WordReader(int line, char escape, Map<String, String> variables, Set<WordOption> options) {
    this.line = line;
    this.escape = escape;
    this.variables = variables;
    this.options = options;
  }

  /** With variables put in, quotes and escapes taken off. */
  static WordReader of(int line, char escape, Map<String, String> variables) {
    return new WordReader(line, escape, variables, EnumSet.noneOf(WordOption.class));
  }

  /** The whole text as one word. */
  String whole(String source) throws Unreadable {
    begin(source);
    return until(END, keepEscapes, new ArrayList<>());
  }

  /** The words of the text, parted after variables were put in. */
  List<String> words(String source) throws Unreadable {
    begin(source);
    List<String> words = new ArrayList<>();
    until(END, keepEscapes, words);
    return words;
  }

  private void begin(String source) {
    text = source;
    at = 0;
    depth = 0;
    keepEscapes = options.contains(WordOption.KEEP_ESCAPES);
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private int next() {
    return at < text.length() ? text.charAt(at++) : END;
  }

  private Unreadable wrong(String sentence) {
    return new Unreadable(line, sentence);
  }

  private String until(int stop, boolean escapesStay, List<String> words) throws Unreadable {
    if (++depth > DEEPEST) {
      throw wrong("Variables stand inside each other more than %s deep.".formatted(DEEPEST));
    }
    boolean before = keepEscapes;
    keepEscapes = escapesStay;
    // Docker keeps one buffer: what stands before `${V:-x}` in a word is lost there, as here.
    word.setLength(0);
    StringBuilder result = new StringBuilder();
    while (peek() != END && peek() != stop) {
      int sign = peek();
      if (sign == '$') {
        String value = dollar();
        result.append(value);
        value.chars().forEach(each -> add((char) each, words));
      } else if (sign == '<' || quote(sign)) {
        String part = sign == '<' ? angle() : sign == '"' ? doubleQuoted() : singleQuoted();
        result.append(part);
        word.append(part);
        inWord = true;
      } else {
        plain(result, words);
      }
    }
    if (stop != END && next() == END) {
      throw wrong("`%s` is missing: `%s`.".formatted((char) stop, text));
    }
    end(words);
    keepEscapes = before;
    depth--;
    return result.toString();
  }

  private boolean quote(int sign) {
    return (sign == '"' || sign == '\'') && !options.contains(WordOption.NO_QUOTES);
  }

  private void plain(StringBuilder result, List<String> words) {
    char sign = (char) next();
    if (sign != escape) {
      add(sign, words);
      result.append(sign);
      return;
    }
    if (keepEscapes) {
      raw(sign);
      result.append(sign);
    }
    int escaped = next();
    if (escaped != END) {
      raw((char) escaped);
      result.append((char) escaped);
    }
  }

  private void add(char sign, List<String> words) {
    if (!Blanks.isBlank(sign)) {
      raw(sign);
    } else if (inWord && !word.isEmpty()) {
      end(words);
    }
  }

  private void raw(char sign) {
    word.append(sign);
    inWord = true;
  }

  private void end(List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private String angle() {
    int begin = at++;
    if (peek() == '<') {
      at++;
      while (peek() == '\t' || peek() == '\r' || peek() == ' ') {
        at++;
      }
    }
    return text.substring(begin, at);
  }

  private String singleQuoted() throws Unreadable {
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      throw wrong("A quote is missing: `%s`.".formatted(text));
    }
    boolean quotesStay = options.contains(WordOption.KEEP_QUOTES);
    String inside = quotesStay ? text.substring(at, close + 1) : text.substring(at + 1, close);
    at = close + 1;
    return inside;
  }

  private String doubleQuoted() throws Unreadable {
    String quote = options.contains(WordOption.KEEP_QUOTES) ? "\"" : "";
    StringBuilder inside = new StringBuilder(quote);
    at++;
    while (peek() != '"') {
      if (peek() == END) {
        throw wrong("A quote is missing: `%s`.".formatted(text));
      }
      if (peek() == '$') {
        inside.append(dollar());
        continue;
      }
      char sign = (char) next();
      if (sign == escape) {
        if (keepEscapes) {
          inside.append(sign);
        }
        if (peek() == END) {
          continue;
        }
        if (peek() == '"' || peek() == '$' || peek() == escape) {
          sign = (char) next();
        }
      }
      inside.append(sign);
    }
    at++;
    return inside.append(quote).toString();
  }

  private String dollar() throws Unreadable {
    int begin = at++;
    if (peek() != '{') {
      String name = name();
      return name.isEmpty() || unset(name)
          ? text.substring(begin, at)
          : variables.getOrDefault(name, "");
    }
    at++;
    if (peek() == END || "{}:".indexOf(peek()) >= 0) {
      throw wrong("`%s` names no variable.".formatted(text.substring(begin)));
    }
    String name = name();
    String whole = text.substring(begin);
    return switch (next()) {
      case '}' -> unset(name) ? "${" + name + "}" : variables.getOrDefault(name, "");
      case ':' -> modified(name, whole, true);
      case '+', '-', '?', '#', '%' -> {
        at--;
        yield modified(name, whole, false);
      }
      case '/' -> replaced(name, whole);
      default -> throw wrong("Docker does not know how to put in `%s`.".formatted(whole));
    };
  }

  private boolean unset(String name) {
    return !variables.containsKey(name) && options.contains(WordOption.KEEP_UNSET);
  }

  private String modified(String name, String whole, boolean emptyIsUnset) throws Unreadable {
    int sign = next();
    boolean pattern = sign == '#' || sign == '%';
    String argument = until('}', pattern, new ArrayList<>());
    String shown = whole.substring(0, whole.length() - (text.length() - at));
    if (unset(name) && !(pattern && emptyIsUnset)) {
      return shown;
    }
    String value = variables.getOrDefault(name, "");
    boolean has = variables.containsKey(name) && !(emptyIsUnset && value.isEmpty());
    if (sign == '-') {
      return has ? value : argument;
    }
    if (sign == '+') {
      return has ? argument : "";
    }
    if (sign == '?') {
      if (!has) {
        throw wrong(
            "`%s` needs a value%s.".formatted(name, argument.isEmpty() ? "" : ": " + argument));
      }
      return value;
    }
    if (!pattern || emptyIsUnset) {
      throw wrong("Docker does not know how to put in `%s`.".formatted(shown));
    }
    boolean longest = !argument.isEmpty() && argument.charAt(0) == sign;
    ShellPattern cut = ShellPattern.of(longest ? argument.substring(1) : argument, line);
    return sign == '#' ? cut.withoutStart(value, longest) : cut.withoutEnd(value, longest);
  }

  private String replaced(String name, String whole) throws Unreadable {
    boolean all = peek() == '/';
    at += all ? 1 : 0;
    String pattern = until('/', true, new ArrayList<>());
    String replacement = until('}', true, new ArrayList<>());
    if (unset(name)) {
      return whole.substring(0, whole.length() - (text.length() - at));
    }
    return ShellPattern.of(pattern, line)
        .replaced(variables.getOrDefault(name, ""), replacement, all);
  }

  private String name() {
    int begin = at;
    if (peek() != END && Character.isDigit(peek())) {
      while (peek() != END && Character.isDigit(peek())) {
        at++;
      }
    } else if (peek() != END && "@*#?-$!0".indexOf(peek()) >= 0) {
      at++;
    } else {
      while (peek() != END && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
        at++;
      }
    }
    return text.substring(begin, at);
  }
}
