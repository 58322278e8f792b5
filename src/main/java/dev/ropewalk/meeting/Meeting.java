package dev.ropewalk.meeting;

import dev.ropewalk.scratch.ExitHook;
import dev.ropewalk.scratch.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The running course's side: a folder for its user alone, with the socket on which it is asked, and
 * what else it shares with shells. A file, the pointer, says where that folder is. Each question is
 * answered on a thread of its own.
 */
public final class Meeting implements AutoCloseable {
  static final String SOCKET = "course.sock";

  /** So many questions at once are enough for anybody. */
  private static final int MOST = 32;

  private final Path pointer;
  private final ScratchFolder folder;
  private final ServerSocketChannel server;
  private final ExitHook hook;
  private final Semaphore room = new Semaphore(MOST);

  private Meeting(Path pointer, ScratchFolder folder, ServerSocketChannel server) {
    this.pointer = pointer;
    this.folder = folder;
    this.server = server;
    this.hook = ExitHook.of(this::unpoint);
  }

  /**
   * Opens the place, and answers from now on.
   *
   * @param pointer where others look for it; whoever holds the journal's lock may write it
   * @param desk answers questions; called by several threads, and may wait
   */
  public static Meeting open(Path pointer, Function<Request, Answer> desk) {
    ScratchFolder folder = ScratchFolder.create();
    try {
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(folder.path().resolve(SOCKET)));
      Files.writeString(pointer, folder.path() + "\n");
      Meeting meeting = new Meeting(pointer, folder, server);
      start("meeting", () -> meeting.accept(desk));
      return meeting;
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException("other terminals cannot meet this course", e);
    }
  }

  /** The folder, which goes with the course. */
  public Path folder() {
    return folder.path();
  }

  private static void start(String name, Runnable work) {
    var unused = Thread.ofPlatform().name(name).daemon().start(work);
  }

  private void accept(Function<Request, Answer> desk) {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        room.acquire();
        start("question", () -> serve(client, desk));
      } catch (IOException e) {
        // Closed, which ends this; or a client that has left already.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void serve(SocketChannel client, Function<Request, Answer> desk) {
    try (client) {
      Request request = Wire.receive(Channels.newInputStream(client), Request.class);
      Wire.send(Channels.newOutputStream(client), desk.apply(request));
    } catch (IOException e) {
      // Whoever asked has left.
    } finally {
      room.release();
    }
  }

  private void unpoint() {
    try {
      Files.deleteIfExists(pointer);
    } catch (IOException e) {
      // It points at nothing, which is found out.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // Its socket goes with the folder.
    }
    unpoint();
    hook.close();
    folder.close();
  }
}
