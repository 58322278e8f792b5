package dev.ropewalk.compose;

import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts variables into the values of a file: {@code $NAME}, {@code ${NAME}}, {@code :-} and {@code
 * -} for a default, {@code :?} and {@code ?} for one that must be there, {@code :+} and {@code +}
 * for what stands in the place of one that is; {@code $$} is a dollar. One without a value is
 * empty.
 */
final class Interpolation {
  private final Map<String, String> variables;

  Interpolation(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The same node with its values put in; keys stay as they are. */
  YamlNode into(YamlNode node, String file) throws Unreadable {
    switch (node) {
      case YamlNode.Scalar scalar -> {
        return scalar.text().indexOf('$') < 0
            ? scalar
            : new YamlNode.Scalar(scalar.place(), into(scalar, file), scalar.plain());
      }
      case YamlNode.Sequence(var place, var items) -> {
        List<YamlNode> put = new ArrayList<>();
        for (YamlNode item : items) {
          put.add(into(item, file));
        }
        return new YamlNode.Sequence(place, put);
      }
      case YamlNode.Mapping(var place, var entries) -> {
        List<YamlNode.Entry> put = new ArrayList<>();
        for (YamlNode.Entry entry : entries) {
          put.add(new YamlNode.Entry(entry.key(), into(entry.value(), file)));
        }
        return new YamlNode.Mapping(place, put);
      }
    }
  }

  private String into(YamlNode.Scalar scalar, String file) throws Unreadable {
    try {
      return into(scalar.text());
    } catch (Broken e) {
      throw Unreadable.at(file, scalar, e.says, e.fix);
    }
  }

  /** A text with its variables put in. */
  String into(String text) throws Broken {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter != '$') {
        out.append(letter);
        at++;
      } else if (text.startsWith("$$", at)) {
        out.append('$');
        at += 2;
      } else if (text.startsWith("${", at)) {
        int end = end(text, at);
        out.append(value(text.substring(at + 2, end)));
        at = end + 1;
      } else {
        int end = nameEnd(text, at + 1);
        if (end == at + 1) {
          throw new Broken(
              "A lone `$` stands in `%s`.".formatted(text), "Write `$$` for a dollar.");
        }
        out.append(variables.getOrDefault(text.substring(at + 1, end), ""));
        at = end;
      }
    }
    return out.toString();
  }

  /** Where the brace ends that opens here. */
  private static int end(String text, int start) throws Broken {
    int depth = 0;
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '{' && text.charAt(i - 1) == '$') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new Broken("`${` is not closed in `%s`.".formatted(text), "Close it with `}`.");
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && (text.charAt(end) == '_'
            || (text.charAt(end) < 128 && Character.isLetter(text.charAt(end)))
            || (end > start && Character.isDigit(text.charAt(end))))) {
      end++;
    }
    return end;
  }

  private String value(String inside) throws Broken {
    int end = nameEnd(inside, 0);
    String name = inside.substring(0, end);
    String rest = inside.substring(end);
    boolean filled = rest.startsWith(":");
    String operator = filled ? rest.substring(1) : rest;
    if (name.isEmpty() || (!rest.isEmpty() && !operator.matches("(?s)[-?+].*"))) {
      throw new Broken(
          "`${%s}` is no variable.".formatted(inside), "Write `${NAME}`, or `${NAME:-default}`.");
    }
    String value = variables.getOrDefault(name, "");
    if (rest.isEmpty()) {
      return value;
    }
    boolean there = filled ? !value.isEmpty() : variables.containsKey(name);
    String word = operator.substring(1);
    return switch (operator.charAt(0)) {
      case '-' -> there ? value : into(word);
      case '+' -> there ? into(word) : "";
      default -> {
        if (!there) {
          throw new Broken(
              "The variable `%s` has no value, and the file says that it must have one%s."
                  .formatted(name, word.isEmpty() ? "" : ": " + into(word)),
              "Write `%s=VALUE` into the file `.env` beside it.".formatted(name));
        }
        yield value;
      }
    };
  }

  /** A value in which variables are written wrong. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final String says;
    private final String fix;

    Broken(String says, String fix) {
      super(says);
      this.says = says;
      this.fix = fix;
    }
  }
}
