package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Skip;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the proof. */
final class ProofPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d+) \\|");

  private static TrialRow row(Trial trial, Outcome outcome, String reason) {
    return new TrialRow(trial, outcome, reason, "", Duration.ofSeconds(3));
  }

  private static TrialRow mutant(Outcome outcome, String reason) {
    Mutant mutant =
        new Mutant(Mutant.Kind.NAME_CHANGED, new Script("docker stop box-x"), List.of("box"));
    return row(new Trial.Mutated(mutant), outcome, reason);
  }

  private static Proof proof(TrialRow... rows) {
    return new Proof(
        List.of(
            new LessonProof(
                new LessonId("boxes"),
                List.of(new StepProof(new StepId("stop-it"), List.of(rows))))));
  }

  @Test
  void the_page_of_the_course_has_every_lesson_of_it() throws IOException {
    Course course = Course.open(Path.of(""));
    List<String> lessons =
        course.lessons().stream()
            .map(id -> id.slug() + " " + course.lesson(id).steps().size())
            .toList();

    List<String> proved =
        ROW.matcher(Files.readString(Path.of("docs/proof.md")))
            .results()
            .map((MatchResult row) -> row.group(1) + " " + row.group(2))
            .toList();

    assertThat(proved).as("`make prove` writes docs/proof.md anew").isEqualTo(lessons);
  }

  @Test
  void answers_and_what_came_of_doing_as_told_have_tables_of_their_own() {
    Script stop = new Script("docker stop box");
    Step.Mistake kill = new Step.Mistake(new Script("docker kill box"), List.of());
    Followed mended = new Followed(End.MENDED, List.of(), Skip.NOT_NEEDED, List.of());
    Followed locked = new Followed(End.LOOP, List.of(), Skip.LOCKED, List.of("the volume data"));
    Duration took = Duration.ofSeconds(1);

    String page =
        ProofPage.text(
            proof(
                row(new Trial.Right(stop), Outcome.HOLDS, ""),
                row(new Trial.Right(stop), Outcome.REFUSED, "`box` runs."),
                row(new Trial.Wrong(kill), Outcome.PASSED, ""),
                row(new Trial.Wrong(kill), Outcome.SILENT, "").then(mended, took),
                row(new Trial.Wrong(kill), Outcome.UNSAID, "").then(locked, took)));

    assertThat(page)
        .contains(
            """
            | answers | right refused | wrong passed | silent | unsaid |
            |---|---|---|---|---|
            | boxes | 1/2 | 1/3 | 1 | 1 |
            | all | 1/2 | 1/3 | 1 | 1 |

            | done as told | mended | loops | unmended | nothing to type | locks | harmed |
            |---|---|---|---|---|---|---|
            | boxes | 1/2 (50.0 %) | 1 | 0 | 0 | 1 | 1 |
            | all | 1/2 (50.0 %) | 1 | 0 | 0 | 1 | 1 |
            """)
        .endsWith(
            """
            ## Answers open to debate

            - `boxes/stop-it`, right: refused, `box` runs.

              ```console
              docker stop box
              ```

            - `boxes/stop-it`, wrong: passed

              ```console
              docker kill box
              ```
            """);
  }

  @Test
  void a_lesson_is_a_row_and_what_is_not_killed_is_told() {
    Script stop = new Script("docker stop box");
    String page =
        ProofPage.text(
            proof(
                row(new Trial.Untouched(), Outcome.HOLDS, ""),
                row(new Trial.Idle(), Outcome.FAILS, "it passes"),
                row(new Trial.Solution(stop, 1), Outcome.HOLDS, ""),
                row(new Trial.Solution(stop, 2), Outcome.FAILS, "it does not pass"),
                mutant(Outcome.KILLED, ""),
                mutant(Outcome.EXPLAINED, "one is as good as the other"),
                mutant(Outcome.UNNAMED, "`box` runs.")));

    assertThat(page)
        .contains("| `boxes` | 1 | 1 | 1/2 | 0/0 | 0/0 | 1/3 (33.3 %) | 1 |\n")
        .contains("| all | 1 | 1 | 1/2 | 0/0 | 0/0 | 1/3 (33.3 %) | 1 |\n")
        .endsWith(
            """
            ## Mutants that are not killed

            - `boxes/stop-it`, other name: one is as good as the other

              ```console
              docker stop box-x
              ```

            - `boxes/stop-it`, other name: not explained; what was changed is not named: `box` runs.

              ```console
              docker stop box-x
              ```
            """);
  }

  @Test
  void nothing_is_said_where_all_are_killed() {
    assertThat(ProofPage.text(proof(mutant(Outcome.KILLED, "")))).endsWith("(100.0 %) | 0 |\n");
  }
}
