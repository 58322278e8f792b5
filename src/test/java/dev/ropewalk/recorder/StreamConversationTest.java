package dev.ropewalk.recorder;

import static dev.ropewalk.recorder.Dialogue.PS;
import static dev.ropewalk.recorder.Dialogue.TWO;
import static dev.ropewalk.recorder.Dialogue.bytes;
import static dev.ropewalk.recorder.Dialogue.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Exchange.Ending;
import dev.ropewalk.engine.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a conversation that becomes a stream, and of its end. */
class StreamConversationTest {
  private final Dialogue dialogue = new Dialogue();
  private final Ledger ledger = dialogue.ledger;
  private final List<Exchange> told = dialogue.told;

  @Test
  void a_stream_is_followed_through_its_frames_to_its_end() {
    ledger.watchFor(Set.of("hello", "absent"));
    dialogue.asked("POST /containers/a/attach?stream=1 HTTP/1.1\r\nUpgrade: tcp\r\n\r\n");
    dialogue.answered("HTTP/1.1 101 UPGRADED\r\n\r\n\1\0\0\0\0\0\0\3xhe");
    dialogue.answered("\2\0\0\0\0\0\0\2zz\1\0\0\0\0\0\0\4ll");
    dialogue.asked("GET / HTTP/1.1\r\n\r\n");
    dialogue.answered("oy");
    List<Exchange> before = List.copyOf(told);

    dialogue.conversation.engineEnded();

    assertThat(before).isEmpty();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().ending()).isEqualTo(Ending.STREAM_ENDED);
    assertThat(told.getFirst().outcomes())
        .containsExactly(new Outcome.Shown(Outcome.View.ATTACH, "a", 9, Set.of("hello")));
  }

  @Test
  void a_stream_may_begin_without_an_upgrade() {
    dialogue.asked("POST /v1.41/exec/7/start HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}input");

    dialogue.answered(
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\nout");
    dialogue.conversation.engineEnded();

    assertThat(told.getFirst().ending()).isEqualTo(Ending.STREAM_ENDED);
    assertThat(told.getFirst().outcomes())
        .containsExactly(new Outcome.Shown(Outcome.View.EXEC, "", 3, Set.of()));
  }

  @Test
  void a_stream_that_is_refused_leaves_http_as_it_was() {
    dialogue.asked("POST /containers/a/attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\n" + PS);
    dialogue.answered(json(404, "{\"message\":\"No such container: a\"}") + json(200, TWO));

    assertThat(told)
        .extracting(Exchange::path)
        .containsExactly("/containers/a/attach", "/containers/json");
    assertThat(told.getFirst().error()).isEqualTo("No such container: a");
  }

  @Test
  void who_left_first_is_told() {
    dialogue.asked("GET /containers/a/logs?follow=1 HTTP/1.1\r\n\r\n");
    dialogue.answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
    dialogue.conversation.clientEnded();
    dialogue.answered("0\r\n\r\n");
    dialogue.asked("GET /events HTTP/1.1\r\n\r\n");
    Conversation other = new Conversation("", ledger);
    other.asked(bytes("GET /events HTTP/1.1\r\n\r\n"));

    other.engineEnded();

    assertThat(told)
        .extracting(Exchange::ending)
        .containsExactly(Ending.CLIENT_LEFT, Ending.ENGINE_LEFT);
  }
}
