package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ropewalk.author.NewLesson;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which course a command takes: that of the option, else of the variable, else the built-in. */
final class CourseOptionTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path named;
  private Path set;
  private Path empty;
  private Path state;

  @BeforeEach
  void three_courses_and_a_folder_that_is_none() throws IOException {
    NewLesson.write(folder.resolve("built-in"), new LessonId("own"));
    named = folder.resolve("named");
    NewLesson.write(named, new LessonId("named"));
    set = folder.resolve("set");
    NewLesson.write(set, new LessonId("set"));
    empty = Files.createDirectory(folder.resolve("empty"));
    state = folder.resolve("state");
  }

  private int run(String variable, String line) {
    Places places =
        new Places(
            folder.resolve("built-in"), state, folder.resolve("cache"), folder.resolve("home"));
    Map<String, String> environment =
        Map.of("PATH", "", "ROPEWALK_COURSE", variable, "DOCKER_HOST", "unix://" + empty + "/none");
    Context context =
        new Context(
            environment, places, new PrintWriter(out), new PrintWriter(err), Clock.systemUTC());
    return Main.run(context, line.split(" "));
  }

  @Test
  void a_journal_that_cannot_be_read_is_told_in_a_sentence() throws IOException {
    Path journal = folder.resolve("state").resolve("journal.jsonl");
    Files.createDirectories(journal);

    int code = run("", "check own");

    assertThat(code).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: the journal `" + journal + "` cannot be read: Is a directory",
            "fix: make room on that disk and let yourself write there, or name another folder with XDG_STATE_HOME");
  }

  @Test
  void a_beginning_that_several_lessons_have_is_answered_with_all_of_them() throws IOException {
    NewLesson.write(named, new LessonId("named-again"));

    int code = run("", "check nam --course " + named);

    assertThat(code).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString())
        .contains("`nam` can be several lessons")
        .contains("named, named-again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--course %s",
        "learn --course %s",
        "learn own --course %s",
        "list --course %s",
        "check own --course %s",
        "author lint --course %s",
        "author preview own --course %s"
      })
  void a_folder_without_lessons_is_refused_with_a_sentence(String line) {
    int code = run("", line.formatted(empty));

    assertThat(code).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: the folder `" + empty + "` of --course has no `lessons/` in it",
            "  fix: name a folder that has `lessons/` and `checks/` in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"learn", "list", "check own", "author lint", "author preview own --once"})
  void the_variable_is_refused_like_the_option(String line) {
    int code = run(empty + "/gone", line);

    assertThat(code).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString())
        .startsWith("error: ROPEWALK_COURSE names `" + empty + "/gone`, which is no folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"learn %s", "list", "check %s", "author lint %s", "author preview %s --once"})
  void without_either_it_is_the_built_in_course(String line) {
    assertThat(run("", line.formatted("own"))).isNotEqualTo(ExitCode.WRONG_USE);
    assertThat(run("", line.formatted("named") + (line.equals("list") ? " x" : "")))
        .isEqualTo(ExitCode.WRONG_USE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"learn %s", "check %s", "author lint %s", "author preview %s --once"})
  void the_option_wins_over_the_variable_and_that_over_the_built_in(String line) {
    String option = line + " --course " + named;

    assertThat(run(set.toString(), option.formatted("named"))).isNotEqualTo(ExitCode.WRONG_USE);
    assertThat(run(set.toString(), option.formatted("set"))).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run(set.toString(), line.formatted("set"))).isNotEqualTo(ExitCode.WRONG_USE);
    assertThat(run(set.toString(), line.formatted("own"))).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void the_list_shows_the_course_that_is_named() {
    assertThat(run(set.toString(), "list --json --course " + named)).isZero();
    assertThat(out.toString()).contains("\"lesson\" : \"named\"").doesNotContain("\"set\"");
  }

  @Test
  void the_list_as_json_has_all_that_the_course_says_of_itself() throws IOException {
    NewLesson.write(named, new LessonId("more"));
    Files.writeString(
        named.resolve("course.yaml"),
        """
        title: Boxes
        modules:
          - {title: First, lessons: [{lesson: more, minutes: 7}]}
          - {title: Then, lessons: [named]}
        """);

    assertThat(run("", "list --json --course " + named)).isZero();

    assertThat(new ObjectMapper().readTree(out.toString()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"title": "Boxes", "next": "more", "lessons": [
                      {"lesson": "more", "title": "More", "steps": 2, "done": 0,
                       "standing": "new", "module": "First", "minutes": 7},
                      {"lesson": "named", "title": "Named", "steps": 2, "done": 0,
                       "standing": "new", "module": "Then"}]}
                    """));
  }

  @Test
  void a_language_is_taken_where_a_lesson_has_it_and_else_refused_with_those_there_are()
      throws IOException {
    Path lessons = named.resolve("lessons");
    String german =
        Files.readString(lessons.resolve("10-named.md"))
            .replace("# Named", "# Benannt")
            .replace("## Run something", "## Etwas starten {#run-something}")
            .replace("## Clean up", "## Aufräumen {#clean-up}");
    Files.writeString(lessons.resolve("10-named.de.md"), german);

    assertThat(run("", "list --language de-AT --course " + named)).isZero();
    assertThat(out.toString()).contains("Benannt").doesNotContain("Named");

    assertThat(run("", "list --language fr --course " + named)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("", "list --language fr")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: no lesson of this course is there in the language `fr`",
            "  fix: use one of: de",
            "error: no lesson of this course is there in the language `fr`",
            "  fix: leave out --language: the course is not translated");
  }

  @Test
  void a_new_lesson_goes_where_the_option_or_else_the_variable_says() {
    run(set.toString(), "author new more --course " + named);
    run(set.toString(), "author new other");

    assertThat(named.resolve("lessons/20-more.md")).exists();
    assertThat(set.resolve("lessons/20-other.md")).exists();
  }

  @Test
  void a_new_course_is_made_where_none_is_and_nowhere_else() {
    Path made = folder.resolve("made/of-boxes");

    assertThat(run("", "author new --course " + made)).isZero();
    assertThat(run("", "author new --course " + made)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("", "author new --course " + named)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run(set.toString(), "author new")).isEqualTo(ExitCode.WRONG_USE);

    assertThat(made.resolve("course.yaml")).content().contains("title: \"Of boxes\"");
    assertThat(named.resolve("course.yaml")).doesNotExist();
    assertThat(set.resolve("course.yaml")).doesNotExist();
    assertThat(err.toString())
        .contains(
            "error: there is a course in `%1$s` already: it has `%1$s/lessons`".formatted(named));
  }

  @Test
  void the_option_before_a_command_is_not_passed_over() {
    assertThat(run("", "--course " + named + " list")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString()).contains("ropewalk list --course DIR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"author lint", "author preview named", "list", "check named"})
  void the_form_that_is_advised_for_it_is_understood(String command) {
    run("", "--course " + named + " " + command);
    String words = command.replaceFirst(" named$", "");
    assertThat(err.toString()).contains("as in: ropewalk " + words + " --course DIR");

    err.getBuffer().setLength(0);
    run("", command + " --course " + named);
    assertThat(err.toString()).doesNotContain("--course");
  }

  @Test
  void a_command_that_uses_no_course_does_not_advise_one() {
    assertThat(run("", "--course " + named + " author reference")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString())
        .contains("`ropewalk author reference` uses no course: leave out --course");
  }

  @Test
  void the_list_needs_no_journal_that_can_be_written() {
    // Nobody can make a folder there, not even root.
    state = Path.of("/proc/ropewalk");

    assertThat(run("", "list")).isZero();
    assertThat(out.toString()).contains("own");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"own/0", "own/99", "own/00", "own/-1", "own/4294967297"})
  void a_step_of_no_number_in_the_lesson_is_refused(String step) {
    assertThat(run("", "check " + step)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString()).contains("the lesson `own` has no step");
  }

  @Test
  void a_lesson_is_known_by_its_number_in_the_list() {
    assertThat(run("", "author lint 1")).isZero();
    assertThat(run("", "author lint 10")).isZero();
    assertThat(run("", "author lint 2")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("", "author lint 0")).isEqualTo(ExitCode.WRONG_USE);
  }
}
