package dev.ropewalk.proof;

import static java.util.stream.Collectors.joining;

import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Skip;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The last line of a proof: whether it holds, which lessons do not and why, and the sums. */
final class ProofSentence {
  private ProofSentence() {}

  static String of(Proof proof) {
    List<String> parts = new ArrayList<>();
    if (ScriptFigures.hasScripts(proof.lessons())) {
      parts.add(ScriptFigures.sentence(proof.lessons()));
    }
    if (proof.has(
        row -> row.trial() instanceof Trial.Right || row.trial() instanceof Trial.Wrong)) {
      parts.add(
          "%s of %s right answers refused, %s of %s wrong ones passed, %s silent"
              .formatted(
                  proof.count(Trial.Right.class, Outcome.REFUSED),
                  proof.count(Trial.Right.class, Outcome.values()),
                  proof.count(Trial.Wrong.class, Outcome.PASSED),
                  proof.count(Trial.Wrong.class, Outcome.values()),
                  proof.count(Trial.Wrong.class, Outcome.SILENT)));
    }
    if (proof.has(row -> row.followed().isPresent())) {
      long typed = proof.followed(it -> it.end() != End.NOTHING);
      long mended = proof.followed(it -> it.end() == End.MENDED);
      parts.add(
          "%s of %s mended by doing as told (%s), %s loops, %s locks, %s harmed"
              .formatted(
                  mended,
                  typed,
                  exact(mended, typed),
                  proof.followed(it -> it.end() == End.LOOP),
                  proof.followed(it -> it.skip() == Skip.LOCKED),
                  proof.followed(it -> !it.lost().isEmpty())));
    }
    if (parts.isEmpty() || proof.mutants() > 0) {
      parts.addFirst(
          "%s of %s mutants killed and named (%s), %s unnamed, %s survived, %s explained"
              .formatted(
                  proof.mutants(Outcome.KILLED),
                  proof.mutants(),
                  exact(proof.mutants(Outcome.KILLED), proof.mutants()),
                  proof.mutants(Outcome.UNNAMED),
                  proof.mutants(Outcome.SURVIVED),
                  proof.mutants(Outcome.EXPLAINED)));
    }
    return verdict(proof) + String.join("; ", parts);
  }

  /** A proof of several lessons does not hold where one of them does not, and it is named. */
  private static String verdict(Proof proof) {
    return proof.holds()
        ? "proved: "
        : proof.lessons().stream()
            .filter(lesson -> !lesson.holds())
            .map(
                lesson ->
                    "`%s` (%s)"
                        .formatted(
                            lesson.lesson().slug(), String.join(", and ", lesson.objections())))
            .collect(joining(", ", "not proved: ", "; "));
  }

  private static String exact(long part, long whole) {
    return whole == 0
        ? "none made"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(1000.0 * part / whole) / 10);
  }
}
