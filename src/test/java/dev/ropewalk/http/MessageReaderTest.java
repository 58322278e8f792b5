package dev.ropewalk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  /** Every framing, an interim answer, an extension, trailers, lines without carriage return. */
  private static final String ANSWERS =
      """
      HTTP/1.1 100 Continue\r
      \r
      HTTP/1.1 200 OK\r
      Content-Length: 5\r
      \r
      hello\r
      HTTP/1.1 200 OK\r
      transfer-encoding: Chunked\r
      X-Long: one\r
       two\r
      \r
      3;name="v"\r
      abc\r
      0A \r
      0123456789\r
      0\r
      Trailer: x\r
      \r
      HTTP/1.1 304 Not Modified\r
      Content-Length: 9\r
      \r
      HTTP/1.1 201
      Content-Length: 0

      HTTP/1.0 500 No\r
      \r
      to the end""";

  private static final List<String> READ =
      List.of(
          "HTTP/1.1 100 Continue {} []",
          "HTTP/1.1 200 OK {Content-Length=[5]} [hello]",
          "HTTP/1.1 200 OK {transfer-encoding=[Chunked], X-Long=[one two]} [abc0123456789]",
          "HTTP/1.1 304 Not Modified {Content-Length=[9]} []",
          "HTTP/1.1 201 {Content-Length=[0]} []",
          "HTTP/1.0 500 No {} [to the end]");

  @Test
  void messages_of_every_framing_are_read_one_after_the_other() throws ProtocolException {
    assertThat(responses(ANSWERS, ANSWERS.length())).isEqualTo(READ);
  }

  @Test
  void where_the_pieces_end_makes_no_difference() throws ProtocolException {
    for (int first = 1; first < ANSWERS.length(); first++) {
      assertThat(responses(ANSWERS, first)).as("split after %s", first).isEqualTo(READ);
    }
    assertThat(responses(ANSWERS, 0)).as("byte by byte").isEqualTo(READ);
  }

  @Test
  void requests_may_be_sent_without_waiting_for_the_answers() throws ProtocolException {
    MessageReader reader = new MessageReader();
    ByteBuffer bytes =
        bytes("\r\nGET /_ping HTTP/1.1\r\n\r\nPOST /x HTTP/1.1\r\nContent-Length: 1\r\n\r\nyHEAD");

    List<String> targets = new ArrayList<>();
    for (MessageReader.Event e = reader.next(bytes);
        e != MessageReader.Event.MORE;
        e = reader.next(bytes)) {
      if (e == MessageReader.Event.HEAD) {
        RequestHead head = RequestHead.of(reader.head());
        targets.add(head.method() + " " + head.target());
        reader.body(head.framing());
      }
    }

    assertThat(targets).containsExactly("GET /_ping", "POST /x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+PONG\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 700 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
        "HTTP/1.1 200 OK\r\n folded: first\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
      })
  void what_is_no_response_is_told_apart(String hostile) {
    assertThatThrownBy(() -> responses(hostile, hostile.length()))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void a_head_without_an_end_is_given_up() {
    String line = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(MessageReader.LONGEST);

    assertThatThrownBy(() -> responses(line, line.length())).isInstanceOf(ProtocolException.class);
  }

  @Test
  void random_bytes_are_read_or_refused_and_nothing_else_happens() {
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(ANSWERS);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, (char) random.nextInt(256));
          default -> text.setCharAt(at, (char) random.nextInt(256));
        }
      }
      try {
        responses(text.toString(), 1 + random.nextInt(text.length()));
      } catch (ProtocolException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 19_000);
  }

  /** Reads responses from two pieces, or from pieces of one byte each where the first has none. */
  private static List<String> responses(String text, int first) throws ProtocolException {
    List<String> read = new ArrayList<>();
    MessageReader reader = new MessageReader();
    StringBuilder body = new StringBuilder();
    byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
    int step = Math.max(1, first);
    for (int from = 0; from < all.length; from += step) {
      step = first == 0 ? 1 : from == 0 ? first : all.length - from;
      ByteBuffer bytes = ByteBuffer.wrap(all, from, Math.min(step, all.length - from));
      for (var e = reader.next(bytes); e != MessageReader.Event.MORE; e = reader.next(bytes)) {
        switch (e) {
          case HEAD -> {
            body.setLength(0);
            reader.body(ResponseHead.of(reader.head()).framing("GET"));
          }
          case BODY -> body.append(StandardCharsets.ISO_8859_1.decode(reader.piece()));
          case END -> read.add(message(reader, body));
          case MORE -> throw new AssertionError();
        }
      }
    }
    if (reader.endsWithStream()) {
      read.add(message(reader, body));
    }
    return read;
  }

  private static String message(MessageReader reader, CharSequence body) {
    return reader.head().line() + " " + reader.head().headers() + " [" + body + "]";
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
