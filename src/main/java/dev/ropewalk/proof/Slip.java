package dev.ropewalk.proof;

import java.util.Comparator;
import java.util.List;

/**
 * One way to get a line wrong: what is changed in it, and which words name that.
 *
 * @param edits replacements that do not overlap
 */
record Slip(Mutant.Kind kind, List<Edit> edits, List<String> names) {
  Slip {
    edits = edits.stream().sorted(Comparator.comparingInt(Edit::start).reversed()).toList();
    names = List.copyOf(names);
  }

  Slip(Mutant.Kind kind, Edit edit, List<String> names) {
    this(kind, List.of(edit), names);
  }

  /** The line with the slip in it. */
  String in(String line) {
    String slipped = line;
    for (Edit edit : edits) {
      slipped = edit.in(slipped);
    }
    return slipped;
  }
}
