package dev.ropewalk.author;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells when a file of a course is saved. For one thread. */
public final class Saves implements AutoCloseable {
  private final WatchService watch;

  /**
   * Looks from now on.
   *
   * @param course the folder of the course
   */
  public Saves(Path course) throws IOException {
    watch = FileSystems.getDefault().newWatchService();
    for (String name : List.of("lessons", "checks")) {
      Path folder = course.resolve(name);
      if (Files.isDirectory(folder)) {
        folder.register(
            watch,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }

  /**
   * Waits for the next save; the many events of one save count once.
   *
   * @return whether there was one in that time
   */
  public boolean await(Duration longest) throws InterruptedException {
    @Nullable WatchKey key = watch.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    boolean saved = key != null;
    while (key != null) {
      key.pollEvents();
      key.reset();
      // Editors write in several strokes: a file is emptied, then filled, or another is renamed.
      key = watch.poll(50, TimeUnit.MILLISECONDS);
    }
    return saved;
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
