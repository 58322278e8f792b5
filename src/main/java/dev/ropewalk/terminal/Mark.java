package dev.ropewalk.terminal;

/** How a check stands, as a sign. */
public enum Mark {
  PASSED,
  FAILED,
  WAITING,
  ERRORED;

  Role role() {
    return switch (this) {
      case PASSED -> Role.PASSED;
      case FAILED -> Role.FAILED;
      case WAITING -> Role.WAITING;
      case ERRORED -> Role.ERRORED;
    };
  }

  String glyph(Glyphs glyphs) {
    return switch (this) {
      case PASSED -> glyphs.passed();
      case FAILED -> glyphs.failed();
      case WAITING -> glyphs.waiting();
      case ERRORED -> glyphs.errored();
    };
  }
}
