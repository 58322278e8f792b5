package dev.ropewalk.dockerfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a Dockerfile as BuildKit joins them: an escape sign at the end goes on in the next
 * line, comments and empty lines between do not count, nothing is put between the parts (so a word
 * may be split). Only a line feed ends a line; carriage returns before it are taken off. Directives
 * stand before all else: the first line that is none ends them, also one whose name is unknown (the
 * classic builder goes on reading there). Not for several threads.
 */
final class LogicalLines {
  private static final int LONGEST = 65_535;
  private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "([a-zA-Z][a-zA-Z0-9]*)[\\t\\n\\f\\r ]*=[\\t\\n\\f\\r ]*([^\n]+?)[\\t\\n\\f\\r ]*");

  private final List<String> lines;
  private final Set<String> seen = new HashSet<>();
  private boolean directivesEnded;
  private char escape = '\\';
  private int next;

  /**
   * A line that may go over several.
   *
   * @param number of its first, from 1
   */
  record Line(int number, String text) {}

  LogicalLines(String text) throws Unreadable {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    lines = new ArrayList<>(List.of(plain.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    for (int each = 0; each < lines.size(); each++) {
      String line = lines.get(each);
      if (line.length() > LONGEST / 3 && line.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        throw new Unreadable(each + 1, "The line is longer than %s bytes.".formatted(LONGEST));
      }
    }
  }

  /** The sign that escapes; final once the first line has been read. */
  char escape() {
    return escape;
  }

  /** The next one with text in it; empty at the end. */
  Optional<Line> next() throws Unreadable {
    while (next < lines.size()) {
      int begin = next + 1;
      String first = Blanks.stripLeading(ended(lines.get(next++)));
      directive(first, begin);
      String plain = first.startsWith("#") ? "" : first;
      if (goesOn(plain) || !plain.isEmpty()) {
        return Optional.of(new Line(begin, joined(plain)));
      }
    }
    return Optional.empty();
  }

  private String joined(String first) {
    StringBuilder whole = new StringBuilder();
    String part = first;
    while (true) {
      boolean goesOn = goesOn(part);
      whole.append(goesOn ? withoutEscape(part) : part);
      if (!goesOn) {
        return whole.toString();
      }
      do {
        if (next == lines.size()) {
          return whole.toString();
        }
        part = ended(lines.get(next++));
      } while (empty(part));
    }
  }

  private static boolean empty(String line) {
    String text = Blanks.stripLeading(line);
    return text.isEmpty() || text.startsWith("#");
  }

  private static String ended(String line) {
    return Blanks.withoutEnd(line, "\r");
  }

  /** The escape sign is the last but for blanks, and no other stands before it. */
  private boolean goesOn(String line) {
    int last = withoutBlanks(line).length() - 1;
    return last >= 0
        && line.charAt(last) == escape
        && (last == 0 || line.charAt(last - 1) != escape);
  }

  private static String withoutEscape(String line) {
    String text = withoutBlanks(line);
    return text.substring(0, text.length() - 1);
  }

  private static String withoutBlanks(String line) {
    return Blanks.withoutEnd(line, " \t");
  }

  private void directive(String line, int number) throws Unreadable {
    Matcher directive =
        DIRECTIVE.matcher(line.startsWith("#") ? Blanks.stripLeading(line.substring(1)) : "");
    if (directivesEnded
        || !directive.matches()
        || !DIRECTIVES.contains(directive.group(1).toLowerCase(Locale.ROOT))) {
      directivesEnded = true;
      return;
    }
    String name = directive.group(1).toLowerCase(Locale.ROOT);
    if (!seen.add(name)) {
      throw new Unreadable(number, "The directive `%s` stands here twice.".formatted(name));
    }
    if (name.equals("escape")) {
      String sign = directive.group(2);
      if (!sign.equals("\\") && !sign.equals("`")) {
        throw new Unreadable(
            number, "`escape` may be `\\` or a backtick, not `%s`.".formatted(sign));
      }
      escape = sign.charAt(0);
    }
  }

  /**
   * The text of a here-document that begins with the next line, without its end.
   *
   * @param line that opens it, for the error
   */
  String document(HereDocument opening, int line) throws Unreadable {
    List<String> body = new ArrayList<>();
    while (next < lines.size()) {
      String raw = lines.get(next++);
      String text = opening.stripsTabs() ? raw.replaceFirst("^\t+", "") : raw;
      if (ended(text).equals(opening.name())) {
        return String.join("\n", body);
      }
      body.add(text);
    }
    throw new Unreadable(line, "The here-document `%s` has no end.".formatted(opening.name()));
  }
}
