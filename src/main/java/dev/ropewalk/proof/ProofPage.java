package dev.ropewalk.proof;

import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

      """;
  private static final String HEADINGS =
      """
      | lesson | steps | untouched | solutions | accepts | mistakes | mutants killed | explained |
      |---|---|---|---|---|---|---|---|
      """;

  private ProofPage() {}

  /** The whole page. */
  public static String text(Proof proof) {
    List<LessonProof> lessons = proof.lessons();
    String rows =
        lessons.stream()
            .map(lesson -> row("`" + lesson.lesson().slug() + "`", List.of(lesson)))
            .collect(Collectors.joining());
    String survivors =
        lessons.stream().flatMap(ProofPage::survivors).collect(Collectors.joining("\n"));
    String page = BEGINNING + HEADINGS + rows + row("all", lessons);
    return survivors.isEmpty() ? page : page + "\n## Mutants that are not killed\n\n" + survivors;
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
    return "| " + String.join(" | ", cells) + " |\n";
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
    return "- `%s`, %s: %s\n\n%s"
        .formatted(place, kind, why, ("```console\n" + row.trial().typed() + "\n```").indent(2));
  }
}
