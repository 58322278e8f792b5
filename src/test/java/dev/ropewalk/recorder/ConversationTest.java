package dev.ropewalk.recorder;

import static dev.ropewalk.recorder.Dialogue.PS;
import static dev.ropewalk.recorder.Dialogue.TWO;
import static dev.ropewalk.recorder.Dialogue.chunked;
import static dev.ropewalk.recorder.Dialogue.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Exchange.Ending;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of requests and their answers, and when. */
class ConversationTest {
  private final Dialogue dialogue = new Dialogue();
  private final Ledger ledger = dialogue.ledger;
  private final List<Exchange> told = dialogue.told;

  @Test
  void a_list_is_told_when_its_last_byte_has_come_and_not_before() {
    String answer = json(200, TWO);
    dialogue.asked(PS);
    dialogue.answered(answer.substring(0, answer.length() - 1));
    List<Exchange> early = List.copyOf(told);
    List<Exchange> underWay = ledger.underWay();

    dialogue.answered(answer.substring(answer.length() - 1));

    assertThat(early).isEmpty();
    assertThat(underWay).hasSize(1).allMatch(Exchange::underWay);
    assertThat(told).hasSize(1);
    Exchange list = told.getFirst();
    assertThat(list.lane()).isEqualTo("line 7");
    assertThat(list.client()).isEqualTo("Docker-Client/1");
    assertThat(list.path()).isEqualTo("/containers/json");
    assertThat(list.query())
        .isEqualTo(Map.of("all", List.of("1"), "filters", List.of("{\"name\":{\"a\":true}}")));
    assertThat(list.outcomes())
        .containsExactly(
            new Outcome.Listed(
                ObjectKind.CONTAINER,
                List.of(
                    new Outcome.Item("1", List.of("a", "b/a")), new Outcome.Item("2", List.of()))));
    assertThat(list.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(ledger.underWay()).isEmpty();
    assertThat(told.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void a_refusal_is_told_in_the_engines_words_and_with_no_outcome() {
    dialogue.asked("DELETE /containers/a?force=1 HTTP/1.1\r\n\r\n");

    dialogue.answered(json(404, "{\"message\":\"No such container: a\"}"));

    assertThat(told.getFirst().error()).isEqualTo("No such container: a");
    assertThat(told.getFirst().failed()).isTrue();
    assertThat(told.getFirst().outcomes()).isEmpty();
  }

  @Test
  void a_pull_that_fails_at_its_end_has_failed() {
    dialogue.asked("POST /v1.41/images/create?fromImage=redis&tag=latest HTTP/1.1\r\n\r\n");

    dialogue.answered(
        json(
            200,
            "{\"status\":\"Pulling\"}\r\n".repeat(1000)
                + "{\"errorDetail\":{\"message\":\"no\"},\"error\":\"no\"}\r\n"));

    assertThat(told.getFirst().status()).isEqualTo(200);
    assertThat(told.getFirst().error()).isEqualTo("no");
    assertThat(told.getFirst().outcomes()).isEmpty();
  }

  @Test
  void a_build_that_fails_is_told_with_its_error_which_docker_does_not_read_beyond() {
    String answer = chunked("{\"stream\":\"Step 1\"}{\"error\":\"returned 3\"}");
    dialogue.asked("POST /build?t=a HTTP/1.1\r\n\r\n");

    dialogue.answered(answer.substring(0, answer.length() - "\r\n0\r\n\r\n".length()));
    List<Exchange> atTheError = List.copyOf(told);
    dialogue.answered("\r\n0\r\n\r\n");

    assertThat(atTheError).extracting(Exchange::error).containsExactly("returned 3");
    assertThat(told).hasSize(1);
  }

  @Test
  void an_answer_to_a_head_has_no_body_whatever_it_says() {
    dialogue.asked("HEAD /_ping HTTP/1.1\r\n\r\n" + PS);

    dialogue.answered("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + json(200, TWO));

    assertThat(told).extracting(Exchange::path).containsExactly("/_ping", "/containers/json");
  }

  @Test
  void exec_is_put_together_from_its_three_requests() {
    dialogue.asked(
        "POST /containers/a/exec HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 43\r\n\r\n"
            + "{\"Env\":[\"A=s3cr3t]\"],\"Cmd\":[\"sh\",\"-c\",\"x\"]}");
    dialogue.answered(json(201, "{\"Id\":\"7\"}"));

    dialogue.asked("GET /exec/7/json HTTP/1.1\r\n\r\n");
    dialogue.answered(json(200, "{\"Running\":true,\"ExitCode\":null}"));
    dialogue.asked("GET /exec/7/json HTTP/1.1\r\n\r\n");
    dialogue.answered(json(200, "{\"Running\":false,\"ExitCode\":3}"));

    assertThat(told.stream().flatMap(each -> each.outcomes().stream()))
        .containsExactly(
            new Outcome.ExecCreated("7", "a", List.of("sh", "-c", "x")),
            new Outcome.ExecEnded("7", "a", List.of("sh", "-c", "x"), 3));
    assertThat(told.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void names_with_slashes_and_signs_are_understood() {
    dialogue.asked("GET /v1.41/images/localhost:5000/a%2Bb/json HTTP/1.1\r\n\r\n");
    dialogue.answered(json(200, "{\"Id\":\"i\",\"RepoTags\":[\"localhost:5000/a+b:1\"]}"));
    dialogue.asked("DELETE /v1.41/volumes/a+b HTTP/1.1\r\n\r\n");
    dialogue.answered("HTTP/1.1 204 No Content\r\n\r\n");

    assertThat(told.stream().flatMap(each -> each.outcomes().stream()))
        .containsExactly(
            new Outcome.Inspected(ObjectKind.IMAGE, "i", List.of("localhost:5000/a+b:1")),
            new Outcome.Removed(ObjectKind.VOLUME, List.of("a+b")));
  }

  @Test
  void parameters_that_may_be_secret_are_not_kept() {
    dialogue.asked(
        "POST /build?t=a&buildargs=%7B%22P%22%3A%22s3cr3t%22%7D&labels=s3cr3t HTTP/1.1\r\n\r\n");
    dialogue.answered(json(200, "{\"aux\":{\"ID\":\"sha256:1\"}}"));

    assertThat(told.getFirst().query())
        .isEqualTo(Map.of("t", List.of("a"), "buildargs", List.of("…"), "labels", List.of("…")));
  }
}
