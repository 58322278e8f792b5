package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.NotUnderstood.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DockerLineTest {
  private static final CommandTable OLD = StoredHelps.table(StoredHelps.OLD);
  private static final CommandTable NEW = StoredHelps.table(StoredHelps.NEW);

  @ParameterizedTest
  @MethodSource("pairs")
  void lines_are_equal_when_they_ask_for_the_same(String one, String sign, String other) {
    for (CommandTable table : List.of(OLD, NEW)) {
      DockerCommand first = only(one, table);
      DockerCommand second = only(other, table);
      if (sign.equals("==")) {
        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
        assertThat(first.problems()).isEmpty();
      } else {
        assertThat(first).isNotEqualTo(second);
      }
    }
  }

  static Stream<Arguments> pairs() throws IOException {
    try (var file = DockerLineTest.class.getResourceAsStream("same-or-not.txt")) {
      return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("(?= (?:==|!=) )|(?<= (?:==|!=) )"))
          .map(parts -> Arguments.of(parts[0], parts[1].strip(), parts[2]));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void each_flag_of_run_reads_the_same_in_every_form(String version) {
    CommandTable table = StoredHelps.table(version);
    CommandHelp run = table.help(List.of("run")).orElseThrow();

    for (Flag flag : run.flags()) {
      String value = flag.isSwitch() ? (flag.preset().equals("true") ? "false" : "true") : "v=1";
      var expected =
          new DockerCommand(
              "run",
              Map.of(),
              Map.of(flag.name(), List.of(value)),
              List.of("redis", "--name", "x"),
              List.of());
      assertThat(forms(flag, value))
          .allSatisfy(
              form ->
                  assertThat(only("docker run " + form + " redis --name x", table))
                      .as(form)
                      .isEqualTo(expected));
    }
  }

  private static Stream<String> forms(Flag flag, String value) {
    String name = "--" + flag.name();
    String letter = "-" + flag.shorthand();
    if (flag.isSwitch()) {
      Stream<String> bare = value.equals("true") ? Stream.of(name) : Stream.of();
      Stream<String> letters =
          flag.shorthand().isEmpty() ? Stream.of() : Stream.of(letter, letter + "=true");
      return Stream.of(Stream.of(name + "=" + value), bare, letters).flatMap(forms -> forms);
    }
    Stream<String> letters =
        flag.shorthand().isEmpty()
            ? Stream.of()
            : Stream.of(letter + value, letter + "=" + value, letter + " " + value);
    return Stream.concat(Stream.of(name + " " + value, name + "=" + value), letters);
  }

  @Test
  void a_run_is_taken_apart() {
    DockerCommand run =
        only("docker run -dit --name box -p 80:80 -e A=b redis:7 redis-server --port 1", NEW);

    assertThat(run.name()).isEqualTo("run");
    assertThat(run.flags())
        .isEqualTo(
            Map.of(
                "detach", List.of("true"),
                "interactive", List.of("true"),
                "tty", List.of("true"),
                "name", List.of("box"),
                "publish", List.of("80:80"),
                "env", List.of("A=b")));
    assertThat(run.args()).containsExactly("redis:7", "redis-server", "--port", "1");
    assertThat(run.flag("name")).contains("box");
    assertThat(run.flag("memory")).isEmpty();
  }

  @Test
  void every_docker_command_of_a_line_is_found() {
    List<DockerCommand> commands =
        DockerLine.parse("ls; A=$(docker run -d redis) && echo docker && docker rm -f $A", NEW);

    assertThat(commands).extracting(DockerCommand::name).containsExactly("run", "rm");
    assertThat(commands.getLast().args()).containsExactly("$A");
  }

  @ParameterizedTest
  @CsvSource({
    "docker pss, UNKNOWN_COMMAND, pss, docker, ps",
    "docker container lss, UNKNOWN_COMMAND, lss, docker container, ls",
    "docker ps --al, UNKNOWN_FLAG, --al, docker ps, --all",
    "docker run --detatch redis, UNKNOWN_FLAG, --detatch, docker run, --detach",
    "docker ps -z, UNKNOWN_FLAG, -z, docker ps, --all",
    "docker --verson, UNKNOWN_FLAG, --verson, docker, --version",
    "docker run --rm=maybe redis, BAD_VALUE, --rm=maybe, docker run, true",
  })
  void what_docker_would_refuse_is_told_with_the_known_words(
      String line, Reason reason, String word, String command, String known) {
    DockerCommand parsed = only(line, NEW);

    assertThat(parsed.isUnderstood()).isFalse();
    NotUnderstood problem = parsed.problems().getFirst();
    assertThat(problem.reason()).isEqualTo(reason);
    assertThat(problem.word()).isEqualTo(word);
    assertThat(problem.command()).isEqualTo(command);
    assertThat(problem.known()).contains(known);
  }

  @Test
  void a_problem_is_explained_with_the_nearest_word() {
    NotUnderstood problem = only("docker pss", NEW).problems().getFirst();

    assertThat(problem.explain((_, _) -> Optional.of("ps")))
        .isEqualTo("`docker` has no command `pss`. Did you mean `docker ps`?");
    assertThat(problem.explain((_, _) -> Optional.empty()))
        .isEqualTo("`docker` has no command `pss`.");
    assertThat(only("docker ps -n", NEW).problems().getFirst().explain((_, _) -> Optional.empty()))
        .isEqualTo("The flag `--last` of `docker ps` needs a value.");
  }

  @ParameterizedTest
  @CsvSource({
    "docker ps -a, true",
    "docker container ls, true",
    "docker container inspect box, true",
    "docker network ls, true",
    "docker logs -f box, true",
    "docker info, true",
    "docker run --help, true",
    "docker, true",
    "docker run redis, false",
    "docker exec box ls, false",
    "docker pull redis, false",
    "docker volume rm ls, false",
    "docker system prune, false",
  })
  void a_command_that_only_looks_is_told_from_one_that_acts(String line, boolean looks) {
    assertThat(only(line, NEW).onlyLooks()).isEqualTo(looks);
  }

  @Test
  void an_unfinished_line_is_read_as_far_as_it_goes() {
    assertThat(only("docker run --name 'my box", NEW).flag("name")).contains("my box");
  }

  @Test
  void without_a_client_nothing_is_understood() {
    DockerCommand parsed = only("docker ps -a", new CommandTable(_ -> ""));

    assertThat(parsed.isUnderstood()).isFalse();
  }

  private static DockerCommand only(String line, CommandTable table) {
    List<DockerCommand> commands = DockerLine.parse(line, table);
    assertThat(commands).as(line).hasSize(1);
    return commands.getFirst();
  }

  @Test
  void what_is_recorded_in_a_terminal_is_run_all_the_same() {
    CommandTable table = StoredHelps.table(StoredHelps.NEW);

    for (String line :
        List.of(
            "script -qc 'docker start -ai box' /dev/null",
            "echo exit | script -q -e --command 'docker start -ai box' /dev/null")) {
      assertThat(DockerLine.typed(line, table))
          .extracting(DockerLine.Typed::text)
          .containsExactly("docker start -ai box");
    }
    assertThat(DockerLine.typed("script typescript", table)).isEmpty();
  }
}
