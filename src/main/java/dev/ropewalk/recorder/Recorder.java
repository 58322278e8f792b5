package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.docker.EngineAddress;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Listens on sockets of its own, passes on to the engine what comes, and tells of each request when
 * its answer is complete, before the client has the last byte of it.
 *
 * <p>While the engine is away nobody listens, so that docker says its usual sentence; when it is
 * back, so are the sockets. Nothing grows with the length of a stream. Safe for use by several
 * threads.
 */
public final class Recorder implements Closeable {
  private static final String OWN = "recorder";

  private final Lanes lanes;
  private final Links links;
  private final EngineWatch watch;
  private final Ledger ledger;

  private Recorder(Lanes lanes, Links links, EngineWatch watch, Ledger ledger) {
    this.lanes = lanes;
    this.links = links;
    this.watch = watch;
    this.ledger = ledger;
  }

  /**
   * Starts one, and asks the engine through it once whether it is there.
   *
   * @param folder for the sockets, with a short path; it is made where it is not there, and only
   *     its owner may enter it from now on. What a killed recorder has left in it is removed
   * @param listener is told each request; on the thread that forwards its answer, which waits for
   *     it: it must be quick, must not wait for a client, and is called by several threads
   * @throws RecorderUnavailable when the engine is not there, cannot be spoken to in this way, or
   *     the sockets cannot be made
   */
  public static Recorder start(Path folder, EngineAddress engine, Consumer<Exchange> listener)
      throws RecorderUnavailable {
    return start(folder, engine, Admission.OWN, listener);
  }

  /**
   * Starts one for the clients in a private engine's machine, whose root is somebody else here.
   * Only root can do that.
   *
   * @param folder as above; the clients must find it under the same path
   * @param socket the engine's; whom it belongs to may connect, and nobody else
   * @param listener as above
   */
  public static Recorder startInside(Path folder, Path socket, Consumer<Exchange> listener)
      throws RecorderUnavailable {
    try {
      EngineAddress engine =
          EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + socket), Path.of("/nonexistent"));
      return start(folder, engine, Admission.ofOwner(socket), listener);
    } catch (IOException e) {
      throw new RecorderUnavailable("Commands are not recorded: there is no socket " + socket, e);
    }
  }

  private static Recorder start(
      Path folder, EngineAddress engine, Admission admission, Consumer<Exchange> listener)
      throws RecorderUnavailable {
    SocketAddress address = Dial.of(engine);
    Ledger ledger =
        new Ledger(
            new Lookup(address),
            exchange -> {
              if (!exchange.lane().equals(OWN)) {
                listener.accept(exchange);
              }
            });
    try {
      Links links = new Links(address, ledger);
      Lanes lanes = Lanes.open(folder, links, admission);
      EngineWatch watch = new EngineWatch(address, lanes);
      links.whenEngineIsAway(watch::look);
      Recorder recorder = new Recorder(lanes, links, watch, ledger);
      recorder.tryOut();
      watch.start();
      return recorder;
    } catch (IOException e) {
      throw new RecorderUnavailable(
          "Commands are not recorded here: the engine at %s does not answer through a socket in %s (%s)."
              .formatted(engine, folder, e.getMessage()),
          e);
    }
  }

  /** A client that cannot connect is better off without us. */
  private void tryOut() throws IOException {
    try (Lane lane = lanes.add(OWN)) {
      new Lookup(UnixDomainSocketAddress.of(lane.socket())).ping();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Opens a socket for a prompt line or a shell: less than a millisecond.
   *
   * @param name stands in the records of what comes through it
   * @throws IOException when the socket cannot be made
   */
  public Lane lane(String name) throws IOException {
    return lanes.add(name);
  }

  /**
   * From now on it is looked for these words in what containers print to clients. They are found as
   * they stand, wherever the pieces of the output end; what is under way goes on with the words
   * that it has begun with.
   */
  public void watchFor(Set<String> words) {
    ledger.watchFor(words);
  }

  /**
   * What has been asked and is not answered completely, in the order in which it was begun; without
   * outcomes. When the command of a line has ended, only what it has left in the background can be
   * under way, and, for some milliseconds, what a client did not read to its end (Ctrl-C, {@code |
   * head}).
   */
  public List<Exchange> underWay() {
    return ledger.underWay();
  }

  /** Whether a client that connects now reaches the engine. */
  public boolean ready() {
    return lanes.listening();
  }

  /** Ends everything: clients that are still connected see the end of their connection. */
  @Override
  public void close() {
    watch.close();
    lanes.close();
    links.close();
  }
}
