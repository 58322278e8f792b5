package dev.ropewalk.proof;

import java.util.Comparator;
import java.util.List;

/**
 * One way to get a line wrong: what is changed in it, and which words name that.
 *
 * @param edits replacements that do not overlap
 */
record LineSlip(Mutant.Kind kind, List<LineEdit> edits, List<String> names) {
  LineSlip {
    edits = edits.stream().sorted(Comparator.comparingInt(LineEdit::start).reversed()).toList();
    names = List.copyOf(names);
  }

  LineSlip(Mutant.Kind kind, LineEdit edit, List<String> names) {
    this(kind, List.of(edit), names);
  }

  /** The line with the slip in it. */
  String in(String line) {
    String slipped = line;
    for (LineEdit edit : edits) {
      slipped = edit.in(slipped);
    }
    return slipped;
  }
}
