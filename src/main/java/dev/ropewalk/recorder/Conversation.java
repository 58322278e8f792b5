package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.http.MessageReader;
import dev.ropewalk.http.RequestHead;
import dev.ropewalk.http.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads along both directions of one connection: each block before it is passed on. It takes
 * nothing from the given buffers, keeps no more than a head and what a client sends before it knows
 * whether its connection becomes a stream, and never fails: what it cannot read makes the rest of
 * the connection unread. Safe for use by the two threads that forward.
 */
final class Conversation {
  private static final int MOST_HELD = 64 * 1024;

  private enum Mode {
    /** Requests and answers. */
    HTTP,
    /** The client has asked for a stream; the answer says whether it is one or HTTP goes on. */
    HELD,
    /** Bytes of another protocol in both directions, until the end. */
    STREAM,
    UNREAD
  }

  private final String lane;
  private final Ledger ledger;
  private final MessageReader requests = new MessageReader();
  private final MessageReader responses = new MessageReader();
  private final Deque<OpenExchange> waiting = new ArrayDeque<>();
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);
  private Mode mode = Mode.HTTP;
  private @Nullable OpenExchange asking;
  private @Nullable OpenExchange stream;
  private boolean streamWanted;
  private boolean interim;
  private boolean clientLeft;

  Conversation(String lane, Ledger ledger) {
    this.lane = lane;
    this.ledger = ledger;
  }

  /** The client has sent this. */
  synchronized void asked(ByteBuffer block) {
    try {
      readRequests(block.asReadOnlyBuffer());
    } catch (ProtocolException | RuntimeException e) {
      giveUp(e);
    }
  }

  /** The engine has sent this. */
  synchronized void answered(ByteBuffer block) {
    try {
      readAnswers(block.asReadOnlyBuffer());
    } catch (ProtocolException | RuntimeException e) {
      giveUp(e);
    }
  }

  /** The client sends no more. */
  synchronized void clientEnded() {
    clientLeft = true;
  }

  /** The engine sends no more, so that no request is under way any longer. */
  synchronized void engineEnded() {
    if (stream != null) {
      ledger.end(stream, Exchange.Ending.STREAM_ENDED);
      stream = null;
    }
    if (responses.endsWithStream() && !waiting.isEmpty()) {
      ledger.end(waiting.remove(), complete());
    }
    for (OpenExchange exchange : waiting) {
      ledger.end(exchange, clientLeft ? Exchange.Ending.CLIENT_LEFT : Exchange.Ending.ENGINE_LEFT);
    }
    waiting.clear();
  }

  private void readRequests(ByteBuffer block) throws ProtocolException {
    if (mode == Mode.HELD) {
      hold(block);
    }
    while (mode == Mode.HTTP) {
      switch (requests.next(block)) {
        case MORE -> {
          return;
        }
        case HEAD -> {
          RequestHead head = RequestHead.of(requests.head());
          RequestLine line = RequestLine.of(head);
          OpenExchange now = ledger.begin(lane, head.head().first("User-Agent"), line);
          waiting.add(now);
          asking = now;
          streamWanted = head.head().has("Upgrade") || mayBecomeStream(line.path());
          requests.body(head.framing());
          now.askedHead(ledger.engine());
        }
        case BODY -> {
          if (asking != null) {
            asking.asked(requests.piece());
          }
        }
        case END -> {
          if (asking != null) {
            asking.askedAll(ledger.engine());
          }
          if (streamWanted) {
            mode = Mode.HELD;
            hold(block);
          }
        }
      }
    }
  }

  /** For these the engine takes a connection over without an upgrade too. */
  private static boolean mayBecomeStream(String path) {
    return path.endsWith("/attach") || (path.startsWith("/exec/") && path.endsWith("/start"));
  }

  private void hold(ByteBuffer block) throws ProtocolException {
    if (held.size() + block.remaining() > MOST_HELD) {
      throw new ProtocolException("the client says too much before it is answered");
    }
    while (block.hasRemaining()) {
      held.write(block.get());
    }
  }

  private void readAnswers(ByteBuffer block) throws ProtocolException {
    if (stream != null) {
      stream.answered(block);
      return;
    }
    while (mode == Mode.HTTP || mode == Mode.HELD) {
      switch (responses.next(block)) {
        case MORE -> {
          return;
        }
        case HEAD -> head(ResponseHead.of(responses.head()), block);
        case BODY -> {
          OpenExchange now = answering();
          now.answered(responses.piece());
          if (now.failed()) {
            ledger.end(now, complete()); // docker leaves at an error, before the answer's end.
          }
        }
        case END -> {
          if (!interim) {
            ledger.end(answering(), complete());
            waiting.remove();
          }
        }
      }
    }
  }

  private void head(ResponseHead head, ByteBuffer block) throws ProtocolException {
    OpenExchange now = answering();
    interim = head.interim();
    if (interim) {
      responses.body(head.framing(now.method()));
      return;
    }
    now.answered(head);
    if (head.switches() || (mode == Mode.HELD && raw(head))) {
      mode = Mode.STREAM;
      held.reset();
      stream = waiting.remove();
      stream.answered(block);
      return;
    }
    responses.body(head.framing(now.method()));
    if (mode == Mode.HELD) {
      mode = Mode.HTTP;
      ByteBuffer next = ByteBuffer.wrap(held.toByteArray());
      held.reset();
      readRequests(next);
    }
  }

  private static boolean raw(ResponseHead head) {
    return head.status() == 200
        && !head.head().has("Content-Length")
        && !head.head().has("Transfer-Encoding")
        && head.head().first("Content-Type").startsWith("application/vnd.docker.");
  }

  private OpenExchange answering() throws ProtocolException {
    OpenExchange oldest = waiting.peek();
    if (oldest == null) {
      throw new ProtocolException("the engine answers what nobody has asked");
    }
    return oldest;
  }

  private Exchange.Ending complete() {
    return clientLeft ? Exchange.Ending.CLIENT_LEFT : Exchange.Ending.COMPLETE;
  }

  private void giveUp(Exception cause) {
    mode = Mode.UNREAD;
    held.reset();
    List<OpenExchange> lost = List.copyOf(waiting);
    waiting.clear();
    if (lost.isEmpty() && stream == null) {
      lost = List.of(ledger.begin(lane, "", new RequestLine("", "", Map.of())));
    }
    for (OpenExchange exchange : lost) {
      exchange.unread(String.valueOf(cause.getMessage()));
      ledger.end(exchange, Exchange.Ending.UNREAD);
    }
  }
}
