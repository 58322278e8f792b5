package dev.ropewalk.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Waits for a response: its head, then its body as a stream. Of use to one thread at a time. */
public final class ResponseReader {
  private final MessageReader reader = new MessageReader();
  private final ByteSource source;

  public ResponseReader(ByteSource source) {
    this.source = source;
  }

  /**
   * Waits for the head of the real answer.
   *
   * @param method of the request that is answered
   * @throws EOFException when the connection ends before
   */
  public ResponseHead head(String method) throws IOException {
    while (true) {
      MessageReader.Event event = next();
      if (event == MessageReader.Event.HEAD) {
        ResponseHead head = ResponseHead.of(reader.head());
        reader.body(head.framing(method));
        if (!head.interim()) {
          return head;
        }
      }
    }
  }

  /** The body that follows the head; reading it ends with the message. */
  public InputStream body() {
    return new Body();
  }

  private MessageReader.Event next() throws IOException {
    MessageReader.Event event = reader.next(ByteBuffer.allocate(0));
    while (event == MessageReader.Event.MORE) {
      ByteBuffer bytes = source.bytes();
      if (!bytes.hasRemaining()) {
        if (reader.endsWithStream()) {
          return MessageReader.Event.END;
        }
        throw new EOFException("the connection ended in the middle of a response");
      }
      event = reader.next(bytes);
    }
    return event;
  }

  private final class Body extends InputStream {
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      if (length == 0) {
        return 0;
      }
      while (!piece.hasRemaining() && !ended) {
        ended = next() == MessageReader.Event.END;
        piece = ended ? piece : reader.piece();
      }
      if (ended) {
        return -1;
      }
      int count = Math.min(length, piece.remaining());
      piece.get(bytes, offset, count);
      return count;
    }
  }
}
