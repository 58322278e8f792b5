package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.Turns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The course by one learner who has never been here, typed as a learner types it: each day a third
 * of it, in the course's order; {@code make learners} has the whole of it, in one sitting.
 */
@ExtendWith(EngineLock.class)
class EveryLessonIT {
  /** Solutions end redis by themselves; a learner presses Ctrl-C. */
  private static final Pattern ATTACHED =
      Pattern.compile("timeout --foreground -s INT \\d+ (docker .*)");

  /** Solutions give bash something to do; a learner types. */
  private static final Pattern SHELL_INSIDE = Pattern.compile("(docker run -it .*) -c hostname");

  /** Solutions look ids up; a learner copies them from the screen. */
  private static final Pattern LOOKED_UP =
      Pattern.compile("\\$\\((docker ps [^)]*|docker inspect [^)]*)\\)");

  private static final Pattern PROMPT_INSIDE = Pattern.compile("root@[0-9a-f]{12}:\\S*#$");

  private static final int DAYS = 3;

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  private final List<Lesson> all = PlayedCourse.lessons();
  private final List<Lesson> course = Turns.togetherToday(all, DAYS);

  @BeforeEach
  void start() throws IOException {
    PlayedCourse.clear(course);
    PlayedCourse.fetchImages(course);
    home = new Home(folder);
    String first = course.getFirst().id().slug();
    learner = Learner.starts(home, 120, PlayedCourse.plugins(), "learn", first);
  }

  @AfterEach
  void stop() {
    learner.close();
    PlayedCourse.clear(course);
  }

  /**
   * On the present engine, in the course's order, up to the exam and its points; then, as their
   * doors say, what could harm it on an engine of its own.
   */
  @Test
  void a_beginner_solves_the_lessons_of_today_and_leaves_nothing_behind() throws Exception {
    List<Lesson> present = present(course);
    learner.promptAt(place(present.getFirst(), 0));
    String end = "";

    Optional<LessonId> next = Optional.empty();
    for (Lesson lesson : present) {
      if (!lesson.equals(present.getFirst())) {
        // One of them may be left out.
        open(lesson, next.equals(Optional.of(lesson.id())) ? ":next" : ":goto " + lesson.id());
      }
      next = Home.course().after(lesson.id());
      end = solve(home.asOpened(lesson));
      assertThat(end.contains(score(lesson)))
          .as("points of " + lesson.id())
          .isEqualTo(lesson.isExam());
    }
    assertThat(present(all)).last().matches(Lesson::isExam);
    quit();
    for (Lesson lesson : course) {
      if (lesson.needs().privateEngine()) {
        learner.startsAgain("learn", "--private", lesson.id().slug()).promptAt(place(lesson, 0));
        end = solve(home.asOpened(lesson));
        quit();
      }
    }

    assertThat(end)
        .contains("%s of %s lessons done".formatted(course.size(), Home.course().lessons().size()));
    Progress progress = Progress.anywhere(home.journal(), CourseId.BUILT_IN);
    assertThat(course).allMatch(lesson -> progress.of(lesson.id()).everFinished());
    assertThat(output("bash", "-c", "ropewalk list").lines().map(EveryLessonIT::withoutMinutes))
        .containsAll(allFinished(course));
    assertThat(Docker.containers()).doesNotContainAnyElementsOf(made(present, progress));
    // Compose leaves the nameless volume of a container that it makes anew; its lesson says so.
    List<Lesson> others =
        present.stream().filter(lesson -> lesson.needs().commands().isEmpty()).toList();
    List<String> made = made(others, progress);
    assertThat(made).hasSizeGreaterThan(present.size());
    assertThat(Docker.volumes()).doesNotContainAnyElementsOf(made);
  }

  private static List<Lesson> present(List<Lesson> lessons) {
    return lessons.stream().filter(lesson -> !lesson.needs().privateEngine()).toList();
  }

