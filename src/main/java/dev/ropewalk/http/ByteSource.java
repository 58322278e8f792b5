package dev.ropewalk.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that come over a connection, for a reader that waits for them. */
@FunctionalInterface
public interface ByteSource {
  /**
   * What has come and was not taken yet; waits until there is something.
   *
   * @return the buffer to take bytes from; nothing remains in it at the end of the stream only
   */
  ByteBuffer bytes() throws IOException;
}
