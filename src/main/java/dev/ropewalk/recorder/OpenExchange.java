package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.http.ResponseHead;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose answer is not complete. Guarded by the lock of its {@link Conversation}. */
final class OpenExchange {
  private static final int MOST_ITEMS = 10_000;
  private static final int LAST_ITEMS = 100;

  private final long number;
  private final String lane;
  private final String client;
  private final RequestLine line;
  private final Meaning meaning;
  private final String object;
  private final Set<String> words;
  private final Execs execs;
  private final Instant begun = Instant.now();
  private final long start = System.nanoTime();
  private final Map<String, Lookup.Said> before = new HashMap<>();
  private final Deque<JsonItem> items = new ArrayDeque<>();
  private JsonItem asked = new JsonItem();
  private @Nullable JsonTap asking;
  private @Nullable JsonTap answering;
  private @Nullable StreamScan output;
  private String error = "";
  private String unread = "";
  private volatile int status;

  OpenExchange(
      long number, String lane, String client, RequestLine line, Set<String> words, Execs execs) {
    this.number = number;
    this.lane = lane;
    this.client = client;
    this.line = line;
    this.words = words;
    this.execs = execs;
    Meanings.Found found = Meanings.of(line);
    this.meaning = found.meaning();
    this.object = found.object();
    if (!meaning.asked().isEmpty()) {
      asking = new JsonTap("", meaning.asked(), item -> asked = item);
    }
  }

  String method() {
    return line.method();
  }

  /** The head of the request has been read, and nothing of it has gone on. */
  void askedHead(Lookup engine) {
    if (meaning.asked().isEmpty()) {
      meaning.before().ask(subject(), engine);
    }
  }

  void asked(ByteBuffer piece) {
    if (asking != null) {
      asking.read(piece);
    }
  }

  /** The whole request has been read, and its last byte has not gone on. */
  void askedAll(Lookup engine) {
    if (!meaning.asked().isEmpty()) {
      meaning.before().ask(subject(), engine);
    }
  }

  /** The head of the real answer. */
  void answered(ResponseHead response) {
    status = response.status();
    boolean json = response.head().first("Content-Type").startsWith("application/json");
    if (status >= 400) {
      answering = json ? new JsonTap("", Set.of("message"), this::refused) : null;
    } else if (meaning.view() != null) {
      output = new StreamScan(words);
    } else if (json && !meaning.answered().isEmpty()) {
      answering = new JsonTap(meaning.items(), meaning.answered(), this::item);
    }
  }

  /** A piece of the answer, or of what the engine sends on a connection that became a stream. */
  void answered(ByteBuffer piece) {
    if (answering != null) {
      answering.read(piece);
    } else if (output != null) {
      output.read(piece);
    }
  }

  /** Whether the engine has said why it fails; nothing that matters follows. */
  boolean failed() {
    return !error.isEmpty();
  }

  void unread(String why) {
    unread = why;
  }

  Exchange soFar() {
    return record(List.of(), "", Exchange.Ending.UNDER_WAY);
  }

  /** All that is known now that it has ended. */
  Exchange ended(Exchange.Ending ending, Lookup engine) {
    List<Outcome> outcomes = new ArrayList<>();
    boolean succeeded = status > 0 && status < 400 && error.isEmpty();
    try {
      if (succeeded && !method().equals("HEAD")) {
        outcomes.addAll(meaning.told().outcomes(subject(), engine));
      }
    } catch (RuntimeException e) {
      unread = "the answer is not understood: " + e; // The client must get it all the same.
    }
    if (broken(asking) || broken(answering)) {
      unread = "a body is not the JSON that it is said to be";
    }
    if (!unread.isEmpty()) {
      outcomes.add(new Outcome.Unread(unread));
    }
    return record(outcomes, error, ending);
  }

  private Exchange record(List<Outcome> outcomes, String message, Exchange.Ending ending) {
    return new Exchange(
        number,
        lane,
        client,
        begun,
        Duration.ofNanos(System.nanoTime() - start),
        line.method(),
        line.path(),
        line.query(),
        status,
        message,
        outcomes,
        ending);
  }

  private Subject subject() {
    return new Subject(
        line,
        object,
        status,
        asked,
        List.copyOf(items),
        before,
        execs,
        output == null ? 0 : output.bytes(),
        output == null ? Set.of() : output.found());
  }

  private void refused(JsonItem item) {
    error = item.text("message");
  }

  private void item(JsonItem item) {
    if (item.has("error")) {
      error = item.text("error");
    }
    if (meaning.form() == Meaning.Form.PROGRESS && items.size() == LAST_ITEMS) {
      items.removeFirst();
    }
    if (items.size() < MOST_ITEMS) {
      items.add(item);
    } else {
      unread = "the list has more than " + MOST_ITEMS + " items";
    }
  }

  private static boolean broken(@Nullable JsonTap tap) {
    return tap != null && tap.broken();
  }
}
