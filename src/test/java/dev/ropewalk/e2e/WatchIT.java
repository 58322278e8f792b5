package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.patience.Patience;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The course in one terminal, shells of the learner's own in others. */
@ExtendWith(EngineLock.class)
class WatchIT {
  private static final String[] NAMES = {"redistest", "redistest2", "redistest3", "other"};

  @TempDir Path folder;
  private Home home;
  private @Nullable Learner course;

  @BeforeEach
  void start() throws IOException {
    home = new Home(folder);
    Docker.remove(NAMES);
  }

  @AfterEach
  void stop() {
    if (course != null) {
      course.close();
    }
    Docker.remove(NAMES);
  }

  private Learner course() {
    return Objects.requireNonNull(course);
  }

  private void watch(String lesson) throws IOException {
    course = Learner.starts(home, "watch", lesson);
    pane(" 1/");
  }

  private void pane(String words) {
    course().terminal().await(words);
  }

  private TmuxTerminal shell(List<String> command, Map<String, String> more) throws IOException {
    Map<String, String> environment = home.environment();
    environment.put("PS1", "own> ");
    environment.putAll(more);
    return TmuxTerminal.open(110, 40, home.desk(), environment, command);
  }

  private TmuxTerminal bash() throws IOException {
    Path startup =
        Files.writeString(
            folder.resolve("own"), "PS1='own $?> '\nunset HISTFILE\nPROMPT_COMMAND='kept=$?'\n");
    return joined(shell(List.of("bash", "--rcfile", startup.toString(), "-i"), Map.of()));
  }

  private static TmuxTerminal joined(TmuxTerminal shell) {
    shell.await("own");
    enter(shell, "eval \"$(ropewalk env)\"");
    assertThat(shell.shown()).contains("takes part as shell-");
    return shell;
  }

  /** Types a line, and waits for the next prompt. */
  private static String enter(TmuxTerminal shell, String line) {
    shell.enter(line);
    return shell.await(
        "a prompt after `" + line + "`", shown -> shown.matches("(?s).*\\nown( \\d+)?>$"));
  }

  private void solve(TmuxTerminal shell, String name) {
    Lesson lesson = Home.course().lesson(new LessonId(name));
    for (Step step : lesson.steps()) {
      int number = lesson.steps().indexOf(step) + 1;
      pane(" %s/%s".formatted(number, lesson.steps().size()));
      for (String line : step.solution().commands()) {
        enter(shell, line.replaceFirst("^:answer ", "ropewalk answer "));
      }
    }
    pane("is done.");
    assertThat(home.journal().stream().map(JournalLine::entry))
        .filteredOn(Entry.StepDone.class::isInstance)
        .extracting(done -> ((Entry.StepDone) done).how())
        .hasSize(lesson.steps().size())
        .containsOnly(Entry.How.SOLVED);
  }

  @Test
  void a_lesson_is_solved_in_bash() throws IOException {
    watch("logs");

    try (TmuxTerminal shell = bash()) {
      solve(shell, "logs");
      assertThat(enter(shell, "(exit 7)")).endsWith("own 7>");
      assertThat(enter(shell, "echo kept=$kept")).contains("\nkept=7");
    }
  }

  @Test
  void a_lesson_is_solved_in_zsh() throws IOException {
    assumeTrue(isThere("zsh"), "there is no zsh here");
    watch("attached-mode");

    try (TmuxTerminal shell = joined(shell(List.of("zsh", "-f"), Map.of()))) {
      solve(shell, "attached-mode");
    }
  }

  @Test
  void a_lesson_is_solved_in_fish() throws IOException {
    assumeTrue(isThere("fish"), "there is no fish here");
    watch("start-and-stop");
    String prompt = "function fish_prompt; echo 'own>'; end; function fish_greeting; end";

    try (TmuxTerminal shell =
        joined(shell(List.of("fish", "--no-config", "-C", prompt), Map.of()))) {
      solve(shell, "start-and-stop");

      course().terminal().press("q");
      assertThat(course().left()).isZero();
      shell.enter("").await("the course has ended");
    }
  }

  @Test
  void what_has_an_effect_counts_though_the_shell_takes_no_part() throws IOException {
    watch("start-and-stop");
    pane("ropewalk env");

    Docker.run("run", "-d", "--name", "redistest", "redis");
    pane(" 2/6");

    Docker.run("run", "-d", "--name", "other", "redis");
    Docker.run("stop", "redistest");
    pane(" 3/6");
    assertThat(home.journal().toString()).doesNotContain("other");
  }

