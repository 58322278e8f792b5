package dev.ropewalk.http;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads the messages of one direction of a connection, in whatever pieces their bytes come. It
 * never waits: {@link #next} takes bytes until it has something to tell, and says {@link
 * Event#MORE} when it needs others. After {@link Event#HEAD} the caller, who alone knows what was
 * asked, says with {@link #body} how the body is framed.
 *
 * <p>Memory is bounded: a head, the line of a chunk's size and a trailer have at most {@link
 * #LONGEST} bytes, and bodies are not kept. Lines may end without a carriage return, as Go takes
 * them too. Of use to one thread at a time.
 */
public final class MessageReader {
  /** The most bytes that a head may have; the same as Go's. */
  public static final int LONGEST = 1 << 20;

  private static final int USUAL = 1024;

  /** What has been read. */
  public enum Event {
    /** Nothing whole yet: more bytes are needed. */
    MORE,
    /** A head; {@link #body} must be called before going on. */
    HEAD,
    /** A piece of the body. */
    BODY,
    /** The message is complete; another may follow. */
    END
  }

  private enum State {
    HEAD,
    UNFRAMED,
    FIXED,
    SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    TO_END,
    COMPLETE
  }

  private State state = State.HEAD;
  private byte[] text = new byte[USUAL];
  private int length;
  private int lineStart;
  private long left;
  private Head head = new Head("", Map.of());
  private ByteBuffer piece = ByteBuffer.allocate(0);

  /** The head read last. */
  public Head head() {
    return head;
  }

  /** The piece of the body read last: a view of the given bytes, good until these change. */
  public ByteBuffer piece() {
    return piece;
  }

  /** Says how the body is framed that follows the head. */
  public void body(Framing framing) {
    if (state != State.UNFRAMED) {
      throw new IllegalStateException("no head was read");
    }
    state =
        switch (framing) {
          case Framing.None() -> State.COMPLETE;
          case Framing.Fixed(var bytes) -> {
            left = bytes;
            yield left == 0 ? State.COMPLETE : State.FIXED;
          }
          case Framing.Chunked() -> State.SIZE;
          case Framing.ToEnd() -> State.TO_END;
        };
  }

  /** Whether it is the end of the stream that ends the message being read. */
  public boolean endsWithStream() {
    return state == State.TO_END;
  }

  /**
   * Reads on.
   *
   * @param bytes what has come; what is read of it is taken off
   * @throws ProtocolException when this is not HTTP; nothing can be read from then on
   */
  public Event next(ByteBuffer bytes) throws ProtocolException {
    if (state == State.COMPLETE) {
      state = State.HEAD;
      return Event.END;
    }
    while (bytes.hasRemaining()) {
      switch (state) {
        case HEAD, SIZE, CHUNK_END, TRAILER -> {
          byte next = bytes.get();
          keep(next);
          if (next == '\n' && line()) {
            return state == State.UNFRAMED ? Event.HEAD : next(bytes);
          }
        }
        case FIXED, CHUNK -> {
          int count = (int) Math.min(left, bytes.remaining());
          take(bytes, count);
          left -= count;
          if (left == 0) {
            state = state == State.CHUNK ? State.CHUNK_END : State.COMPLETE;
          }
          return Event.BODY;
        }
        case TO_END -> {
          take(bytes, bytes.remaining());
          return Event.BODY;
        }
        case UNFRAMED -> throw new IllegalStateException("the body of a head is not framed");
        case COMPLETE -> throw new IllegalStateException("a message is complete");
      }
    }
    return Event.MORE;
  }

  private void take(ByteBuffer bytes, int count) {
    piece = bytes.slice(bytes.position(), count).asReadOnlyBuffer();
    bytes.position(bytes.position() + count);
  }

  private void keep(byte next) throws ProtocolException {
    if (length == text.length) {
      if (length >= LONGEST) {
        throw new ProtocolException("a head or a line has more than " + LONGEST + " bytes");
      }
      text = Arrays.copyOf(text, length * 2);
    }
    text[length++] = next;
  }

  /** Reads a whole line; whether a head or a message is complete with it. */
  private boolean line() throws ProtocolException {
    int end = length - 1;
    if (end > lineStart && text[end - 1] == '\r') {
      end--;
    }
    boolean empty = end == lineStart;
    switch (state) {
      case HEAD -> {
        if (!empty) {
          if (lineStart == 0 && !latin(0, end).contains("HTTP/1.")) {
            throw new ProtocolException("what is said is not HTTP");
          }
          lineStart = length;
          return false;
        }
        boolean begun = lineStart > 0;
        List<String> lines = begun ? lines() : List.of();
        forget();
        if (begun) {
          head = Head.of(lines);
          state = State.UNFRAMED;
        }
        return begun;
      }
      case SIZE -> {
        left = size(latin(lineStart, end));
        state = left == 0 ? State.TRAILER : State.CHUNK;
      }
      case CHUNK_END -> {
        if (!empty) {
          throw new ProtocolException("a chunk is longer than its size");
        }
        state = State.SIZE;
      }
      case TRAILER -> state = empty ? State.COMPLETE : State.TRAILER;
      default -> throw new IllegalStateException(state + " has no lines");
    }
    forget();
    return state == State.COMPLETE;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < lineStart; at++) {
      if (text[at] == '\n') {
        lines.add(latin(from, at > from && text[at - 1] == '\r' ? at - 1 : at));
        from = at + 1;
      }
    }
    return lines;
  }

  private String latin(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private void forget() {
    length = 0;
    lineStart = 0;
    if (text.length > 16 * USUAL) {
      text = new byte[USUAL];
    }
  }

  private static long size(String line) throws ProtocolException {
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    // Fifteen digits always fit a long.
    if (!digits.matches("[0-9a-fA-F]{1,15}")) {
      throw new ProtocolException("the size of a chunk is `" + digits + "`");
    }
    return Long.parseLong(digits, 16);
  }
}
