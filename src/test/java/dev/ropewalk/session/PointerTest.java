package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a line that was plainly a try at the step, and that went elsewhere. */
final class PointerTest {
  private static Step step(int number) {
    return step("what-is-docker", number);
  }

  private static Step step(String slug, int number) {
    Course course = Course.open(Path.of("").toAbsolutePath());
    LessonId id = course.find(slug).orElseThrow();
    Lesson lesson = course.lesson(id);
    return lesson.steps().get(number - 1);
  }

  private static Step made(String solution) {
    return new Step(
        new StepId("it"),
        "It",
        "",
        "",
        List.of(),
        Script.NONE,
        new Script(solution.replace("; ", "\n")),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void a_command_for_a_container_that_runs_is_pointed_to_exec() {
    Optional<Step> step = Optional.of(made("docker exec page rm /site/index.html"));

    assertThat(Pointer.of("rm index.html", 0, step))
        .hasValue(
            "That was this computer's own `rm`. In `page`, which runs, it is `docker exec page rm ...`.");
    assertThat(Pointer.worksHere("rm index.html", step.get())).isTrue();
    assertThat(
            Pointer.of("redis-cli ping", 127, Optional.of(made("docker exec page redis-cli ping"))))
        .hasValue(
            "This computer has no `redis-cli`. In `page`, which runs, it is `docker exec page redis-cli ...`.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker build --build-arg TOWN=Oslo .|export TOWN=Oslo",
        "docker build --build-arg TOWN=Oslo .|export -p TOWN=Oslo",
        "rm index.html; docker cp index.html page:/|rm index.html",
        "docker rm box; rm box|rm box",
        "docker exec page cat /a; cat /a|cat /a",
      })
  void what_is_meant_for_this_computer_gets_no_word(String solution, String line) {
    assertThat(Pointer.of(line, 0, Optional.of(made(solution)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|cat /etc/os-release|0|this computer's own `cat`",
        "4|uname -r|0|this computer's own `uname`",
        "5|same|127|`:answer same`",
        "5|answer same|127|`:answer`",
        "8|rm hello|1|`docker rm`",
        "1|dokcer run --name hello hello-world|127|`docker`",
        "1|Docker run --name hello hello-world|127|`docker`",
        "1|run --name hello hello-world|127|`docker run`",
        "1|stop hello|127|There is no command `stop` by itself; docker has it: `docker stop`",
        "8|kill hello|1|`docker kill`",
        "1|echo docker run --name hello hello-world|0|`echo` prints",
        "1|# docker run --name hello hello-world|0|comment",
        "3|redis-server --version|127|This computer has no `redis-server`",
        "5|echo :answer same|0|`:answer same`",
        "5|: answer same|0|`:answer same`",
        "5|/answer same|127|`:answer same`",
        "5|answer: same|127|`:answer same`",
        "5|they are the same|127|`:answer same`",
        "5|echo same|0|`:answer same`",
        "1|hello-world|127|begins with `docker`",
        "1|hello|127|begins with `docker`",
        "1|--name hello|127|begins with `docker`",
      })
  void a_try_that_went_elsewhere_gets_one_line(int step, String line, int exitCode, String said) {
    assertThat(Pointer.of(line, exitCode, Optional.of(step(step))).orElse("")).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images-and-containers|2|redis|127|begins with `docker`",
        "the-docker-socket|5|echo burglar > /root/was-here|0|this computer's own `echo`",
        "the-docker-socket|3|perl -e 1|0|this computer's own `perl`",
        "attached-mode|1|redis-server|127|begins with `docker`",
        "port-binding|2|port redistest2|127|`docker port`",
      })
  void a_try_is_told_by_what_its_step_asks_for(
      String lesson, int step, String line, int exitCode, String said) {
    assertThat(Pointer.of(line, exitCode, Optional.of(step(lesson, step))).orElse(""))
        .contains(said);
  }

  @Test
  void what_runs_docker_in_a_terminal_of_its_own_has_not_only_spoken_of_it() {
    String line = "(sleep 1; echo exit) | script -qc 'docker start -ai redistest3' /dev/null";

    assertThat(Pointer.of(line, 0, Optional.of(step("interactive-terminal", 3)))).isEmpty();
    assertThat(Pointer.of("echo 'docker ps'", 0, Optional.of(step("interactive-terminal", 3))))
        .isPresent();
  }

  @Test
  void what_a_question_asks_of_a_container_is_not_known_to_this_computer() {
    assertThat(Pointer.of("hostname", 0, Optional.of(step("interactive-terminal", 2))).orElse(""))
        .contains("about a container");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port-binding|3|exec 3<>/dev/tcp/localhost/12345; echo PING >&3|0|true",
        "port-binding|3|ping -c 1 localhost|0|true",
        "port-binding|3|exec 3<>/dev/tcp/localhost/6379|1|true",
        "port-binding|3|port=6379|0|false",
        "what-is-docker|5|uname -r|0|true",
        "start-and-stop|5|137|127|true",
        "start-and-stop|5|false|1|true",
        "start-and-stop|5|cd redistest|1|false",
        "start-and-stop|5|ls redistest|0|false",
        "start-and-stop|5|git status|0|false",
        "start-and-stop|5|sleep 100|130|false",
        "volumes|1|mkdir shopdata|0|true",
        "clean-up|1|df -h|0|true",
        "networks|7|alias store=db|0|true",
        "bind-mounts|4|ls -l|0|true",
        "bind-mounts|4|id -u|0|false",
        "volumes|1|mkdir elsewhere|0|false",
        "bind-mounts|1|mkdir shared_folder|0|false",
      })
  void a_try_fails_or_has_a_word_of_the_steps(
      String lesson, int step, String line, int exitCode, boolean tries) {
    assertThat(OwnTry.is(line, exitCode, step(lesson, step))).isEqualTo(tries);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|ls|0",
        "4|docker run --name kernel busybox uname -r|0",
        "4|pwd|0",
        "1|foo|127",
        "5|gti status|127",
        "5|git status|0",
        "7|rm notes.txt|0",
        "1|cd docker|0",
        "1|echo hello|0",
        "1|hostname|0",
        "7|top|0",
      })
  void anything_else_gets_none(int step, String line, int exitCode) {
    assertThat(Pointer.of(line, exitCode, Optional.of(step(step)))).isEmpty();
  }
}
