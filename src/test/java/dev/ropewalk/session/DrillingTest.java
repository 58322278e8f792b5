package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Entry.Struggle;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.practice.Drill;
import dev.ropewalk.practice.Memory;
import dev.ropewalk.practice.Practice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted for practice, and how a step is practised by itself. */
final class DrillingTest {
  private static final Instant THEN = Instant.parse("2029-12-01T00:00:00Z");
  private static final Drill SAY_IT = new Drill(new LessonId("first"), new StepId("say-it"));
  private static final Drill RUN_IT = new Drill(new LessonId("second"), new StepId("run-it"));
  private static final Memory FORGOTTEN = new Memory(1, 5, THEN, THEN.plus(Duration.ofDays(1)));
  private static final Practice BOTH =
      new Practice(Map.of(SAY_IT, FORGOTTEN, RUN_IT, FORGOTTEN), Map.of());

  @TempDir private Path folder;

  private static List<Struggle> struggles(Rehearsal play) {
    return play.journal().stream()
        .filter(Entry.Struggled.class::isInstance)
        .map(it -> ((Entry.Struggled) it).what())
        .toList();
  }

  @Test
  void help_is_noted_and_a_miss_is_a_line_that_fails_or_one_too_many() {
    Rehearsal play = Rehearsal.opened(folder).typed(":hint").typed(":solution");
    assertThat(struggles(play)).containsExactly(Struggle.HINT, Struggle.SOLUTION);

    play.typed("docker create --name box redis").happens("create", "box");
    play.finished("docker create --name box redis").looked(SampleWorld.with("box"));
    play.judged(FAILED, PASSED).after(Duration.ofSeconds(9)).judged(FAILED, PASSED);
    assertThat(struggles(play)).hasSize(2);

    play.typed("docker stop box").finished("docker stop box", 1);
    play.looked(SampleWorld.with("box")).judged(FAILED, PASSED);
    play.after(Duration.ofSeconds(9)).judged(FAILED, PASSED);
    assertThat(struggles(play)).endsWith(Struggle.MISS).hasSize(3);
  }

  /** The drill of the first step of the second lesson, done at once. */
  private Rehearsal runItDone(Drill... drills) {
    String line = "docker run -d --name box redis";
    Rehearsal play =
        Rehearsal.practising(folder, BOTH, drills)
            .input(new Input.Open(Optional.empty(), Optional.empty()))
            .looked(REDIS_ONLY);
    assertThat(play.said()).noneMatch(it -> it instanceof Message.Welcome);
    assertThat(play.said())
        .anyMatch(it -> it instanceof Message.Note(var text) && text.startsWith("Drill 1 of "));
    assertThat(play.only(Effect.Ready.class).prompt().steps()).isEqualTo(1);
    return play.typed(line)
        .happens("create", "box")
        .happens("start", "box")
        .finished(line)
        .looked(SampleWorld.with("box"))
        .judged(PASSED);
  }

  @Test
  void a_drill_is_its_step_alone_says_when_it_comes_again_and_removes_what_it_made() {
    Rehearsal play = runItDone(RUN_IT);

    assertThat(play.said())
        .anyMatch(
            it -> it instanceof Message.Note(var text) && text.startsWith("This step comes again"))
        .noneMatch(Message.LessonDone.class::isInstance);
    assertThat(play.state().practice().memory(RUN_IT).orElseThrow().last()).isEqualTo(play.now());
    String removal = play.line();
    assertThat(removal).isEqualTo("docker rm -f -v box000000000");

    play.finished(removal);

    assertThat(play.note()).startsWith("That is it for now. 1 step is due");
    assertThat(play.did()).contains(Effect.Quit.class);
  }

  @Test
  void the_next_drill_begins_with_the_steps_before_it_done() {
    Rehearsal play = runItDone(RUN_IT, SAY_IT).looked(SampleWorld.with("box"));
    play.finished(play.line()).looked(REDIS_ONLY);

    assertThat(play.line()).isEqualTo("docker create --name box redis");
    assertThat(play.state().lesson().orElseThrow().steps()).hasSize(2);
  }

  @Test
  void after_five_minutes_no_other_drill_begins() {
    Rehearsal play = Rehearsal.practising(folder, BOTH, RUN_IT, SAY_IT);
    play.input(new Input.Open(Optional.empty(), Optional.empty()));
    play.looked(REDIS_ONLY).after(Duration.ofMinutes(5)).typed(":next");

    assertThat(play.did()).contains(Effect.Quit.class);
    assertThat(play.state().practice().memory(RUN_IT)).contains(FORGOTTEN);
  }

  @Test
  void words_that_lead_to_lessons_lead_nowhere() {
    Rehearsal play = Rehearsal.practising(folder, BOTH, RUN_IT);
    play.input(new Input.Open(Optional.empty(), Optional.empty()));
    play.looked(REDIS_ONLY);

    for (String word : List.of(":goto first", ":list", ":reset")) {
      assertThat(play.typed(word).note()).as(word).isEqualTo(PracticePhrases.NOT_HERE);
    }
  }

  @Test
  void a_lesson_that_ends_says_how_the_practice_stands() {
    assertThat(PracticePhrases.standing(Practice.NONE, THEN)).isEmpty();
    assertThat(PracticePhrases.standing(BOTH, THEN))
        .isEqualTo("2 steps in practice; the next is due in a day.");
    assertThat(PracticePhrases.standing(BOTH, THEN.plus(Duration.ofDays(2))))
        .isEqualTo("2 steps are due: `ropewalk practice` takes five minutes.");
  }
}
