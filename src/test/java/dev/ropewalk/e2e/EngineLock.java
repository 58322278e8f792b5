package dev.ropewalk.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets one test at a time play lessons on an engine: they use fixed names and ports on it. For
 * every test that does, {@code @ExtendWith(EngineLock.class)}; others wait at its beginning, also
 * those of other processes. Tests with other engines have locks of their own. The image that the
 * lessons need is there then.
 */
public final class EngineLock implements BeforeEachCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(EngineLock.class);

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    context.getStore(OURS).put("lock", Held.take());
    Docker.fetch("redis");
  }

  /** The same for a test that needs it at times only; closed at its end. */
  public static Closeable hold() throws IOException {
    return Held.take();
  }

  /** Closed by JUnit when the test has ended, its clean-up included. */
  private record Held(FileChannel file) implements Closeable {
    static Held take() throws IOException {
      String engine = Objects.requireNonNullElse(System.getenv("DOCKER_HOST"), "");
      String file = "ropewalk-engine" + engine.replaceAll("[^A-Za-z0-9.]+", "-") + ".lock";
      FileChannel channel =
          FileChannel.open(
              Path.of(System.getProperty("java.io.tmpdir"), file),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      var unused = channel.lock();
      return new Held(channel);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
