package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Keeps the beginning of what a command prints. Safe for use by several threads. */
final class ExecOutput implements Consumer<Frame> {
  /** Bytes of each stream that are kept; a probe that prints without end must not fill memory. */
  static final int MOST = 1024 * 1024;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Override
  public synchronized void accept(Frame frame) {
    ByteArrayOutputStream stream = frame.getStreamType() == StreamType.STDERR ? err : out;
    byte[] bytes = frame.getPayload();
    stream.write(bytes, 0, Math.min(bytes.length, MOST - stream.size()));
  }

  synchronized String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  synchronized String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
