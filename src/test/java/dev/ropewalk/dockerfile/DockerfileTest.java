package dev.ropewalk.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dockerfiles are read as docker reads them. */
final class DockerfileTest {
  private static Dockerfile read(String... lines) throws Unreadable {
    return Dockerfile.parse(String.join("\n", lines));
  }

  @Test
  void comments_and_empty_lines_do_not_end_a_line_that_goes_on() throws Unreadable {
    Dockerfile file =
        read("# one", "from  redis:7", "run a && \\ ", "# between", "", "  b \\", "  c", "USER x");

    assertThat(file.instructions())
        .extracting(Instruction::line, Instruction::word, Instruction::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "FROM", "redis:7"),
            org.assertj.core.groups.Tuple.tuple(3, "RUN", "a && b c"),
            org.assertj.core.groups.Tuple.tuple(8, "USER", "x"));
  }

  @Test
  void a_directive_gives_another_sign_for_lines_that_go_on() throws Unreadable {
    Dockerfile file = read("# escape=`", "FROM redis:7", "RUN dir C:\\", "RUN a `", "b");

    assertThat(file.instructions())
        .extracting(Instruction::arguments)
        .containsExactly("redis:7", "dir C:\\", "a b");
  }

  @Test
  void a_directive_after_a_comment_is_a_comment() throws Unreadable {
    Dockerfile file = read("# hello", "# escape=`", "FROM redis:7", "RUN a \\", "b");

    assertThat(file.instructions().getLast().arguments()).isEqualTo("a b");
  }

  @Test
  void here_documents_belong_to_their_instruction() throws Unreadable {
    Dockerfile file =
        read(
            "FROM redis:7",
            "COPY <<-one <<\"two\" /x/",
            "\tFROM a",
            "\tone",
            "# b",
            "two",
            "RUN cat <<<word",
            "USER x");

    assertThat(file.instructions().get(1).documents()).containsExactly("FROM a", "# b");
    assertThat(file.instructions()).hasSize(4);
  }

  @Test
  void the_exec_form_is_told_from_the_shell_form() throws Unreadable {
    Dockerfile file =
        read(
            "FROM redis:7",
            "CMD [\"a\", \"b \\\"c\\\\\"]",
            "CMD ['a']",
            "HEALTHCHECK NONE",
            "ADD --chown=x [\"a\", \"b\"]");

    assertThat(file.instructions())
        .extracting(Instruction::exec)
        .containsExactly(
            Optional.empty(),
            Optional.of(List.of("a", "b \"c\\")),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("a", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "redis:$TAG, redis:7",
    "redis:${TAG}-x, redis:7-x",
    "redis:${NO:-6}, redis:6",
    "redis${TAG:+:$TAG}, redis:7",
    "redis${NO:+:8}, redis",
  })
  void arguments_above_are_put_into_a_from(String from, String image) throws Unreadable {
    assertThat(read("ARG TAG=\"7\" NO", "FROM " + from).last().image()).isEqualTo(image);
  }

  @Test
  void a_stage_comes_from_an_earlier_one_and_takes_its_user() throws Unreadable {
    Dockerfile file =
        read("FROM --platform=linux/amd64 redis:7 AS one", "USER app", "FROM a:1", "FROM one as B");

    assertThat(file.stages()).extracting(Stage::name).containsExactly("one", "1", "b");
    assertThat(file.last().image()).isEqualTo("redis:7");
    assertThat(file.last().user()).contains("app");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN a | 1 | `RUN` stands before the first `FROM`.",
        "'' | 1 | There is no `FROM`, so there is nothing to begin with.",
        "FROM a b | 1 | `FROM` takes an image, and then `AS` and a name or nothing.",
        "FROM $NO | 1 | `FROM $NO` names no image: no `ARG` above gives it one.",
        "FROM a%COPPY a b | 2 | There is no instruction `COPPY`.",
        "FROM a%%USER | 3 | `USER` says nothing: an argument is missing.",
        "FROM a AS b%RUN c%COPY --from=b /x /x | 3 | `COPY` takes files from its own stage, `b`: a line `FROM …` above it must begin another stage.",
        "FROM a AS b%COPY --from=c /x /x%FROM b AS c | 1 | The stage `b` needs itself to be built.",
        "FROM a%RUN <<end%b | 2 | The here-document `end` has no end.",
      })
  void what_docker_refuses_is_refused_with_its_line(String text, int line, String sentence) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> Dockerfile.parse(text.replace('%', '\n')))
        .satisfies(e -> assertThat(e.line()).isEqualTo(line))
        .withMessage(sentence);
  }
}
