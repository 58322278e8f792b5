package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Frame;
import dev.ropewalk.engine.LogLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Reads the log of a container. */
final class ContainerLog {
  private final DockerClient client;
  private final Problems problems;

  ContainerLog(DockerClient client, Problems problems) {
    this.client = client;
    this.problems = problems;
  }

  /** Its last lines. */
  List<LogLine> last(String container, int lines) {
    return read(command(container, lines));
  }

  /**
   * Those of its last lines that were written from a moment on. The engine itself takes whole
   * seconds only, so each line comes with its moment.
   */
  List<LogLine> since(String container, int lines, Instant since) {
    LogContainerCmd command =
        command(container, lines)
            .withTimestamps(true)
            .withSince(Math.clamp(since.getEpochSecond(), 0, Integer.MAX_VALUE));
    return later(read(command), since);
  }

  /** Takes the moments off, and the lines of an earlier one away. */
  static List<LogLine> later(List<LogLine> lines, Instant since) {
    List<LogLine> later = new ArrayList<>();
    for (LogLine line : lines) {
      int space = line.text().indexOf(' ');
      String moment = space < 0 ? line.text() : line.text().substring(0, space);
      if (!moment(moment).isBefore(since)) {
        later.add(new LogLine(line.stream(), space < 0 ? "" : line.text().substring(space + 1)));
      }
    }
    return later;
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  private LogContainerCmd command(String container, int lines) {
    return client.logContainerCmd(container).withStdOut(true).withStdErr(true).withTail(lines);
  }

  private List<LogLine> read(LogContainerCmd command) {
    LogLines collected = new LogLines();
    try (EngineStream<Frame> stream = new EngineStream<>(collected)) {
      command.exec(stream);
      EngineStream.await(stream.ended(), problems.deadline());
      return collected.all();
    } catch (TimeoutException e) {
      throw problems.silent(e);
    }
  }
}
