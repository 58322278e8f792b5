package dev.ropewalk.grade;

import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.text.Quotation;
import java.util.ArrayList;
import java.util.List;

/** What is told of command lines before they are typed: sentences. */
final class HandedInNotes {
  private static final String PROMPT =
      "`%s` begins with the sign of a prompt, which is no part of a command: it was typed as it stands.";

  private static final String NO_SEED =
      "`%s` tells no seed, which is written `# seed: NUMBER`: the values are those of the grading.";

  private HandedInNotes() {}

  static List<String> of(Submission.Part part) {
    List<String> notes = new ArrayList<>();
    List<String> lines = part.commands().commands();
    if (lines.stream().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      notes.add("There is no command line in what was handed in.");
    }
    part.brokenSeed().map(line -> NO_SEED.formatted(quoted(line))).ifPresent(notes::add);
    lines.stream()
        .filter(SubmittedLine::hasPrompt)
        .findFirst()
        .ifPresent(line -> notes.add(PROMPT.formatted(quoted(line))));
    return notes;
  }

  /** The first line of a command line, cut where it is long. */
  static String quoted(String line) {
    return Quotation.cut(line.lines().findFirst().orElse(""), 80);
  }
}
