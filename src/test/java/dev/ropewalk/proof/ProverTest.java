package dev.ropewalk.proof;

import static dev.ropewalk.proof.BoxLesson.KILL;
import static dev.ropewalk.proof.BoxLesson.OTHER;
import static dev.ropewalk.proof.BoxLesson.STOP;
import static dev.ropewalk.proof.BoxLesson.STOPPED;
import static dev.ropewalk.proof.BoxLesson.mutants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried of all that a lesson itself has, and what is made of it. */
final class ProverTest {
  private final BoxLesson box = new BoxLesson();

  @Test
  void a_step_that_tells_right_from_wrong_is_proved() throws InterruptedException {
    Proof proof =
        box.prove(
            Set.of(STOP, STOPPED),
            Map.of(KILL, "use `docker stop`", OTHER, "there is no `box-x`, but `box`"));

    assertThat(proof.holds()).isTrue();
    assertThat(mutants(proof)).containsExactly(Outcome.KILLED);
    assertThat(box.typed()).containsExactly(":check", STOP, ":check", STOP, STOPPED, KILL, OTHER);
  }

  @Test
  void a_mutant_that_is_not_named_is_not_killed() throws InterruptedException {
    Proof proof = box.prove(Set.of(STOP, STOPPED), Map.of(KILL, "docker stop", OTHER, "no"));

    assertThat(proof.holds()).isFalse();
    assertThat(mutants(proof)).containsExactly(Outcome.UNNAMED);
  }

  @Test
  void a_step_alone_is_tried_with_its_solution_and_without_the_others()
      throws InterruptedException {
    Map<String, String> said = Map.of(KILL, "use `docker stop`", OTHER, "not `box-x`, but `box`");

    Proof proof = box.alone("stop-it-again", Set.of(STOP, STOPPED), said);

    assertThat(proof.holds()).isTrue();
    assertThat(proof.lessons().getFirst().steps()).hasSize(1);
    assertThat(proof.lessons().getFirst().rows().map(row -> row.trial().word()))
        .containsExactly("solution", "accept", "mistake", "mutant");
    assertThat(box.typed()).containsExactly(STOP, STOPPED, KILL, OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    // What is read after each line of `docker ps`, `docker stop box-x`, whose second line is wrong.
    "'Use `docker stop box`.|It runs.', UNNAMED",
    "'It runs.|There is no `box-x`, but `box`.', KILLED",
    "'It runs.|There is no `box-x`.', UNNAMED",
    "'It runs.|', UNNAMED"
  })
  void what_was_read_before_the_wrong_line_names_nothing_and_all_after_it_does(
      String read, Outcome outcome) throws InterruptedException {
    String wrong = "docker ps\n" + OTHER;
    String right = "docker ps\n" + STOP;
    Map<String, String> said = Map.of(KILL, "docker stop", wrong, read.replace('|', '\n'));

    Proof proof = box.prove(BoxLesson.lesson(right), Set.of(right, STOPPED), said);

    assertThat(
            proof
                .lessons()
                .getFirst()
                .rows()
                .filter(row -> row.trial().typed().equals(wrong))
                .map(TrialRow::outcome))
        .containsExactly(outcome);
  }

  @Test
  void a_reading_after_the_wrong_line_counts_whichever_line_it_follows()
      throws InterruptedException {
    String wrong = OTHER + "\ndocker ps";
    String right = STOP + "\ndocker ps";
    Map<String, String> said = Map.of(KILL, "docker stop", wrong, "It runs.\nStop `box`.");

    Proof proof = box.prove(BoxLesson.lesson(right), Set.of(right, STOPPED), said);

    assertThat(mutants(proof)).contains(Outcome.KILLED);
  }

  @Test
  void a_mutant_that_passes_survives_unless_the_step_says_why() throws InterruptedException {
    Set<String> right = Set.of(STOP, STOPPED, OTHER);
    Map<String, String> diagnoses = Map.of(KILL, "docker stop");
    var survivor = new Step.Survivor(new Script("docker  container stop box-x"), "any box will do");

    Proof bare = box.prove(right, diagnoses);
    Proof explained = box.prove(right, diagnoses, survivor);

    assertThat(mutants(bare)).containsExactly(Outcome.SURVIVED);
    assertThat(bare.holds()).isFalse();
    assertThat(mutants(explained)).containsExactly(Outcome.EXPLAINED);
    assertThat(explained.holds()).isTrue();
  }

