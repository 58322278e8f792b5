package dev.ropewalk.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A response body in chunks, each with its size before it; trailers are skipped. */
final class ChunkedBody extends InputStream {
  private final InputStream in;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the connection ended in the middle of a chunk");
    }
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (begun && !ResponseHead.line(in).isEmpty()) {
      throw new ProtocolException("a chunk of the response is longer than its size");
    }
    begun = true;
    String size = ResponseHead.line(in).split(";", 2)[0].strip();
    try {
      left = Long.parseUnsignedLong(size, 16);
    } catch (NumberFormatException e) {
      throw new ProtocolException("the size of a chunk is `" + size + "`");
    }
    if (left == 0) {
      ended = true;
      while (!ResponseHead.line(in).isEmpty()) {
        // A trailer: nothing here needs them.
      }
    }
  }
}
