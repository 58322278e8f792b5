package dev.ropewalk.terminal;

import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp;

/**
 * What every drawing is made on: a width, a palette, a set of signs, and how ropewalk's words are
 * named to whoever reads it.
 *
 * @param width in columns, clamped to {@link #NARROWEST} and {@link #WIDEST}
 */
public record Sheet(int width, Palette palette, Glyphs glyphs, WordNames words) {
  public static final int NARROWEST = 30;
  public static final int WIDEST = 120;

  private static final int USUAL = 80;

  public Sheet {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /** For a reader at the course's own prompt. */
  public Sheet(int width, Palette palette, Glyphs glyphs) {
    this(width, palette, glyphs, WordNames.PROMPT);
  }

  /** The same sheet for a reader to whom the words are named like this. */
  public Sheet with(WordNames names) {
    return new Sheet(width, palette, glyphs, names);
  }

  /**
   * The sheet that fits a terminal as it is now; ask again after a resize.
   *
   * @param environment the variables of our process
   */
  public static Sheet of(Terminal terminal, Map<String, String> environment) {
    Integer colours = terminal.getNumericCapability(InfoCmp.Capability.max_colors);
    return new Sheet(
        terminal.getColumns() > 0 ? terminal.getColumns() : USUAL,
        Palette.choose(environment, colours == null ? 0 : colours),
        Glyphs.choose(terminal.outputEncoding(), terminal.getType()));
  }

  /** A short text as it is: not wrapped, its control characters made harmless. */
  public AttributedString text(Role role, String text) {
    return new Ink(this).add(role, text).dry();
  }

  /** Sentences with code in backticks, wrapped to the width. */
  public List<AttributedString> prose(Role role, String sentences) {
    TerminalWriter writer = new TerminalWriter(this);
    writer.wrapped(new Ink(this).push(role).sentences(sentences).dry());
    return writer.lines();
  }

  /** The line as it is sent to the terminal or the pipe, without a line end. */
  public String print(AttributedString line) {
    if (palette.plain()) {
      return line.toString();
    }
    StringBuilder out = new StringBuilder();
    for (int run = 0; run < line.length(); run = line.runLimit(run)) {
      // JLine's own toAnsi turns the lines of boxes into ASCII, so it is asked for the colours
      // only.
      String frame = new AttributedString(" ", line.styleAt(run)).toAnsi();
      out.append(frame.replace(" ", line.subSequence(run, line.runLimit(run)).toString()));
    }
    return out.toString();
  }

  /** The lines as they are sent, each with its line end. */
  public String print(List<AttributedString> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(print(line)).append('\n'));
    return out.toString();
  }
}
