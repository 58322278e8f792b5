package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A check and how it stands, to be drawn.
 *
 * @param text what is claimed; code in backticks
 * @param reasons sentences that say why it does not hold and what to do, drawn below
 */
public record VerdictLine(Mark mark, String text, List<String> reasons) {
  public VerdictLine {
    reasons = List.copyOf(reasons);
  }

  public VerdictLine(Mark mark, String text) {
    this(mark, text, List.of());
  }

  /** Draws verdicts one below the other, each text hanging under its start. */
  public static List<AttributedString> draw(Sheet sheet, List<VerdictLine> verdicts) {
    TerminalWriter writer = new TerminalWriter(sheet);
    verdicts.forEach(verdict -> verdict.draw(sheet, writer));
    return writer.lines();
  }

  private void draw(Sheet sheet, TerminalWriter writer) {
    AttributedString glyph = sheet.text(mark.role(), mark.glyph(sheet.glyphs()) + " ");
    writer.indent(glyph, sheet.text(Role.PLAIN, " ".repeat(glyph.columnLength())));
    List<AttributedString> pieces = new ArrayList<>();
    pieces.add(new Ink(sheet).push(Role.PLAIN).sentences(text).dry());
    reasons.forEach(reason -> pieces.add(new Ink(sheet).sentences(reason).dry()));
    pieces.forEach(writer::wrapped);
    writer.outdent();
  }
}