  private static List<String> made(List<Lesson> lessons, Progress progress) {
    return lessons.stream()
        .flatMap(lesson -> progress.of(lesson.id()).owned().stream())
        .map(EngineEvent::id)
        .toList();
  }

  private void quit() {
    learner.terminal().enter(":quit");
    assertThat(learner.left()).isZero();
  }

  private static String score(Lesson lesson) {
    int points = lesson.steps().stream().mapToInt(Step::points).sum();
    return "You have %1$s of %1$s points.".formatted(points);
  }

  private static String withoutMinutes(String row) {
    return row.strip().replaceFirst(" +\\d+m   ", "   ");
  }

  private void open(Lesson lesson, String word) {
    String shown = learner.enters(word, place(lesson, 0));

    assertThat(flat(shown)).contains(header(lesson, 0));
  }

  /** What is shown after the last line of it. */
  private String solve(Lesson lesson) {
    String end = "";
    for (int i = 0; i < lesson.steps().size(); i++) {
      Step step = lesson.steps().get(i);
      List<String> lines = step.solution().commands();
      for (String line : lines.subList(0, lines.size() - 1)) {
        type(line, place(lesson, i));
      }
      String shown = flat(type(lines.getLast(), place(lesson, i + 1)));

      assertThat(step.checks())
          .allSatisfy(check -> assertThat(shown).contains("✓ " + plain(check.sentence())));
      assertThat(shown)
          .contains(
              i + 1 < lesson.steps().size()
                  ? header(lesson, i + 1)
                  : "The lesson \"%s\" is done.".formatted(lesson.title()));
      end = shown;
    }
    return end;
  }

  private String type(String line, String place) {
    Matcher attached = ATTACHED.matcher(line);
    Matcher shell = SHELL_INSIDE.matcher(line);
    TmuxTerminal terminal = learner.terminal();
    if (attached.matches()) {
      terminal.enter(attached.group(1)).await("Ready to accept connections");
      terminal.press("C-c");
    } else if (shell.matches()) {
      terminal.enter(shell.group(1));
      awaitPromptInside();
      terminal.type("hostname").press("Enter");
      awaitPromptInside();
      terminal.type("exit").press("Enter");
    } else if (line.startsWith("docker start -ai ")) {
      terminal.enter(line);
      awaitPromptInside();
      terminal.type("exit").press("Enter");
    } else if (line.startsWith("docker ")) {
      terminal.enter(
          LOOKED_UP
              .matcher(line)
              .replaceAll(found -> output("bash", "-c", found.group(1)).replace("\n", " ")));
    } else {
      terminal.enter(line);
    }
    return learner.promptAt(place);
  }

  private void awaitPromptInside() {
    learner.terminal().await("the container's prompt", PROMPT_INSIDE.asPredicate());
  }

  /** What the prompt shows at a step, from 0, or after the last one. */
  private static String place(Lesson lesson, int index) {
    int count = lesson.steps().size();
    return lesson.id().slug() + (index < count ? " %s/%s".formatted(index + 1, count) : "");
  }

  private static String header(Lesson lesson, int index) {
    String title = plain(lesson.steps().get(index).title());
    return "%s/%s %s".formatted(index + 1, lesson.steps().size(), title);
  }

  private static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  private static String flat(String shown) {
    return shown.replaceAll("\\s+", " ");
  }

  private String output(String... command) {
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(home.environment());
      var out = builder.start().getInputStream().readAllBytes();
      return new String(out, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> allFinished(List<Lesson> course) {
    int widest =
        Home.course().lessons().stream().mapToInt(id -> id.slug().length()).max().orElseThrow();
    String row = "✓ %1$2s %2$-" + widest + "s   %3$2s/%3$s   %4$s";
    List<LessonId> all = Home.course().lessons();
    return course.stream()
        .map(
            lesson ->
                row.formatted(
                    all.indexOf(lesson.id()) + 1,
                    lesson.id(),
                    lesson.steps().size(),
                    lesson.title()))
        .toList();
  }
}
