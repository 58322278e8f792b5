package dev.ropewalk.proof;

import static dev.ropewalk.proof.BoxLesson.KILL;
import static dev.ropewalk.proof.BoxLesson.OTHER;
import static dev.ropewalk.proof.BoxLesson.STOP;
import static dev.ropewalk.proof.BoxLesson.STOPPED;
import static dev.ropewalk.proof.BoxLesson.lesson;
import static dev.ropewalk.proof.BoxLesson.mutants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many rehearsals take place at once, and what comes of trouble of our own with them. */
final class ProofWorkersTest {
  private final BoxLesson box = new BoxLesson();

  /** A place that has trouble of its own with a line, or with its start, some times. */
  private Proof proveWithTrouble(String line, int times, List<LessonProof> told)
      throws InterruptedException {
    AtomicInteger left = new AtomicInteger(times);
    Rehearsals place =
        box.place(
            Set.of(STOP, STOPPED),
            Map.of(KILL, "docker stop", OTHER, "no `box-x`, but `box`"),
            script -> {
              if (script.text().equals(line) && left.getAndDecrement() > 0) {
                throw new IllegalStateException("no shell comes up");
              }
            });
    Rehearsals troubled =
        oneOf(
            place,
            () -> {
              if (line.isEmpty() && left.getAndDecrement() > 0) {
                throw new IllegalStateException("no engine comes up");
              }
            });
    return new Prover(troubled, StoredHelps.table(StoredHelps.OLD), ProofScope.ALL, 1)
        .prove(
            List.of(lesson()),
            new Prover.Listener() {
              @Override
              public void proved(LessonProof proof) {
                told.add(proof);
              }
            });
  }

  /** One such place at a time, with something that happens first whenever it is begun. */
  private static Rehearsals oneOf(Rehearsals place, Runnable first) {
    return new Rehearsals() {
      @Override
      public Rehearsal begin(Lesson lesson) throws InterruptedException {
        first.run();
        return place.begin(lesson);
      }

      @Override
      public int most() {
        return 1;
      }
    };
  }

  @Test
  void trouble_of_ours_that_passes_is_forgotten() throws InterruptedException {
    List<LessonProof> told = new ArrayList<>();

    for (String line : List.of(OTHER, STOP, KILL, "")) {
      assertThat(proveWithTrouble(line, 2, told).holds()).as(line).isTrue();
    }

    assertThat(told).hasSize(4);
  }

  @Test
  void trouble_of_ours_that_stays_is_a_row_and_the_rest_goes_on() throws InterruptedException {
    Proof proof = proveWithTrouble(OTHER, 3, new ArrayList<>());

    assertThat(proof.holds()).isFalse();
    assertThat(mutants(proof)).containsExactly(Outcome.ERRORED);
    assertThat(proof.lessons().getFirst().rows().filter(row -> row.outcome() == Outcome.HOLDS))
        .hasSize(9);
    assertThat(ProofTable.text(proof)).contains("errored:").contains("no shell comes up");
  }

  @Test
  void where_nothing_can_be_tried_all_rows_say_so() throws InterruptedException {
    List<LessonProof> told = new ArrayList<>();

    Proof proof = proveWithTrouble("", Integer.MAX_VALUE, told);

    assertThat(proof.lessons().getFirst().rows())
        .isNotEmpty()
        .allMatch(row -> row.outcome() == Outcome.ERRORED);
    assertThat(ProofTable.line(told.getFirst()))
        .isEqualTo("boxes: 0 of 1 mutants killed, 0 failed, 6 errored");
  }

  @Test
  void no_more_rehearsals_take_place_at_once_than_may() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    Rehearsals one = oneOf(box.place(Set.of(STOP, STOPPED), Map.of()), begun::incrementAndGet);
    List<Integer> done = new ArrayList<>();

    Proof proof =
        new Prover(one, StoredHelps.table(StoredHelps.OLD), ProofScope.ALL, 4)
            .prove(
                List.of(lesson()),
                new Prover.Listener() {
                  @Override
                  public void tried(Prover.Progress progress) {
                    done.add(progress.done());
                  }
                });

    assertThat(begun).hasValue(1);
    assertThat(proof.lessons().getFirst().rows()).hasSize(done.getLast());
  }
}