  @Test
  void a_volume_of_a_container_that_never_ran_is_removed_with_the_lesson() throws IOException {
    watch("start-and-stop");

    Docker.run("create", "--name", "redistest", "-v", "/more", "redis");
    Instant end = Instant.now().plus(Patience.BUSY_MACHINE);
    while (volumes().size() < 2 && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(volumes()).hasSize(2);
    Docker.run("rm", "redistest");
    course().terminal().press("x");
    pane("Remove them?");
    course().terminal().press("y");
    pane(" 1/6");

    for (String volume : volumes()) {
      course()
          .terminal()
          .await(
              volume + " is gone",
              _ -> Docker.run("volume", "ls", "-q", "-f", "name=" + volume).isEmpty());
    }
  }

  private List<String> volumes() {
    return home.journal().stream()
        .map(JournalLine::entry)
        .filter(Entry.Happened.class::isInstance)
        .map(entry -> ((Entry.Happened) entry).event())
        .filter(EngineEvent.ToVolume.class::isInstance)
        .filter(event -> event.action().equals("create"))
        .map(EngineEvent::id)
        .toList();
  }

  @Test
  void the_diagnosis_stands_under_the_step_and_keys_help() throws IOException {
    watch("start-and-stop");
    try (TmuxTerminal shell = bash()) {
      pane("1 shell");

      enter(shell, "docker run -d --name other redis");
      pane("that is named other");

      course().terminal().press("h");
      pane("Hint 1 of");
      course().terminal().press("l");
      pane("images-and-containers");
      enter(shell, "docker rename other redistest");
      pane(" 2/6");
      course().terminal().press("s");
      pane("once more");
      course().terminal().press("s");
      pane(" 3/6");
    }
  }

  @Test
  void the_course_is_asked_from_any_terminal() throws IOException {
    course = Learner.starts(home, "learn", "attached-mode");
    course().promptAt("attached-mode 1/4");
    course().terminal().enter("docker run --name redistest redis").await("Ready to accept");

    try (TmuxTerminal shell = shell(List.of("bash", "--norc", "-i"), Map.of())) {
      shell.await("own>");
      assertThat(enter(shell, "ropewalk status")).contains("step 1 of 4", "A line runs");
      assertThat(enter(shell, "ropewalk step")).contains(" 1/4");
      assertThat(enter(shell, "ropewalk hint")).contains("Hint 1 of");
      assertThat(enter(shell, "ropewalk why")).contains("redistest").doesNotContain("There is no");
      assertThat(enter(shell, "ropewalk env; echo code $?")).contains("ropewalk watch", "code 2");
      assertThat(enter(shell, "ropewalk answer --x")).contains("asks no question", "ropewalk step");
    }
    course().terminal().press("C-c");
    course().promptAt("attached-mode 2/4");
  }

  @Test
  void a_wrong_answer_is_told_by_the_exit_code_too() throws IOException {
    watch("detached-mode");
    try (TmuxTerminal shell = bash()) {
      enter(shell, "docker run -d --name redistest redis");
      pane(" 2/6");

      assertThat(enter(shell, "ropewalk answer 0; echo code $?")).contains("code 1");
      assertThat(enter(shell, "ropewalk answer $(docker ps -lq); echo code $?")).contains("code 0");
    }
  }

  @Test
  void two_shells_are_told_apart_and_go_on_when_the_course_ends() throws IOException {
    watch("start-and-stop");
    try (TmuxTerminal one = bash();
        TmuxTerminal two = bash()) {
      pane("2 shells");
      one.enter("docker run --name redistest redis").await("Ready to accept");
      assertThat(enter(two, "ropewalk status"))
          .contains("Your shells run", "docker run --name redistest redis");
      enter(two, "docker ps");
      // The course writes a record down when it gets it, a little after the client has its answer.
      Instant end = Instant.now().plus(Patience.BUSY_MACHINE);
      while (!asked("shell-2").contains("/containers/json") && Instant.now().isBefore(end)) {
        LockSupport.parkNanos(20_000_000);
      }
      assertThat(asked("shell-2")).contains("/containers/json");
      assertThat(asked("shell-1"))
          .contains("/containers/create")
          .doesNotContain("/containers/json");

      course().terminal().press("q");
      course().terminal().await("would be cut off: docker run --name redistest redis");
      course().terminal().press("q");
      assertThat(course().left()).isZero();
      one.press("C-c").await("own");

      assertThat(enter(two, "docker ps -a")).contains("the course has ended", "redistest");
      assertThat(
              enter(
                  two,
                  "echo \"<$DOCKER_HOST>$(trap -p DEBUG)\"; compgen -A function __rope; echo $?"))
          .contains("\n<" + System.getenv().getOrDefault("DOCKER_HOST", "") + ">\n1\n");
      assertThat(enter(two, "echo ${PROMPT_COMMAND}")).contains("\nkept=$?");
    }
  }

  private List<String> asked(String lane) {
    return home.journal().stream()
        .map(JournalLine::entry)
        .filter(Entry.Asked.class::isInstance)
        .map(entry -> ((Entry.Asked) entry).exchange())
        .filter(exchange -> exchange.lane().equals(lane))
        .map(exchange -> exchange.path())
        .toList();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