  @Test
  void an_explanation_of_nothing_fails() throws InterruptedException {
    Map<String, String> diagnoses = Map.of(KILL, "docker stop", OTHER, "box");

    Proof killed =
        box.prove(
            Set.of(STOP, STOPPED), diagnoses, new Step.Survivor(new Script(OTHER), "why not"));
    Proof unknown =
        box.prove(Set.of(STOP, STOPPED), diagnoses, new Step.Survivor(new Script("ls"), "why not"));

    assertThat(killed.holds()).isFalse();
    assertThat(unknown.holds()).isFalse();
    assertThat(ProofTable.text(killed)).contains("the mutant is killed: remove the entry");
    assertThat(ProofTable.text(unknown)).contains("no such mutant is made from the solution");
  }

  @Test
  void of_parts_each_has_its_own_mutants_and_all_the_rest() throws InterruptedException {
    Map<String, String> diagnoses = Map.of(KILL, "docker stop", OTHER, "box");

    Proof first = box.prove(Set.of(STOP, STOPPED), diagnoses, new MutantShare(1, 2));
    Proof second = box.prove(Set.of(STOP, STOPPED), diagnoses, new MutantShare(2, 2));

    assertThat(mutants(first)).hasSize(1);
    assertThat(mutants(second)).isEmpty();
    assertThat(second.lessons().getFirst().count(Trial.Mistaken.class)).isEqualTo(1);
  }

  @Test
  void the_table_says_all_that_is_not_as_it_must_be() throws InterruptedException {
    Proof proof =
        box.prove(Set.of(STOP, KILL, ":check", OTHER), Map.of(STOPPED, "`box` is still running."));

    Golden.assertSame(
        "proof-table.txt", ProofTable.text(proof).replaceAll(" +\\d+\\n", " SECONDS\n"));
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void a_lesson_is_proved_or_not_whatever_is_proved_beside_it() throws InterruptedException {
    Map<String, String> named = Map.of(KILL, "docker stop", OTHER, "`box-x`, but `box`");
    LessonProof good = box.prove(Set.of(STOP, STOPPED), named).lessons().getFirst();
    LessonProof weak =
        box.prove(Set.of(STOP, STOPPED), Map.of(KILL, "docker stop", OTHER, "no"))
            .lessons()
            .getFirst();
    List<LessonProof> many = new ArrayList<>(Collections.nCopies(30, good));
    many.add(new LessonProof(new LessonId("weak"), weak.steps()));

    Proof proof = new Proof(many);

    assertThat(proof.holds()).isFalse();
    assertThat(proof.holdsTogether()).isTrue();
    assertThat(ProofTable.text(proof))
        .contains(
            "\nnot proved: `weak` (less than 95 % of the mutants are killed or explained); 30 of 31 mutants");
    assertThat(new Proof(many.subList(0, 30)).holds()).isTrue();
  }

  @Test
  void what_comes_too_late_gets_a_second_attempt() throws InterruptedException {
    box.isSlowAt(STOP, STOPPED);

    Proof proof = box.prove(Set.of(STOP, STOPPED), Map.of(KILL, "docker stop", OTHER, "box"));

    assertThat(proof.holds()).isTrue();
    assertThat(proof.lessons().getFirst().count(Trial.Solution.class)).isEqualTo(2);
    assertThat(ProofTable.text(proof))
        .contains("tried twice:")
        .contains("boxes/stop-it, solution: only when it was tried again")
        .contains("boxes/stop-it, accept: only when it was tried again");
  }

  @Test
  void what_passes_and_must_not_gets_none() throws InterruptedException {
    Proof proof = box.prove(Set.of(STOP, STOPPED, KILL, OTHER), Map.of());

    assertThat(proof.holds()).isFalse();
    assertThat(box.typed().filter(List.of(KILL, OTHER)::contains)).containsExactly(KILL, OTHER);
  }
}
