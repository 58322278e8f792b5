package dev.ropewalk.recorder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The sockets that are listened on, all by one thread. Safe for use by several threads. */
final class Lanes implements Closeable {
  /** One of 107 bytes could not be bound on Linux. */
  private static final int LONGEST_PATH = 100;

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Path folder;
  private final Links links;
  private final Admission admission;
  private final Selector selector;
  private final AtomicInteger number = new AtomicInteger();
  private final Set<Lane> open = ConcurrentHashMap.newKeySet();
  private boolean silent;
  private boolean ended;

  private Lanes(Path folder, Links links, Admission admission, Selector selector) {
    this.folder = folder;
    this.links = links;
    this.admission = admission;
    this.selector = selector;
  }

  /** Prepares the folder and begins to wait for clients. */
  static Lanes open(Path folder, Links links, Admission admission) throws IOException {
    Files.createDirectories(folder);
    admission.openFolder(folder);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.sock")) {
      for (Path socket : left) {
        Files.delete(socket);
      }
    }
    Lanes lanes = new Lanes(folder.toAbsolutePath(), links, admission, Selector.open());
    Threads.start("sockets", lanes::accept);
    return lanes;
  }

  Lane add(String name) throws IOException {
    Path socket = folder.resolve(number.incrementAndGet() + ".sock");
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      throw new IOException(
          "the path of a socket has at most " + LONGEST_PATH + " bytes: " + socket);
    }
    Lane lane = new Lane(name, socket, admission, client -> links.add(name, client), this::remove);
    synchronized (this) {
      open.add(lane);
      if (!silent) {
        listen(lane);
      }
    }
    return lane;
  }

  /** The engine is away: nobody listens until it is back. */
  synchronized void silence() {
    if (!silent) {
      silent = true;
      open.forEach(Lane::silence);
      selector.wakeup();
    }
  }

  /** The engine is there. */
  synchronized void listen() throws IOException {
    if (ended) {
      return; // Who watches the engine may learn of the end a little later.
    }
    silent = false;
    for (Lane lane : open) {
      listen(lane);
    }
  }

  synchronized boolean listening() {
    return !silent && selector.isOpen();
  }

  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      silence();
    }
    open.clear();
    try {
      selector.close();
    } catch (IOException e) {
      // Nobody waits at it any longer.
    }
  }

  private void listen(Lane lane) throws IOException {
    ServerSocketChannel listener = lane.listen();
    if (listener != null) {
      listener.register(selector, SelectionKey.OP_ACCEPT, lane);
      selector.wakeup();
    }
  }

  private void remove(Lane lane) {
    open.remove(lane);
    selector.wakeup(); // A listener that is waited at is closed for good only then.
  }

  private void accept() {
    while (selector.isOpen()) {
      try {
        selector.select(this::accept);
      } catch (ClosedSelectorException e) {
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void accept(SelectionKey key) {
    if (key.attachment() instanceof Lane lane) {
      try {
        lane.accept();
      } catch (IOException e) {
        // Too many open files: those that wait are accepted a little later.
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
