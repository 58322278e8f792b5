package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.proof.ProofScope.Follow;
import dev.ropewalk.proof.ProofScope.Kind;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run of a script means, where nobody has done anything. */
final class ScriptTrialsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static TrialRow row(String script, ScriptResult result, String... missing) {
    return new ScriptVerdict(List.of("shop/web:2"))
        .row(
            new ScriptRun(
                BoxLesson.lesson().steps().getFirst(),
                "It is there",
                new ScriptText(script, LIMIT),
                result,
                List.of(missing),
                Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          docker network ls                | 0 | bridge                          | EMPTY     |
          docker inspect box               | 1 | Error: No such object: box      | HOLDS     |
          curl -s http://localhost:8080/   | 7 |                                 | HOLDS     |
          true # TODO: say it              | 0 |                                 | UNWRITTEN |
          # nothing                        | 0 |                                 | EMPTY     |
          curl -s https://example.org/a    | 6 |                                 | UNRUN     | it asks `https://example.org`, and there is no network here
          # see https://example.org        | 1 |                                 | HOLDS     |
          docker pull other                | 1 | dial tcp: lookup x: no such host| UNRUN     | there is no network here
          systemctl is-active docker       | 1 |                                 | UNRUN     | what `systemctl` asks is not here
          if kubectl get pod a; then exit 1; fi | 0 | connection refused         | UNRUN     | what `kubectl` asks is not here
          docker ps # kubectl get pod      | 0 |                                 | EMPTY     |
          docker inspect shop/web          | 1 | No such object                  | UNRUN     | the image `shop/web:2` is to be had nowhere
          docker inspect shop/web          | 0 |                                 | EMPTY     |
          """)
  void a_script_that_passes_is_empty_unless_it_lacks_something(
      String script, int code, String output, Outcome outcome, String reason) {
    TrialRow row = row(script, new ScriptResult.Ended(code, output == null ? "" : output));

    assertThat(row.outcome()).isEqualTo(outcome);
    assertThat(row.reason()).isEqualTo(reason == null ? "" : reason);
  }

  @Test
  void what_a_missing_program_makes_of_it_tells_nothing() {
    TrialRow passed = row("! kubectl get pods", new ScriptResult.Ended(0, ""), "kubectl", "jq");

    assertThat(passed.outcome()).isEqualTo(Outcome.UNRUN);
    assertThat(passed.reason()).isEqualTo("there is no `kubectl`, `jq` here");
  }

  @Test
  void to_wait_for_what_nobody_does_is_not_to_pass() {
    assertThat(row("until docker top box; do :; done", new ScriptResult.Overdue("")).outcome())
        .isEqualTo(Outcome.HOLDS);
  }

  @Test
  void the_table_names_each_and_counts_them(@TempDir Path folder) throws Exception {
    Lesson lesson = lesson(folder);
    BoxLesson box = new BoxLesson();
    var place = (ForetoldRehearsals) box.place(Set.of(), Map.of());
    place.foretell(
        run(lesson, 0, new ScriptResult.Ended(0, "bridge\n")),
        run(lesson, 1, new ScriptResult.Ended(0, "")),
        run(lesson, 2, new ScriptResult.NotRun("its `setup:` ends with exit code 1")),
        run(lesson, 3, new ScriptResult.Ended(1, "")));

    Proof proof = prove(place, lesson);

    Golden.assertSame("proof-scripts.txt", ProofTable.text(proof));
    assertThat(ProofTable.line(proof.lessons().getFirst()))
        .isEqualTo(
            "scripts: of 4 scripts 1 pass with nothing done, 1 could not be run, 1 are to be written");
    assertThat(ProofPage.text(proof)).contains("| scripts | 4 | 1 | 1 | 1 |");
    assertThat(proof.holds()).isFalse();
  }

  private static Proof prove(Rehearsals place, Lesson lesson) throws InterruptedException {
    var scope = new ProofScope(Set.of(Kind.UNTOUCHED), MutantShare.ALL, Follow.NONE, Map.of());
    return new Prover(place, StoredHelps.table(StoredHelps.OLD), scope, 1)
        .prove(List.of(lesson), new Prover.Listener() {});
  }

  private static ScriptRun run(Lesson lesson, int step, ScriptResult result) {
    var check = lesson.steps().get(step).checks().getFirst();
    return new ScriptRun(
        lesson.steps().get(step),
        check.sentence(),
        check.claim().script().orElseThrow(),
        result,
        List.of(),
        Duration.ZERO);
  }

  private static Lesson lesson(Path folder) throws IOException {
    StringBuilder prose = new StringBuilder("# Scripts\n");
    StringBuilder checks = new StringBuilder("steps:\n");
    List<String> scripts = List.of("docker network ls", "true # TODO", "test -e x", "test -e y");
    for (int i = 0; i < scripts.size(); i++) {
      prose.append("\n## Step %s\n\nDo it.\n".formatted(i));
      checks.append(
          "  step-%s: {checks: [{check: It is there, script: '%s'}], solution: ls}\n"
              .formatted(i, scripts.get(i)));
    }
    Files.createDirectories(folder.resolve("lessons"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(folder.resolve("lessons/10-scripts.md"), prose);
    Files.writeString(folder.resolve("checks/10-scripts.yaml"), checks);
    return Course.open(folder).lesson(new LessonId("scripts"));
  }
}
