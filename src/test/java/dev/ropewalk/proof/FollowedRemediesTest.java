package dev.ropewalk.proof;

import static dev.ropewalk.proof.BoxLesson.KILL;
import static dev.ropewalk.proof.BoxLesson.OTHER;
import static dev.ropewalk.proof.BoxLesson.STOP;
import static dev.ropewalk.proof.BoxLesson.answers;
import static dev.ropewalk.proof.BoxLesson.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.proof.ProofScope.Follow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is made of it when a learner does as they are told after a wrong answer. */
final class FollowedRemediesTest {
  /** Wrong answers, and what is said to them and to what is then typed. */
  private static final Map<String, String> SAID =
      Map.of(
          KILL,
          "`docker stop box` stops it.",
          "a",
          "Type `docker a`.",
          "docker a",
          "Type `docker a`.",
          "b",
          "Look at it.",
          "c",
          "First `docker c`.",
          "docker c",
          "Then `docker stop box`.",
          "d",
          "Type `docker rm neighbour`.");

  private final BoxLesson box = new BoxLesson();

  @Test
  void what_is_said_is_done_and_the_step_is_skipped_where_that_does_not_help()
      throws InterruptedException {
    Set<String> pass = Set.of(STOP, ":skip", "docker rm neighbour");

    Proof proof =
        box.answered(
            Follow.WRONG,
            answers(List.of(), wrong(KILL), wrong("a"), wrong("b"), wrong("c"), wrong("d")),
            pass,
            SAID);

    assertThat(proof.holds()).isFalse();
    Golden.assertSame(
        "proof-followed.txt", ProofTable.text(proof).replaceFirst("(?m) +\\d+$", " SECONDS"));
  }

  @Test
  void a_step_that_cannot_be_skipped_is_locked() throws InterruptedException {
    Proof proof = box.answered(Follow.WRONG, answers(List.of(), wrong("b")), Set.of(STOP), SAID);

    assertThat(proof.holds()).isFalse();
    assertThat(ProofTable.text(proof))
        .contains("`:skip` does not lead to the end of the step")
        .contains("1 locks");
  }

  @Test
  void what_leads_to_the_end_of_the_step_proves_it() throws InterruptedException {
    Proof proof =
        box.answered(
            Follow.WRONG,
            answers(List.of(STOP), wrong(KILL), wrong("c"), wrong("b")),
            Set.of(STOP, ":skip"),
            SAID);

    assertThat(proof.holds()).isTrue();
    assertThat(box.typed())
        .as("right answers are tried where nobody else has anything")
        .startsWith(STOP, "(neighbours)");
  }

  @Test
  void mutants_are_followed_when_asked_for() {
    Trial mutant =
        new Trial.Mutated(new Mutant(Mutant.Kind.NAME_CHANGED, new Script(OTHER), List.of("x")));
    Trial mistake = new Trial.Mistaken(wrong(KILL));

    assertThat(Follow.WRONG.follows(mutant)).isFalse();
    assertThat(Follow.ALL.follows(mutant)).isTrue();
    assertThat(Follow.WRONG.follows(mistake)).isTrue();
    assertThat(Follow.NONE.follows(mistake)).isFalse();
    assertThat(Follow.ALL.follows(new Trial.Right(new Script(STOP)))).isFalse();
  }
}
