package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wrong answers that are made of right ones. */
final class MutantsTest {
  private static final Mutants MUTANTS = new Mutants(StoredHelps.table(StoredHelps.OLD));

  private static Step step(String solution, String... accept) {
    return new Step(
        new StepId("step"),
        "Step",
        "",
        "",
        List.of(),
        Script.NONE,
        new Script(solution),
        Stream.of(accept).map(Script::new).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> of(String solution, String... accept) {
    return MUTANTS.of(step(solution, accept)).stream()
        .map(mutant -> mutant.kind().words() + ": " + mutant.script().text())
        .toList();
  }

  @Test
  void a_run_goes_wrong_in_each_of_its_words() {
    assertThat(of("docker run -d --name box redis"))
        .containsExactly(
            "flag left out: timeout --foreground -s INT 3 docker run --name box redis",
            "flag left out: docker run -d redis",
            "other name: docker run -d --name box-x redis",
            "other image: docker run -d --name box busybox",
            "created, not started: docker create --name box redis",
            "stopped afterwards: docker run -d --name box redis; docker stop -t 1 box");
  }

  @Test
  void of_a_file_that_a_check_asks_for_each_line_may_be_missing() {
    Step asked =
        new Step(
            new StepId("step"),
            "Step",
            "",
            "",
            List.of(new Bench().check("dockerfile: Dockerfile\nexpect: {user: app}")),
            Script.NONE,
            new Script(
                "cat >Dockerfile <<'END'\nFROM redis\n\n# who\nUSER app\nRUN a \\\n  b\nEND\ncat >x <<E\ny\nE"),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(MUTANTS.of(asked))
        .filteredOn(mutant -> mutant.kind() == Mutant.Kind.LINE_LEFT_OUT)
        .extracting(mutant -> mutant.script().commands().getFirst() + " " + mutant.names())
        .containsExactly(
            "cat >Dockerfile <<'END'\n\n# who\nUSER app\nRUN a \\\n  b\nEND [FROM, redis]",
            "cat >Dockerfile <<'END'\nFROM redis\n\n# who\nRUN a \\\n  b\nEND [USER, app]",
            "cat >Dockerfile <<'END'\nFROM redis\n\n# who\nUSER app\nEND [RUN, a]",
            "cat >Dockerfile <<'END'\nFROM redis\n\n# who\nUSER app\nRUN a \\\nEND [b]");
  }

  @Test
  void of_another_program_the_words_change_where_a_check_asks_for_it() {
    Step asked =
        new Step(
            new StepId("step"),
            "Step",
            "",
            "",
            List.of(new Bench().check("typed: {command: curl, args: {any: -s}}")),
            Script.NONE,
            new Script("mkdir x; curl -s localhost:8080/health | wc -l"),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(MUTANTS.of(asked))
        .extracting(mutant -> mutant.kind().words() + ": " + mutant.script().text())
        .containsExactly(
            "command left out: curl -s localhost:8080/health | wc -l",
            "flag left out: mkdir x; curl localhost:8080/health | wc -l",
            "other value: mkdir x; curl -s localhost:8080/health-x | wc -l");
  }

  @Test
  void ports_change_one_at_a_time_and_change_places() {
    assertThat(of("docker port box; docker run -p 80:6379 redis"))
        .contains(
            "other port: docker port box; docker run -p 81:6379 redis",
            "other port: docker port box; docker run -p 80:6380 redis",
            "ports swapped: docker port box; docker run -p 6379:80 redis",
            "other address: docker port box; docker run -p 127.0.0.1:80:6379 redis",
            "flag left out: docker port box; docker run redis");
  }

  @Test
  void an_address_that_is_asked_for_is_left_out() {
    assertThat(of("docker run --publish=127.0.0.1:80:6379/tcp redis"))
        .contains(
            "other address: docker run --publish=80:6379/tcp redis",
            "ports swapped: docker run --publish=127.0.0.1:6379:80/tcp redis");
  }

  @Test
  void of_flags_that_share_a_dash_one_is_left_out() {
    assertThat(of("docker run -itp 80:81 redis"))
        .contains(
            "flag left out: docker run -tp 80:81 redis",
            "flag left out: docker run -ip 80:81 redis",
            "flag left out: docker run -it redis");
  }

  @Test
  void of_a_loop_the_words_of_docker_change_and_no_part_is_left_out_alone() {
    assertThat(of("for i in 1 2; do\n  docker stop -t 1 box\ndone"))
        .containsExactly(
            "flag left out: for i in 1 2; do\n  docker stop box\ndone",
            "other value: for i in 1 2; do\n  docker stop -t 2 box\ndone",
            "other name: for i in 1 2; do\n  docker stop -t 1 box-x\ndone");
  }

  @Test
  void a_here_document_goes_with_its_command() {
    assertThat(of("cat >Dockerfile <<EOF; docker start box\nFROM redis\nEOF\ndocker ps"))
        .containsExactly(
            "command left out: docker start box\ndocker ps",
            "other name: cat >Dockerfile <<EOF; docker start box-x\nFROM redis\nEOF\ndocker ps",
            "command left out: cat >Dockerfile <<EOF\nFROM redis\nEOF\ndocker ps",
            "stopped afterwards: cat >Dockerfile <<EOF; docker start box\nFROM redis\nEOF\n"
                + "docker ps; docker stop -t 1 box",
            "command left out: cat >Dockerfile <<EOF; docker start box\nFROM redis\nEOF");
  }

  @Test
  void a_container_is_stopped_before_the_here_document_and_the_comment() {
    assertThat(of("docker start box # now\n"))
        .contains("stopped afterwards: docker start box; docker stop -t 1 box # now");
    assertThat(of("docker start box && cat <<EOF\na\nEOF"))
        .contains(
            "stopped afterwards: docker start box && cat <<EOF; docker stop -t 1 box\na\nEOF");
  }

  @Test
  void quotes_stay_where_they_are() {
    assertThat(of("docker run -e \"GREETING=good day\" redis echo 'a b'"))
        .contains(
            "other value: docker run -e \"GREETING=good day-x\" redis echo 'a b'",
            "other value: docker run -e \"GREETING=good day\" redis echo 'a b-x'",
            "other image: docker run -e \"GREETING=good day\" busybox echo 'a b'");
  }

  @Test
  void networks_and_volumes_become_others() {
    assertThat(of("docker run --network shop -v data:/data redis"))
        .contains(
            "other network: docker run --network none -v data:/data redis",
            "other volume: docker run --network shop -v data-x:/data redis",
            "other volume: docker run --network shop -v data:/data-x redis");
    assertThat(of("docker network create shop"))
        .containsExactly("other network: docker network create shop-x");
    assertThat(of("docker volume create data"))
        .containsExactly("other volume: docker volume create data-x");
  }

  @Test
  void numbers_get_one_more_and_keep_their_unit() {
    assertThat(of("docker run -m 64m --pids-limit 20 redis"))
        .contains(
            "other value: docker run -m 65m --pids-limit 20 redis",
            "other value: docker run -m 64m --pids-limit 21 redis");
  }

  @Test
  void only_an_image_that_is_asked_for_becomes_another_real_one() {
    assertThat(of("docker rmi busybox")).containsExactly("other image: docker rmi busybox-x");
    assertThat(of("docker pull busybox")).containsExactly("other image: docker pull redis");
  }

  @Test
  void each_command_of_several_is_left_out() {
    assertThat(of("docker rm box && docker images\n:answer 5"))
        .contains(
            "command left out: docker images\n:answer 5",
            "command left out: docker rm box\n:answer 5",
            "command left out: docker rm box && docker images");
  }

  @Test
  void a_pipe_is_not_taken_apart() {
    assertThat(of("docker images | grep redis")).isEmpty();
  }

  @Test
  void an_answer_becomes_another() {
    assertThat(of(":answer 41")).containsExactly("other value: :answer 42");
    assertThat(of(":answer $(docker port box)"))
        .containsExactly("other value: :answer $(docker port box)-x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker stop $(docker ps -q)",
        "docker start \"$box\"",
        "docker stop `docker ps -lq`",
        "docker frobnicate box",
        "docker run --no-such-flag redis",
        "ls -l"
      })
  void what_only_the_shell_knows_or_docker_refuses_is_left_alone(String solution) {
    assertThat(of(solution)).isEmpty();
  }

  @Test
  void a_wrong_answer_that_is_accepted_is_none() {
    assertThat(of("docker rm -v box", "docker container rm box"))
        .containsExactly("other name: docker rm -v box-x");
  }

  @Test
  void a_command_that_a_right_answer_goes_without_cannot_be_wrong() {
    assertThat(of("docker logs box\n:answer no", ":answer no"))
        .containsExactly(
            "other value: docker logs box\n:answer no-x", "command left out: docker logs box");
  }

  @Test
  void an_attached_container_is_not_stopped_afterwards() {
    assertThat(of("docker start -a box")).noneMatch(each -> each.startsWith("stopped"));
    assertThat(of("docker start box"))
        .contains("stopped afterwards: docker start box; docker stop -t 1 box");
  }

  @Test
  void what_is_stopped_afterwards_is_stopped_at_the_very_end() {
    assertThat(of("docker run -d --name db redis\ndocker run -d --name app redis"))
        .contains(
            "stopped afterwards: docker run -d --name db redis\n"
                + "docker run -d --name app redis; docker stop -t 1 db");
    assertThat(of("docker run -d --name db redis; docker rm -f db"))
        .noneMatch(each -> each.startsWith("stopped"));
    assertThat(of("docker run -d --name db redis\n:answer 1"))
        .noneMatch(each -> each.startsWith("stopped"));
  }
}
