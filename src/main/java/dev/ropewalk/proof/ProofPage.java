package dev.ropewalk.proof;

import static java.util.stream.Collectors.joining;

import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Draws a proof as a page of Markdown, without times, so that the same proof is the same page. */
public final class ProofPage {
  private static final String BEGINNING =
      """
      # The proof of the course

      `make prove` writes this page (`ropewalk author prove --page FILE` for any course). Every lesson is played on private engines:

      - untouched: steps that pass although nothing was done. None may.
      - solutions: each is typed in two runs through the lesson, the second on what the first has left. All must pass.
      - accepts: the other right answers that a step names. All must pass.
      - mistakes: the wrong answers that a step names. All must fail, in the words that the step names.
      - mutants: wrong answers that are made from the solutions by one change each. Killed is one that fails with a diagnosis that
        names what was changed; the others are listed below.
      - answers: written by people who have read the lesson's text, and not its checks. Right ones must not be refused and wrong ones
        must not pass, but for one in a hundred, which is open to debate; a wrong one must never be met with silence. Unsaid is one
        that is told something else than its author has hoped for.
      - done as told: after each mistake and each wrong answer the commands that the learner is told are typed, up to three times. That
        must mend 95 in a hundred; a loop says the same once more. Where it is not mended, `:skip` must lead to the end of the step, or
        the step is locked. Harmed is where something that was there before the lesson is gone.

      """;
  private static final String HEADINGS =
      """
      | lesson | steps | untouched | solutions | accepts | mistakes | mutants killed | explained |
      |---|---|---|---|---|---|---|---|
      """;

  private static final Set<Outcome> DEBATABLE = EnumSet.of(Outcome.REFUSED, Outcome.PASSED);

  private ProofPage() {}

  /** The whole page. */
  public static String text(Proof proof) {
    List<LessonProof> lessons = proof.lessons();
    String rows =
        lessons.stream()
            .map(lesson -> row("`" + lesson.lesson().slug() + "`", List.of(lesson)))
            .collect(joining());
    String survivors = lessons.stream().flatMap(ProofPage::survivors).collect(joining("\n"));
    String page = BEGINNING + HEADINGS + rows + row("all", lessons) + answers(lessons);
    return survivors.isEmpty() ? page : page + "\n## Mutants that are not killed\n\n" + survivors;
  }

  private static String answers(List<LessonProof> lessons) {
    String text =
        ScriptFigures.hasScripts(lessons)
            ? "\nScripts that are checks, each run where nothing was done but the lesson's setup:\n"
                + table(ScriptFigures.HEADINGS, ScriptFigures.rows(lessons))
            : "";
    if (AnswerFigures.hasAnswers(lessons)) {
      text += table(AnswerFigures.ANSWERS, AnswerFigures.answers(lessons));
    }
    if (AnswerFigures.hasFollowed(lessons)) {
      text += table(AnswerFigures.FOLLOWED, AnswerFigures.followed(lessons));
    }
    String debatable = lessons.stream().flatMap(ProofPage::debatable).collect(joining("\n"));
    return debatable.isEmpty() ? text : text + "\n## Answers open to debate\n\n" + debatable;
  }

  private static String table(List<String> headings, List<List<String>> rows) {
    return "\n"
        + line(headings)
        + "|"
        + "---|".repeat(headings.size())
        + "\n"
        + rows.stream().map(ProofPage::line).collect(joining());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static Stream<String> debatable(LessonProof lesson) {
    return lesson.steps().stream()
        .flatMap(
            step ->
                step.rows().stream()
                    .filter(row -> DEBATABLE.contains(row.outcome()))
                    .map(row -> debatable(lesson.lesson() + "/" + step.step(), row)));
  }

  private static String debatable(String place, TrialRow row) {
    return "- `%s`, %s: %s\n\n%s"
        .formatted(
            place,
            row.trial().word(),
            row.outcome().word() + (row.reason().isEmpty() ? "" : ", " + row.reason()),
            typed(row));
  }

  private static String typed(TrialRow row) {
    return ("```console\n" + row.trial().typed() + "\n```").indent(2);
  }

  private static String row(String name, List<LessonProof> lessons) {
    long killed = count(lessons, Trial.Mutated.class, Outcome.KILLED);
    long mutants = count(lessons, Trial.Mutated.class, Outcome.values());
    long untouched =
        count(lessons, Trial.Untouched.class, Outcome.FAILS)
            + count(lessons, Trial.Idle.class, Outcome.FAILS);
    List<String> cells =
        List.of(
            name,
            String.valueOf(lessons.stream().mapToInt(lesson -> lesson.steps().size()).sum()),
            String.valueOf(untouched),
            held(lessons, Trial.Solution.class),
            held(lessons, Trial.Accepted.class),
            held(lessons, Trial.Mistaken.class),
            killed + "/" + mutants + percent(killed, mutants),
            String.valueOf(count(lessons, Trial.Mutated.class, Outcome.EXPLAINED)));
    return line(cells);
  }

  private static long count(
      List<LessonProof> lessons, Class<? extends Trial> kind, Outcome... outcomes) {
    return lessons.stream().mapToLong(lesson -> lesson.count(kind, outcomes)).sum();
  }

  private static String held(List<LessonProof> lessons, Class<? extends Trial> kind) {
    return count(lessons, kind, Outcome.HOLDS) + "/" + count(lessons, kind, Outcome.values());
  }

  private static String percent(long part, long whole) {
    return whole == 0
        ? ""
        : String.format(Locale.ROOT, " (%.1f %%)", Math.floor(1000.0 * part / whole) / 10);
  }

  private static Stream<String> survivors(LessonProof lesson) {
    return lesson.steps().stream()
        .flatMap(
            step ->
                step.rows().stream()
                    .filter(row -> row.outcome() != Outcome.KILLED)
                    .filter(row -> row.trial() instanceof Trial.Mutated)
                    .map(row -> survivor(lesson.lesson() + "/" + step.step(), row)));
  }

  private static String survivor(String place, TrialRow row) {
    String kind = row.trial() instanceof Trial.Mutated(var mutant) ? mutant.kind().words() : "";
    String why =
        switch (row.outcome()) {
          case EXPLAINED -> row.reason();
          case UNNAMED -> "not explained; what was changed is not named: " + row.reason();
          default -> "not explained";
        };
    return "- `%s`, %s: %s\n\n%s".formatted(place, kind, why, typed(row));
  }
}
