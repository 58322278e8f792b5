package dev.ropewalk.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What ropewalk asks of a container engine. Nothing here changes what belongs to the learner: every
 * call reads, but for {@link #exec} and {@link #run}, which run a probe inside a container and
 * leave nothing behind.
 *
 * <p>Every call has a deadline and throws {@link EngineProblem} when the engine cannot be reached,
 * does not answer in time, or refuses. Safe for use by several threads.
 */
public interface Engine extends AutoCloseable {
  /** What the engine says about itself. */
  EngineInfo info();

  /**
   * Everything on the engine, as its lists show it: all containers (stopped ones too), images,
   * networks, volumes.
   */
  World world();

  /**
   * The same as far as events tell: where none has come since the lists were last asked for, they
   * need not be asked for again. Of images that are loaded, or built by a plugin, none comes.
   */
  default World toldWorld() {
    return world();
  }

  /**
   * One container, inspected.
   *
   * @param container a name, a full id or an unambiguous part of an id
   */
  Optional<Container> container(String container);

  /**
   * One image, inspected.
   *
   * @param image a reference such as {@code redis:7} or an id
   */
  Optional<Image> image(String image);

  /**
   * The instructions that made an image, the oldest first, those of its base included, such as
   * {@code RUN apt-get update} or {@code CMD ["redis-server"]}; none for an image that is not
   * there.
   *
   * @param image a reference such as {@code redis:7} or an id
   */
  List<String> history(String image);

  /** One network, inspected, by its name or id. */
  Optional<Network> network(String network);

  /** One volume, inspected. */
  Optional<Volume> volume(String volume);

  /**
   * The text of a file in a container, running or not, with what is mounted there; empty where
   * there is none or the path is no file. A probe of ours: its event is told to nobody.
   *
   * @param container its full id
   * @param path absolute; of a large file the first MiB is read
   */
  Optional<String> file(String container, String path);

  /**
   * The last lines of a container's log, oldest first, both streams. Lines that were written to
   * different streams at nearly the same time may have changed places: the engine reads each stream
   * on its own.
   *
   * @param lines how many at the most; of a line the first 256 KiB are read, and fewer lines where
   *     they have more than 4 MiB together
   */
  List<LogLine> logs(String container, int lines);

  /**
   * The same of what was written from a moment on.
   *
   * @param since by the engine's clock
   */
  List<LogLine> logs(String container, int lines, Instant since);

  /**
   * The processes of a running container, with their pids as the engine's machine sees them. The
   * engine reports this as an event {@code top}, which cannot be told from a learner's {@code
   * docker top}.
   */
  List<ContainerProcess> processes(String container);

  /**
   * Runs a command inside a running container and waits for its end. A probe of ours: its events
   * are told to nobody, neither by a subscription nor among those remembered. A command that does
   * not exist ends with 126 or 127; of what a command prints, the first MiB of each stream is kept.
   *
   * @param deadline after which it is given up with {@link EngineProblem.Kind#TIMEOUT}; the engine
   *     has no way to end the command itself, so give it only what ends
   */
  ExecResult exec(String container, List<String> command, Duration deadline);

  /**
   * Runs a throw-away container and waits for its end. It is ours: it is in no list, its events are
   * told to nobody, and it is removed, whatever comes of it.
   *
   * @throws EngineProblem also when the image is not there, or the network
   */
  ContainerRun.Result run(ContainerRun run);

  /**
   * Removes the throw-away containers of a ropewalk that has ended before it could do so itself. An
   * engine that does not answer is left as it is.
   */
  default void tidy() {}

  /**
   * Asks for a sign of life on a connection of its own.
   *
   * @throws EngineProblem when the engine takes no new ones, as when it is being shut down
   */
  void greet();

  /**
   * Passes on what happens on the engine until the subscription is closed. When the stream ends
   * against our will the listener is told once that the engine is lost; ropewalk then tries again,
   * first often and then every second, and tells it when the engine is back, with the events in
   * between as far as the engine still keeps them (its last 256). No event is told twice.
   *
   * <p>Returns at once and does not throw: an engine that cannot be reached at first is lost, too.
   *
   * @param since events from this moment on, by the engine's clock
   * @param listener called on a thread of the subscription, one call at a time
   */
  Subscription subscribe(Instant since, Listener listener);

  /** The events that the engine still keeps (its last 256), oldest first. */
  List<EngineEvent> remembered();

  /**
   * Begins to fetch an image from its registry, and returns at once.
   *
   * @param listener called on threads of the engine's, one call at a time; told of the end once,
   *     also where it is given up
   */
  Fetch fetch(String image, FetchListener listener);

  /** An image on its way. */
  interface Fetch extends AutoCloseable {
    /** Gives it up; what has come is kept for the next time. */
    @Override
    void close();
  }

  /** Hears how an image comes. */
  interface FetchListener {
    /**
     * @param come bytes that have come
     * @param whole bytes in all, as far as the engine knows yet
     */
    void progress(long come, long whole);

    /** The end: the image is there, or the reason why not. */
    void over(Optional<EngineProblem> problem);
  }

  /** Gives the connections back. Subscriptions end. */
  @Override
  void close();

  /** Hears what happens on the engine. */
  interface Listener {
    void happened(EngineEvent event);

    void lost(EngineProblem problem);

    void back();
  }

  /** A running subscription. */
  interface Subscription extends AutoCloseable {
    /**
     * Waits until the engine has accepted the subscription for the first time, so that what happens
     * from then on is told at once.
     *
     * @return false when it has not within this time
     */
    default boolean awaitAccepted(Duration patience) throws InterruptedException {
      return true;
    }

    /**
     * Asks the engine what has happened up to this moment, and returns when the listener has been
     * told all of it: an event may come a little later than the answer that the learner's command
     * has had. Costs about as much as a look at one container.
     *
     * @throws EngineProblem when the engine does not say
     */
    default void catchUp() {}

    @Override
    void close();
  }
}
