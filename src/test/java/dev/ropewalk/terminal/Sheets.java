package dev.ropewalk.terminal;

import java.util.List;
import org.jline.utils.AttributedString;

/** Sheets for tests. */
final class Sheets {
  private Sheets() {}

  static Sheet plain(int width) {
    return new Sheet(width, Palette.none(), Glyphs.UNICODE);
  }

  static Sheet ascii(int width) {
    return new Sheet(width, Palette.none(), Glyphs.ASCII);
  }

  static Sheet colourful(int width) {
    return new Sheet(width, Palette.full(), Glyphs.UNICODE);
  }

  /** What is sent to the terminal, its escapes made visible. */
  static String visible(Sheet sheet, List<AttributedString> lines) {
    return sheet.print(lines).replace('\033', '␛');
  }
}
