package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Round;
import dev.ropewalk.proof.RemedyTrail.Next;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody types who does what ropewalk says. */
final class RemedyTrailTest {
  private final RemedyTrail trail = new RemedyTrail(new Script("docker run -d box\n:answer 5"));

  private static Optional<Diagnosis> told(String says, String... moves) {
    return Optional.of(new Diagnosis(Progress.WRONG_STATE, says, "Do it.", List.of(moves)));
  }

  private static Next type(String... lines) {
    return new Next.Type(List.of(lines));
  }

  private static Next stop(End end) {
    return new Next.Stop(end);
  }

  @Test
  void what_is_said_is_typed_until_the_step_is_done() {
    assertThat(trail.notDone(told("It is taken.", "docker rm -f a", "docker run a")))
        .isEqualTo(type("docker rm -f a", "docker run a"));
    assertThat(trail.notDone(told("It has stopped.", "docker start a")))
        .isEqualTo(type("docker start a"));
    assertThat(trail.done()).isEqualTo(stop(End.MENDED));

    assertThat(trail.rounds())
        .containsExactly(
            new Round(List.of("docker rm -f a", "docker run a"), "It has stopped. Do it."),
            new Round(List.of("docker start a"), ""));
  }

  @Test
  void the_same_words_once_more_are_a_loop_also_a_while_later() {
    trail.notDone(told("It runs.", "docker stop a"));
    trail.notDone(told("It has stopped.", "docker start a"));

    assertThat(trail.notDone(told("It runs.", "docker stop a"))).isEqualTo(stop(End.LOOP));
    assertThat(trail.rounds()).hasSize(2);
  }

  @Test
  void nothing_to_type_is_no_loop() {
    assertThat(trail.notDone(told("Look at it."))).isEqualTo(stop(End.NOTHING));
    assertThat(trail.rounds()).isEmpty();
  }

  @Test
  void nothing_said_at_all_is_nothing_to_type() {
    assertThat(trail.notDone(Optional.empty())).isEqualTo(stop(End.NOTHING));
  }

  @Test
  void who_is_sent_to_the_beginning_of_the_lesson_is_not_helped_in_this_step() {
    assertThat(trail.notDone(told("It is gone.", ":reset"))).isEqualTo(stop(End.NOTHING));
  }

  @Test
  void after_the_step_was_begun_again_its_solution_is_typed() {
    assertThat(trail.notDone(told("It is gone.", ":retry")))
        .isEqualTo(type(":retry", "docker run -d box", ":answer 5"));
  }

  @Test
  void three_times_are_enough() {
    for (int i = 0; i < RemedyTrail.MOST; i++) {
      assertThat(trail.notDone(told("Reason " + i, "docker ps"))).isEqualTo(type("docker ps"));
    }

    assertThat(trail.notDone(told("Another", "docker ps"))).isEqualTo(stop(End.UNMENDED));
    assertThat(trail.rounds()).hasSize(RemedyTrail.MOST);
  }
}
