package dev.ropewalk.proof;

import static dev.ropewalk.proof.BoxLesson.KILL;
import static dev.ropewalk.proof.BoxLesson.OTHER;
import static dev.ropewalk.proof.BoxLesson.STOP;
import static dev.ropewalk.proof.BoxLesson.STOPPED;
import static dev.ropewalk.proof.BoxLesson.answers;
import static dev.ropewalk.proof.BoxLesson.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.ProofScope.Follow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is made of answers by people who have not read the checks. */
final class AnswersOfOthersTest {
  private final BoxLesson box = new BoxLesson();

  @Test
  void answers_of_others_are_told_apart_and_counted_apart() throws InterruptedException {
    Proof proof =
        box.answered(
            Follow.NONE,
            answers(
                List.of(STOPPED, KILL),
                wrong(OTHER, "box-x"),
                wrong("a", "b"),
                wrong("dance"),
                wrong("rm", "docker rm")),
            Set.of(STOPPED, "dance"),
            Map.of(KILL, "`box` was killed.", OTHER, "There is no `box-x`.", "rm", "No."));

    assertThat(proof.holds()).isFalse();
    Golden.assertSame(
        "proof-answers.txt", ProofTable.text(proof).replaceFirst("(?m) +\\d+$", " SECONDS"));
  }

  @Test
  void a_hope_for_words_that_are_not_said_fails_nothing() throws InterruptedException {
    assertThat(stopsAnd(wrong(KILL, "stop")).holds()).isTrue();
    assertThat(stopsAnd(wrong(OTHER)).holds()).isFalse();
  }

  /** The solution as the right answer, and a wrong one; only the kill is answered. */
  private Proof stopsAnd(Step.Mistake wrong) throws InterruptedException {
    return box.answered(
        Follow.NONE, answers(List.of(STOP), wrong), Set.of(STOP), Map.of(KILL, "no"));
  }

  @Test
  void a_few_answers_of_many_may_be_open_to_debate() throws InterruptedException {
    assertThat(ofHundredOpenToDebate(1).holds()).isTrue();
    assertThat(ofHundredOpenToDebate(2).holds()).isFalse();
  }

  /** A hundred right answers, of which so many do not pass. */
  private Proof ofHundredOpenToDebate(int refused) throws InterruptedException {
    List<String> right = IntStream.range(0, 100).mapToObj(i -> "docker stop box" + i).toList();
    Set<String> pass = new HashSet<>(right.subList(refused, 100));
    return box.answered(Follow.NONE, answers(right), pass, Map.of());
  }
}
