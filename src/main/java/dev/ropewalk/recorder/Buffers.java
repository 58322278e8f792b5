package dev.ropewalk.recorder;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Buffers for blocks. Most connections never fill a small one, which lies on the heap; a direct one
 * is freed late, and all of them have one limit, so that a fixed number is shared by the long
 * streams. Safe for use by several threads.
 */
final class Buffers {
  static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private static final int SMALL = 8 * 1024;
  private static final int LARGE = 64 * 1024;
  private static final int MOST_LARGE = 64;

  private final ConcurrentLinkedQueue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();
  private final Semaphore left = new Semaphore(MOST_LARGE);

  ByteBuffer small() {
    return ByteBuffer.allocate(SMALL);
  }

  /** A larger buffer in place of one that was filled; the same one when there is none. */
  ByteBuffer larger(ByteBuffer filled) {
    if (filled.isDirect() || !left.tryAcquire()) {
      return filled;
    }
    ByteBuffer kept = idle.poll();
    return kept == null ? ByteBuffer.allocateDirect(LARGE) : kept;
  }

  /** Takes a buffer back. */
  void give(ByteBuffer buffer) {
    if (buffer.isDirect()) {
      idle.add(buffer);
      left.release();
    }
  }
}
