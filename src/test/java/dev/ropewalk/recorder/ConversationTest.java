package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Exchange.Ending;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final String PS =
      "GET /v1.41/containers/json?all=1&filters=%7B%22name%22%3A%7B%22a%22%3Atrue%7D%7D HTTP/1.1\r\n"
          + "Host: docker\r\nUser-Agent: Docker-Client/1\r\nX-Registry-Auth: s3cr3t\r\n\r\n";
  private static final String TWO =
      "[{\"Id\":\"1\",\"Names\":[\"/a\",\"/b/a\"],\"Labels\":{\"Names\":\"x\"},\"Mounts\":[{\"Id\":\"9\"}]},"
          + "{\"Id\":\"2\",\"Names\":null}]";

  private final List<Exchange> told = new ArrayList<>();

  /** Nobody is there to be asked what was there before. */
  private final Ledger ledger =
      new Ledger(new Lookup(UnixDomainSocketAddress.of("/nowhere")), told::add);

  private final Conversation conversation = new Conversation("line 7", ledger);

  @Test
  void a_list_is_told_when_its_last_byte_has_come_and_not_before() {
    String answer = json(200, TWO);
    asked(PS);
    answered(answer.substring(0, answer.length() - 1));
    List<Exchange> early = List.copyOf(told);
    List<Exchange> underWay = ledger.underWay();

    answered(answer.substring(answer.length() - 1));

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
  void where_the_blocks_end_makes_no_difference() {
    String asked = PS + PS.replace("all=1", "all=0");
    String answered = "HTTP/1.1 100 Continue\r\n\r\n" + json(200, TWO) + chunked(TWO);
    for (int split = 1; split < answered.length(); split++) {
      told.clear();
      Conversation each = new Conversation("", ledger);
      each.asked(bytes(asked.substring(0, Math.min(split, asked.length()))));
      each.asked(bytes(asked.substring(Math.min(split, asked.length()))));
      each.answered(bytes(answered.substring(0, split)));
      each.answered(bytes(answered.substring(split)));

      assertThat(told).as("split after %s", split).hasSize(2);
      assertThat(told.get(0).outcomes()).isEqualTo(told.get(1).outcomes()).hasSize(1);
    }
  }

  @Test
  void a_refusal_is_told_in_the_engines_words_and_with_no_outcome() {
    asked("DELETE /containers/a?force=1 HTTP/1.1\r\n\r\n");

    answered(json(404, "{\"message\":\"No such container: a\"}"));

    assertThat(told.getFirst().error()).isEqualTo("No such container: a");
    assertThat(told.getFirst().failed()).isTrue();
    assertThat(told.getFirst().outcomes()).isEmpty();
  }

  @Test
  void a_pull_that_fails_at_its_end_has_failed() {
    asked("POST /v1.41/images/create?fromImage=redis&tag=latest HTTP/1.1\r\n\r\n");

    answered(
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
    asked("POST /build?t=a HTTP/1.1\r\n\r\n");

    answered(answer.substring(0, answer.length() - "\r\n0\r\n\r\n".length()));
    List<Exchange> atTheError = List.copyOf(told);
    answered("\r\n0\r\n\r\n");

    assertThat(atTheError).extracting(Exchange::error).containsExactly("returned 3");
    assertThat(told).hasSize(1);
  }

  @Test
  void an_answer_to_a_head_has_no_body_whatever_it_says() {
    asked("HEAD /_ping HTTP/1.1\r\n\r\n" + PS);

    answered("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + json(200, TWO));

    assertThat(told).extracting(Exchange::path).containsExactly("/_ping", "/containers/json");
  }

  @Test
  void a_stream_is_followed_through_its_frames_to_its_end() {
    ledger.watchFor(Set.of("hello", "absent"));
    asked("POST /containers/a/attach?stream=1 HTTP/1.1\r\nUpgrade: tcp\r\n\r\n");
    answered("HTTP/1.1 101 UPGRADED\r\n\r\n\1\0\0\0\0\0\0\3xhe");
    answered("\2\0\0\0\0\0\0\2zz\1\0\0\0\0\0\0\4ll");
    asked("GET / HTTP/1.1\r\n\r\n");
    answered("oy");
    List<Exchange> before = List.copyOf(told);

    conversation.engineEnded();

    assertThat(before).isEmpty();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().ending()).isEqualTo(Ending.STREAM_ENDED);
    assertThat(told.getFirst().outcomes())
        .containsExactly(new Outcome.Shown(Outcome.View.ATTACH, "a", 9, Set.of("hello")));
  }

  @Test
  void a_stream_may_begin_without_an_upgrade() {
    asked("POST /v1.41/exec/7/start HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}input");

    answered("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\nout");
    conversation.engineEnded();

    assertThat(told.getFirst().ending()).isEqualTo(Ending.STREAM_ENDED);
    assertThat(told.getFirst().outcomes())
        .containsExactly(new Outcome.Shown(Outcome.View.EXEC, "", 3, Set.of()));
  }

  @Test
  void a_stream_that_is_refused_leaves_http_as_it_was() {
    asked("POST /containers/a/attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\n" + PS);
    answered(json(404, "{\"message\":\"No such container: a\"}") + json(200, TWO));

    assertThat(told)
        .extracting(Exchange::path)
        .containsExactly("/containers/a/attach", "/containers/json");
    assertThat(told.getFirst().error()).isEqualTo("No such container: a");
  }

  @Test
  void who_left_first_is_told() {
    asked("GET /containers/a/logs?follow=1 HTTP/1.1\r\n\r\n");
    answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
    conversation.clientEnded();
    answered("0\r\n\r\n");
    asked("GET /events HTTP/1.1\r\n\r\n");
    Conversation other = new Conversation("", ledger);
    other.asked(bytes("GET /events HTTP/1.1\r\n\r\n"));

    other.engineEnded();

    assertThat(told)
        .extracting(Exchange::ending)
        .containsExactly(Ending.CLIENT_LEFT, Ending.ENGINE_LEFT);
  }

  @Test
  void exec_is_put_together_from_its_three_requests() {
    asked(
        "POST /containers/a/exec HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 43\r\n\r\n"
            + "{\"Env\":[\"A=s3cr3t]\"],\"Cmd\":[\"sh\",\"-c\",\"x\"]}");
    answered(json(201, "{\"Id\":\"7\"}"));

    asked("GET /exec/7/json HTTP/1.1\r\n\r\n");
    answered(json(200, "{\"Running\":true,\"ExitCode\":null}"));
    asked("GET /exec/7/json HTTP/1.1\r\n\r\n");
    answered(json(200, "{\"Running\":false,\"ExitCode\":3}"));

    assertThat(told.stream().flatMap(each -> each.outcomes().stream()))
        .containsExactly(
            new Outcome.ExecCreated("7", "a", List.of("sh", "-c", "x")),
            new Outcome.ExecEnded("7", "a", List.of("sh", "-c", "x"), 3));
    assertThat(told.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void names_with_slashes_and_signs_are_understood() {
    asked("GET /v1.41/images/localhost:5000/a%2Bb/json HTTP/1.1\r\n\r\n");
    answered(json(200, "{\"Id\":\"i\",\"RepoTags\":[\"localhost:5000/a+b:1\"]}"));
    asked("DELETE /v1.41/volumes/a+b HTTP/1.1\r\n\r\n");
    answered("HTTP/1.1 204 No Content\r\n\r\n");

    assertThat(told.stream().flatMap(each -> each.outcomes().stream()))
        .containsExactly(
            new Outcome.Inspected(ObjectKind.IMAGE, "i", List.of("localhost:5000/a+b:1")),
            new Outcome.Removed(ObjectKind.VOLUME, List.of("a+b")));
  }

  @Test
  void parameters_that_may_be_secret_are_not_kept() {
    asked("POST /build?t=a&buildargs=%7B%22P%22%3A%22s3cr3t%22%7D&labels=s3cr3t HTTP/1.1\r\n\r\n");
    answered(json(200, "{\"aux\":{\"ID\":\"sha256:1\"}}"));

    assertThat(told.getFirst().query())
        .isEqualTo(Map.of("t", List.of("a"), "buildargs", List.of("…"), "labels", List.of("…")));
  }

  @Test
  void rubbish_is_told_as_unread_once_and_does_nothing_else() {
    asked("*3\r\n$3\r\nSET\r\n");
    answered("+OK\r\n");
    asked(PS);
    answered(json(200, TWO));
    conversation.engineEnded();

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().outcomes())
        .containsExactly(new Outcome.Unread("what is said is not HTTP"));
  }

  @Test
  void a_body_that_is_no_json_is_told_as_unread() {
    asked(PS);
    answered(json(200, "[{\"Id\":"));

    asked(PS);
    answered(json(200, "[{\"Id\":}]"));

    assertThat(told.get(1).outcomes()).anyMatch(Outcome.Unread.class::isInstance);
  }

  @Test
  void a_list_of_any_length_is_told_and_its_long_texts_are_cut() {
    String many = "[" + "{\"Id\":\"1\",\"Names\":[\"/a\"]},".repeat(9_999) + "{\"Id\":\"2\"}]";
    asked(PS);
    answered(json(200, many));
    asked(PS);
    answered(json(200, "[{\"Id\":\"" + "x".repeat(100_000) + "\"}]"));
    asked(PS);
    answered(json(200, "[{\"Id\":\"" + "x".repeat(3 << 20) + "\"}]"));

    assertThat(((Outcome.Listed) told.get(0).outcomes().getFirst()).items()).hasSize(10_000);
    assertThat(((Outcome.Listed) told.get(1).outcomes().getFirst()).items().getFirst().id())
        .hasSizeLessThan(5_000);
    assertThat(told.get(2).outcomes()).anyMatch(Outcome.Unread.class::isInstance);
  }

  @Test
  void whatever_comes_it_never_fails_and_every_request_has_an_end() {
    Random random = new Random(7);
    String asked =
        PS
            + "POST /containers/a/attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\n"
            + "POST /build?t=a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    String answered = json(200, TWO) + json(404, "{}") + chunked("{\"aux\":{\"ID\":\"1\"}}");
    for (int round = 0; round < 5_000; round++) {
      Conversation each = new Conversation("", ledger);
      each.asked(bytes(changed(asked, random)));
      each.answered(bytes(changed(answered, random)));
      if (random.nextBoolean()) {
        each.clientEnded();
      }
      each.engineEnded();
    }
    assertThat(ledger.underWay()).isEmpty();
    assertThat(told).hasSizeGreaterThan(5_000);
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(4); change > 0; change--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, (char) random.nextInt(256));
        default -> changed.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return changed.toString();
  }

  private void asked(String text) {
    conversation.asked(bytes(text));
  }

  private void answered(String text) {
    conversation.answered(bytes(text));
  }

  private static String json(int status, String body) {
    return "HTTP/1.1 %s X\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  private static String chunked(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n%s\r\n0\r\n\r\n"
        .formatted(Integer.toHexString(body.length()), body);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
