package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The course in one terminal by {@code ropewalk watch}, and a plain bash in another one in which it
 * is solved. Lessons take turns; {@code make learners} has all of them, in one sitting.
 */
@ExtendWith(EngineLock.class)
class EveryLessonBesideIT {
  private static final int DAYS = 8;

  @TempDir Path folder;
  private Home home;
  private List<Lesson> lessons;
  private Optional<Learner> course = Optional.empty();

  @BeforeEach
  void start() {
    lessons =
        Turns.ofToday(
            PlayedCourse.lessons().stream()
                .filter(lesson -> lesson.id().slug().matches(System.getProperty("lesson", ".*")))
                .filter(lesson -> !lesson.needs().privateEngine())
                .toList(),
            System.getProperty("lesson") == null ? DAYS : 1);
    PlayedCourse.clear(lessons);
    PlayedCourse.fetchImages(lessons);
    home = new Home(folder);
  }

  @AfterEach
  void stop() {
    course.ifPresent(Learner::close);
    PlayedCourse.clear(lessons);
  }

  @Test
  void the_course_is_solved_in_a_bash_of_the_learners_own() throws IOException {
    Path startup = Files.writeString(folder.resolve("own"), "PS1='own> '\nunset HISTFILE\n");
    var environment = home.environment();
    environment.putAll(PlayedCourse.plugins());
    List<String> bash = List.of("bash", "--rcfile", startup.toString(), "-i");
    try (var shell = TmuxTerminal.open(120, 40, home.desk(), environment, bash)) {
      shell.await("own>");
      Optional<LessonId> expected = Optional.empty();
      for (Lesson lesson : lessons) {
        if (expected.equals(Optional.of(lesson.id()))) {
          pane().press("n");
        } else {
          watch(lesson);
          await(lesson, 0);
          enter(shell, "eval \"$(ropewalk env)\"");
          assertThat(shell.shown()).contains("takes part as shell-");
        }
        solve(shell, lesson);
        expected = Home.course().after(lesson.id());
      }
    }
    pane().press("q");
    assertThat(course.orElseThrow().left()).isZero();
    assertThat(home.journal().stream().map(JournalLine::entry))
        .filteredOn(Entry.StepDone.class::isInstance)
        .extracting(done -> ((Entry.StepDone) done).how())
        .hasSize(lessons.stream().mapToInt(lesson -> lesson.steps().size()).sum())
        .containsOnly(Entry.How.SOLVED);
  }

  private void watch(Lesson lesson) throws IOException {
    if (course.isPresent()) {
      pane().press("q");
      assertThat(course.get().left()).isZero();
      course.get().startsAgain("watch", lesson.id().slug());
    } else {
      course =
          Optional.of(
              Learner.starts(home, 120, PlayedCourse.plugins(), "watch", lesson.id().slug()));
    }
  }

  private TmuxTerminal pane() {
    return course.orElseThrow().terminal();
  }

  private void solve(TmuxTerminal shell, Lesson written) {
    await(written, 0);
    Lesson lesson = home.asOpened(written);
    if (lesson.folder().isPresent()) {
      enter(shell, "cd ~/ropewalk/" + lesson.id());
    }
    for (int i = 0; i < lesson.steps().size(); i++) {
      Step step = lesson.steps().get(i);
      await(lesson, i);
      for (String line : step.solution().commands()) {
        enter(shell, line.replaceFirst("^:answer ", "ropewalk answer "));
      }
    }
    pane()
        .await(
            "the end of " + lesson.id(),
            _ -> flat(pane().screen()).contains("The lesson \"" + lesson.title() + "\" is done."));
    enter(shell, "cd");
  }

  private void await(Lesson lesson, int step) {
    String head =
        "%s/%s %s"
            .formatted(
                step + 1, lesson.steps().size(), lesson.steps().get(step).title().replace("`", ""));
    pane().await(lesson.id() + " " + head, _ -> flat(pane().screen()).contains(head));
  }

  private static String flat(String shown) {
    return shown.replaceAll("\\s+", " ");
  }

  private static void enter(TmuxTerminal shell, String line) {
    shell.enter(line);
    shell.await("a prompt after `" + line + "`", shown -> shown.matches("(?s).*\\nown>$"));
  }
}
