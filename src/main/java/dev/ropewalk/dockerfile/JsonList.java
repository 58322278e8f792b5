package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON list, the exec form of an instruction. Text that is not wholly one (an escape that JSON
 * does not know, a tab inside quotes, single quotes, more text behind it) is a line for the shell.
 * The classic builder looks at nothing behind the list.
 *
 * @param texts those of its items that are texts
 * @param onlyTexts whether all are; docker refuses a list with others
 */
record JsonList(List<String> texts, boolean onlyTexts) {
  JsonList {
    texts = List.copyOf(texts);
  }

  static Optional<JsonList> read(String text) {
    Reader reader = new Reader(Blanks.strip(text));
    return reader.list(0) && reader.atEnd()
        ? Optional.of(new JsonList(reader.texts, reader.onlyTexts))
        : Optional.empty();
  }

  private static final class Reader {
    private static final int DEEPEST = 200;
    private static final Pattern ATOM =
        Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String source;
    private final List<String> texts = new ArrayList<>();
    private boolean onlyTexts = true;
    private int at;

    Reader(String source) {
      this.source = source;
    }

    boolean atEnd() {
      return at == source.length();
    }

    /** The next sign that is not blank; 0 at the end. */
    private char peek() {
      while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
        at++;
      }
      return atEnd() ? 0 : source.charAt(at);
    }

    private boolean take(char sign) {
      boolean there = peek() == sign;
      at += there ? 1 : 0;
      return there;
    }

    private boolean list(int depth) {
      if (!take('[')) {
        return false;
      }
      if (take(']')) {
        return true;
      }
      do {
        if (!value(depth + 1)) {
          return false;
        }
      } while (take(','));
      return take(']');
    }

    private boolean map(int depth) {
      if (!take('{')) {
        return false;
      }
      if (take('}')) {
        return true;
      }
      do {
        if (text().isEmpty() || !take(':') || !value(depth + 1)) {
          return false;
        }
      } while (take(','));
      return take('}');
    }

    private boolean value(int depth) {
      if (depth > DEEPEST) {
        return false;
      }
      if (depth == 1 && peek() != '"') {
        onlyTexts = false;
      }
      return switch (peek()) {
        case '"' -> {
          Optional<String> text = text();
          if (depth == 1) {
            text.ifPresent(texts::add);
          }
          yield text.isPresent();
        }
        case '[' -> list(depth);
        case '{' -> map(depth);
        default -> atom();
      };
    }

    private boolean atom() {
      Matcher atom = ATOM.matcher(source).region(at, source.length());
      boolean there = atom.lookingAt();
      at = there ? atom.end() : at;
      return there;
    }

    private Optional<String> text() {
      if (!take('"')) {
        return Optional.empty();
      }
      StringBuilder text = new StringBuilder();
      while (at < source.length() && source.charAt(at) >= ' ') {
        char sign = source.charAt(at++);
        if (sign == '"') {
          return Optional.of(wellFormed(text));
        }
        if (sign == '\\' && !escape(text)) {
          break;
        }
        if (sign != '\\') {
          text.append(sign);
        }
      }
      at = source.length();
      return Optional.empty();
    }

    private boolean escape(StringBuilder text) {
      char sign = at < source.length() ? source.charAt(at++) : 0;
      if (sign == 'u' && source.substring(at).matches("(?s)[0-9a-fA-F]{4}.*")) {
        text.append((char) Integer.parseInt(source.substring(at, at + 4), 16));
        at += 4;
        return true;
      }
      int which = ESCAPES.indexOf(sign);
      text.append(which < 0 ? "" : ESCAPED.substring(which, which + 1));
      return which >= 0;
    }

    /** Half a pair stands for no sign. */
    private static String wellFormed(StringBuilder text) {
      int[] signs = text.codePoints().map(s -> s >= 0xD800 && s <= 0xDFFF ? 0xFFFD : s).toArray();
      return new String(signs, 0, signs.length);
    }
  }
}
