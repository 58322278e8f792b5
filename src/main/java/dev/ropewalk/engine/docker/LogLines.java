package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.ropewalk.engine.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Puts the pieces of a log together to lines, in the order in which the lines end; a piece may end
 * in the middle of a line or of a character. Of what a program writes without end, the last lines
 * are kept, and of each line the beginning. Not safe for use by several threads.
 */
final class LogLines implements Consumer<Frame> {
  /** Bytes of a line that are kept. */
  static final int LONGEST_LINE = 256 * 1024;

  /** Letters of all lines that are kept, of the last ones. */
  static final int MOST = 4 * 1024 * 1024;

  private final Deque<LogLine> lines = new ArrayDeque<>();
  private int kept;
  private final Map<LogLine.Stream, ByteArrayOutputStream> begun =
      new EnumMap<>(LogLine.Stream.class);

  @Override
  public void accept(Frame frame) {
    LogLine.Stream stream =
        frame.getStreamType() == StreamType.STDERR ? LogLine.Stream.ERR : LogLine.Stream.OUT;
    ByteArrayOutputStream line = begun.computeIfAbsent(stream, _ -> new ByteArrayOutputStream());
    for (byte each : frame.getPayload()) {
      if (each == '\n') {
        end(stream, line);
      } else if (line.size() < LONGEST_LINE) {
        line.write(each);
      }
    }
  }

  /** All lines, a last one without an end included. */
  List<LogLine> all() {
    begun.forEach(
        (stream, line) -> {
          if (line.size() > 0) {
            end(stream, line);
          }
        });
    return List.copyOf(lines);
  }

  private void end(LogLine.Stream stream, ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    lines.add(
        new LogLine(stream, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text));
    kept += lines.getLast().text().length();
    while (kept > MOST) {
      kept -= lines.removeFirst().text().length();
    }
    line.reset();
  }
}
