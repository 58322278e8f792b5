package dev.ropewalk.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects output up to a limit and counts the rest. One thread writes, another takes. */
final class Transcript {
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long omitted;

  /**
   * @param limit in bytes
   */
  Transcript(int limit) {
    this.limit = limit;
  }

  synchronized void write(byte[] bytes, int from, int to) {
    int room = Math.min(to - from, limit - kept.size());
    kept.write(bytes, from, room);
    omitted += to - from - room;
  }

  /** Everything since the last call. */
  synchronized Output take() {
    var output = new Output(kept.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"), omitted);
    kept.reset();
    omitted = 0;
    return output;
  }
}
