package dev.ropewalk.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets one test of this machine at a time play lessons: they use fixed names and ports on the one
 * engine. For every test that does, {@code @ExtendWith(EngineLock.class)}; others wait at its
 * beginning, also those of other processes.
 */
public final class EngineLock implements BeforeEachCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(EngineLock.class);

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    context.getStore(OURS).put("lock", Held.take());
  }

  /** The same for a test that needs it at times only; closed at its end. */
  public static Closeable hold() throws IOException {
    return Held.take();
  }

  /** Closed by JUnit when the test has ended, its clean-up included. */
  private record Held(FileChannel file) implements Closeable {
    static Held take() throws IOException {
      Path path = Path.of(System.getProperty("java.io.tmpdir"), "ropewalk-engine.lock");
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var unused = file.lock();
      return new Held(file);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
