package dev.ropewalk.terminal;

import dev.ropewalk.text.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Writes a text with its looks. The one way by which words reach a drawing, so that all of them are
 * harmless; {@link Wrap} breaks the result into lines. Not for several threads.
 */
final class Ink {
  /** Stands for a blank at which a line is broken only when nothing else helps. */
  static final char GLUE = '\u00a0';

  private final Sheet sheet;
  private final AttributedStringBuilder out = new AttributedStringBuilder();
  private final Deque<AttributedStyle> styles = new ArrayDeque<>();

  Ink(Sheet sheet) {
    this.sheet = sheet;
    styles.push(AttributedStyle.DEFAULT);
  }

  /** What follows has this role too, until {@link #pop}. */
  Ink push(Role role) {
    styles.push(sheet.palette().over(styles.element(), role));
    return this;
  }

  Ink pop() {
    styles.pop();
    return this;
  }

  Ink add(String text) {
    out.append(sheet.glyphs().adapt(SafeText.of(text)), styles.element());
    return this;
  }

  Ink add(Role role, String text) {
    return push(role).add(text).pop();
  }

  /** Adds what is already drawn. */
  Ink add(AttributedString drawn) {
    out.append(drawn);
    return this;
  }

  /**
   * A piece of code inside a sentence; with backticks where its look alone does not show it. One of
   * ropewalk's words gets the name that it has for the reader.
   */
  Ink code(String code) {
    return sheet
        .words()
        .other(code)
        .map(name -> line(begins() ? capital(name) : name, this::plainCode))
        .orElseGet(() -> plainCode(code));
  }

  /** Whether a sentence begins here. */
  private boolean begins() {
    String before = out.toString();
    return before.isBlank() || before.endsWith("\n") || before.matches("(?s).*[.?] $");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private Ink plainCode(String code) {
    String glued = code.replace(' ', GLUE);
    return add(Role.CODE, sheet.palette().plain() ? "`" + glued + "`" : glued);
  }

  /** Sentences of ours, with code in backticks; a line end stays one. */
  Ink sentences(String text) {
    String[] lines = text.strip().split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        lineEnd();
      }
      line(lines[i], this::code);
    }
    return this;
  }

  private Ink line(String text, Consumer<String> code) {
    int from = 0;
    while (true) {
      int open = text.indexOf('`', from);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        return add(text.substring(from));
      }
      add(text.substring(from, open));
      code.accept(text.substring(open + 1, close));
      from = close + 1;
      if (readsAsTwoDots(text, close)) {
        from++;
      }
    }
  }

  /**
   * Without its backticks, {@code docker build .} at a sentence's end would name another folder.
   */
  private boolean readsAsTwoDots(String text, int close) {
    return !sheet.palette().plain() && text.startsWith(".`.", close - 1);
  }

  Ink lineEnd() {
    out.append('\n');
    return this;
  }

  /** Blanks up to this column; none when it is already passed. */
  Ink to(int column) {
    out.append(" ".repeat(Math.max(0, column - out.columnLength())));
    return this;
  }

  /** What has been written. */
  AttributedString dry() {
    return out.toAttributedString();
  }
}
