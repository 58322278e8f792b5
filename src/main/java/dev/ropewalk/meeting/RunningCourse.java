package dev.ropewalk.meeting;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The side of another terminal: a course that runs somewhere else on this machine.
 *
 * @param socket on which it is asked
 */
public record RunningCourse(Path socket) {
  /** No course runs, or it ended before it could answer. */
  public static final class NotRunning extends Exception {
    private static final long serialVersionUID = 1;

    NotRunning(Throwable cause) {
      super("no course is running", cause);
    }
  }

  /**
   * Finds it.
   *
   * @param pointer the file that says where it is
   */
  public static RunningCourse find(Path pointer) throws NotRunning {
    try {
      return new RunningCourse(Path.of(Files.readString(pointer).strip()).resolve(Meeting.SOCKET));
    } catch (IOException | InvalidPathException e) {
      throw new NotRunning(e);
    }
  }

  /** Asks, and waits for the answer. */
  public Answer ask(Request request) throws NotRunning {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      Wire.send(Channels.newOutputStream(channel), request);
      return Wire.receive(Channels.newInputStream(channel), Answer.class);
    } catch (IOException e) {
      throw new NotRunning(e);
    }
  }
}
