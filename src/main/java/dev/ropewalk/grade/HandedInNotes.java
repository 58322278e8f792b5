package dev.ropewalk.grade;

import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** What is told of command lines before they are typed: sentences. */
final class HandedInNotes {
  private static final String PROMPT =
      "`%s` begins with the sign of a prompt, which is no part of a command: it was typed as it stands.";

  private static final String NO_SEED =
      "`%s` tells no seed, which is written `# seed: NUMBER`: the values are those of the grading.";

  private static final String NO_STEP =
      "`%s` names no step of this lesson, so that the lines below it belong to the step before. Its steps are `%s`.";

  private static final String SUDO =
      "There is no `sudo` where it is graded, and no need for it: all lines run as root.";

  private HandedInNotes() {}

  static List<String> of(Submission.Part part, Lesson lesson) {
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
    List<String> steps = lesson.steps().stream().map(step -> step.id().slug()).toList();
    lines.stream()
        .filter(line -> namesNone(line, steps))
        .findFirst()
        .map(line -> NO_STEP.formatted(quoted(line), String.join("`, `", steps)))
        .ifPresent(notes::add);
    if (lines.stream().anyMatch(line -> line.startsWith("sudo "))) {
      notes.add(SUDO);
    }
    return notes;
  }

  private static boolean namesNone(String line, List<String> steps) {
    Matcher mark = LessonReplay.MARK.matcher(line);
    return mark.matches()
        ? !steps.contains(mark.group(1))
        : line.toLowerCase(Locale.ROOT).startsWith("# step:");
  }

  /** The first line of a command line, cut where it is long. */
  static String quoted(String line) {
    return Quotation.cut(line.lines().findFirst().orElse(""), 80);
  }
}
