package dev.ropewalk.proof;

import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Skip;
import dev.ropewalk.proof.TrialRow.Outcome;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.terminal.TextTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Draws a proof as text: a line for each lesson, then all that is not as it must be. */
public final class ProofTable {
  static final List<String> HEADINGS =
      List.of(
          "lesson",
          "steps",
          "untouched",
          "solutions",
          "accepts",
          "mistakes",
          "mutants",
          "unnamed",
          "survived",
          "explained",
          "seconds");
  private static final int MARGIN = 6;
  private static final int MOST_LINES = 24;
  private static final Sheet SHEET = new Sheet(Sheet.WIDEST, Palette.none(), Glyphs.ASCII);

  /** After these it is shown what was read. */
  private static final Set<Outcome> READ =
      EnumSet.of(Outcome.FAILS, Outcome.REFUSED, Outcome.PASSED, Outcome.SILENT, Outcome.UNSAID);

  private ProofTable() {}

  /** The whole text. */
  public static String text(Proof proof) {
    StringBuilder text = new StringBuilder();
    List<LessonProof> lessons = proof.lessons();
    boolean hasScripts = ScriptFigures.hasScripts(lessons);
    if (!hasScripts || proof.has(row -> !(row.trial() instanceof Trial.Scripted))) {
      text.append(table(HEADINGS, lessons.stream().map(ProofTable::cells).toList()));
    }
    if (hasScripts) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(table(ScriptFigures.HEADINGS, ScriptFigures.rows(lessons)));
    }
    if (AnswerFigures.hasAnswers(lessons)) {
      text.append('\n').append(table(AnswerFigures.ANSWERS, AnswerFigures.answers(lessons)));
    }
    if (AnswerFigures.hasFollowed(lessons)) {
      text.append('\n').append(table(AnswerFigures.FOLLOWED, AnswerFigures.followed(lessons)));
    }
    for (Outcome outcome :
        List.of(
            Outcome.FAILS,
            Outcome.ERRORED,
            Outcome.EMPTY,
            Outcome.UNRUN,
            Outcome.UNWRITTEN,
            Outcome.REFUSED,
            Outcome.PASSED,
            Outcome.SILENT,
            Outcome.UNSAID,
            Outcome.SURVIVED,
            Outcome.UNNAMED,
            Outcome.EXPLAINED)) {
      text.append(rows(proof, outcome));
    }
    for (End end : List.of(End.LOOP, End.UNMENDED, End.NOTHING)) {
      text.append(rows(proof, end.word(), row -> follows(row, it -> it.end() == end)));
    }
    text.append(rows(proof, "locked", row -> follows(row, it -> it.skip() == Skip.LOCKED)));
    text.append(rows(proof, "harmed", row -> follows(row, it -> !it.lost().isEmpty())));
    text.append(again(proof));
    return text.append('\n').append(ProofSentence.of(proof)).append('\n').toString();
  }

  /** One line on a lesson, for the one who waits for the others. */
  public static String line(LessonProof lesson) {
    List<String> parts = new ArrayList<>();
    if (ScriptFigures.hasScripts(List.of(lesson))) {
      parts.add(ScriptFigures.sentence(List.of(lesson)));
    }
    if (parts.isEmpty()
        || lesson.rows().anyMatch(row -> !(row.trial() instanceof Trial.Scripted))) {
      parts.add(
          "%s of %s mutants killed, %s failed, %s errored"
              .formatted(
                  lesson.count(Trial.Mutated.class, Outcome.KILLED),
                  lesson.count(Trial.Mutated.class),
                  lesson.rows().filter(row -> row.outcome() == Outcome.FAILS).count(),
                  lesson.rows().filter(row -> row.outcome() == Outcome.ERRORED).count()));
    }
    if (lesson.hasAnswers()) {
      parts.add(
          "%s refused, %s passed, %s silent"
              .formatted(
                  lesson.count(Trial.Right.class, Outcome.REFUSED),
                  lesson.count(Trial.Wrong.class, Outcome.PASSED),
                  lesson.count(Trial.Wrong.class, Outcome.SILENT)));
    }
    return lesson.lesson() + ": " + String.join(", ", parts);
  }

  private static List<String> cells(LessonProof lesson) {
    long killed = lesson.count(Trial.Mutated.class, Outcome.KILLED);
    long mutants = lesson.count(Trial.Mutated.class);
    return List.of(
        lesson.lesson().slug(),
        String.valueOf(lesson.steps().size()),
        lesson.count(Trial.Untouched.class, Outcome.FAILS)
            + lesson.count(Trial.Idle.class, Outcome.FAILS)
            + " pass",
        held(lesson, Trial.Solution.class),
        held(lesson, Trial.Accepted.class),
        held(lesson, Trial.Mistaken.class),
        killed + "/" + mutants + " " + percent(killed, mutants),
        String.valueOf(lesson.count(Trial.Mutated.class, Outcome.UNNAMED)),
        String.valueOf(lesson.count(Trial.Mutated.class, Outcome.SURVIVED)),
        String.valueOf(lesson.count(Trial.Mutated.class, Outcome.EXPLAINED)),
        String.valueOf(lesson.rows().mapToLong(row -> row.took().toMillis()).sum() / 1000));
  }

  private static boolean follows(TrialRow row, Predicate<Followed> how) {
    return row.followed().filter(how).isPresent();
  }

  private static String table(List<String> headings, List<List<String>> rows) {
    return TextTable.draw(SHEET, headings, rows);
  }

  private static String held(LessonProof lesson, Class<? extends Trial> kind) {
    return lesson.count(kind, Outcome.HOLDS) + "/" + lesson.count(kind);
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.0f%%", Math.floor(100.0 * part / whole));
  }

  private static String rows(Proof proof, Outcome outcome) {
    return rows(proof, heading(outcome), row -> row.outcome() == outcome);
  }

  /** What stands above the trials that ended so. */
  static String heading(Outcome outcome) {
    return switch (outcome) {
      case EMPTY -> "pass with nothing done";
      case UNRUN -> "could not be run";
      case UNWRITTEN -> "to be written";
      case FAILS,
          ERRORED,
          REFUSED,
          PASSED,
          SILENT,
          UNSAID,
          SURVIVED,
          UNNAMED,
          EXPLAINED,
          HOLDS,
          KILLED ->
          outcome.word();
    };
  }

  /** What held, but not at once: a lesson for which that is so on an idle machine is too hasty. */
  private static String again(Proof proof) {
    return rows(proof, "tried twice", row -> row.reason().equals(StepTrials.AGAIN));
  }

  private static String rows(Proof proof, String heading, Predicate<TrialRow> which) {
    StringBuilder text = new StringBuilder();
    for (LessonProof lesson : proof.lessons()) {
      for (StepProof step : lesson.steps()) {
        step.rows().stream()
            .filter(which)
            .map(row -> row(lesson.lesson() + "/" + step.step(), row))
            .forEach(text::append);
      }
    }
    return text.isEmpty() ? "" : "\n" + heading + ":\n" + text;
  }

  private static String row(String place, TrialRow row) {
    StringBuilder text = new StringBuilder("  ").append(place).append(", ");
    text.append(row.trial().word());
    if (row.trial() instanceof Trial.Scripted(var check)) {
      text.append(" (").append(check).append(')');
    }
    if (row.trial() instanceof Trial.Mutated(var mutant)) {
      text.append(" (").append(mutant.kind().words()).append(')');
    }
    text.append(row.reason().isEmpty() ? "" : ": " + row.reason()).append('\n');
    text.append(row.trial().typed().isEmpty() ? "" : row.trial().typed().indent(MARGIN));
    if (READ.contains(row.outcome()) && !row.read().isBlank()) {
      text.append("    and reads:\n").append(shortened(row.read()).indent(MARGIN));
    }
    if (row.outcome() == Outcome.UNNAMED && row.trial() instanceof Trial.Mutated(var mutant)) {
      text.append("    and does not read any of `")
          .append(String.join("`, `", mutant.names()))
          .append("`\n");
    }
    row.followed().ifPresent(followed -> text.append(rounds(followed)));
    return text.toString();
  }

  /** What a program has printed may be long; JSON has all of it. */
  private static String shortened(String read) {
    List<String> lines = read.strip().lines().toList();
    return lines.size() <= MOST_LINES
        ? read.strip()
        : String.join("\n", lines.subList(0, MOST_LINES))
            + "\n(and %s more lines)".formatted(lines.size() - MOST_LINES);
  }

  private static String rounds(Followed followed) {
    StringBuilder text = new StringBuilder();
    for (Followed.Round round : followed.rounds()) {
      text.append("    then types:\n").append(String.join("\n", round.lines()).indent(MARGIN));
      text.append(
          round.diagnosis().isEmpty()
              ? "    which does it\n"
              : "    and is told:\n" + round.diagnosis().indent(MARGIN));
    }
    if (followed.skip() == Skip.LOCKED) {
      text.append("    and `:skip` does not lead to the end of the step\n");
    }
    followed.lost().forEach(name -> text.append("    not as it was: ").append(name).append('\n'));
    return text.toString();
  }
}
