package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The nouns that look at networks, volumes, files and into containers, on the real engine. */
@ExtendWith(EngineLock.class)
final class NounsIT {
  @TempDir private Path folder;
  private Rehearsal rehearsal;

  @BeforeEach
  void setUp() {
    rehearsal = new Rehearsal(folder, Path.of("src/test/resources/nouns"));
  }

  @AfterEach
  void tearDown() throws InterruptedException {
    rehearsal.reset();
    rehearsal.close();
  }

  @Test
  void every_solution_passes_and_what_our_probes_did_is_nobodys_act()
      throws IOException, InterruptedException {
    Lesson lesson = rehearsal.lesson("inside");
    rehearsal.openAt(lesson, lesson.steps().getFirst());
    for (Step step : lesson.steps()) {
      String untouched = rehearsal.type(":check");
      assertThat(rehearsal.isOpen(step)).as("%s is open: %s", step.id(), untouched).isTrue();

      String read = rehearsal.type(step.solution());

      assertThat(rehearsal.isOpen(step)).as("%s is done: %s", step.id(), read).isFalse();
    }
    assertThat(Files.readString(folder.resolve("journal.jsonl")))
        .contains("nouns-box")
        .doesNotContain("exec_create", "exec_start", "exec_die", "\"top\"");
  }

  @Test
  void every_other_right_answer_passes() throws InterruptedException {
    Lesson lesson = rehearsal.lesson("inside");
    List<String> refused = new ArrayList<>();
    for (Step step : lesson.steps()) {
      for (var answer : step.accept()) {
        rehearsal.openAt(lesson, step);
        String read = rehearsal.type(answer);
        if (rehearsal.isOpen(step)) {
          refused.add("%s refuses `%s`:%n%s".formatted(step.id(), answer.text(), read));
        }
        rehearsal.reset();
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void every_mistake_fails_and_the_learner_reads_why() throws InterruptedException {
    Lesson lesson = rehearsal.lesson("inside");
    List<String> wrong = new ArrayList<>();
    for (Step step : lesson.steps()) {
      for (Step.Mistake mistake : step.mistakes()) {
        rehearsal.openAt(lesson, step);
        String read = rehearsal.type(mistake.attempt());
        String words =
            read.substring(0, read.indexOf("--- the shell said:")).replaceAll("\\s+", " ");
        if (!rehearsal.isOpen(step) || !mistake.says().stream().allMatch(words::contains)) {
          wrong.add(
              "%s on `%s` should say %s:%n%s"
                  .formatted(step.id(), mistake.attempt().text(), mistake.says(), read));
        }
        rehearsal.reset();
      }
    }
    assertThat(wrong).isEmpty();
  }
}
