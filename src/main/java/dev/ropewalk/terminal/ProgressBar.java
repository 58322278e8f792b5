package dev.ropewalk.terminal;

import org.jline.utils.AttributedString;

/** How far something is, as a row of pieces. */
final class ProgressBar {
  private ProgressBar() {}

  /**
   * Draws it; nothing is filled where the whole is not known, and one piece as soon as something is
   * done.
   *
   * @param pieces how many columns it takes
   */
  static AttributedString draw(Sheet sheet, long done, long whole, int pieces) {
    int filled = whole <= 0 || done <= 0 ? 0 : (int) Math.clamp(done * pieces / whole, 1, pieces);
    return new Ink(sheet)
        .add(Role.PASSED, sheet.glyphs().filled().repeat(filled))
        .add(Role.DIM, sheet.glyphs().empty().repeat(pieces - filled))
        .dry();
  }
}
