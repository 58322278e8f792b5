package dev.ropewalk.meeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads what the learner's shells report: each appends to a file of its own, which costs it nothing
 * and makes it wait for nobody. A shell that is killed is missed within seconds.
 */
public final class ShellReports implements AutoCloseable {
  private static final Duration PULSE = Duration.ofSeconds(1);

  private final Path folder;
  private final Consumer<ShellReport> listener;
  private final WatchService watch;
  private final Map<String, OpenReport> open = new ConcurrentHashMap<>();

  private ShellReports(Path folder, Consumer<ShellReport> listener, WatchService watch) {
    this.folder = folder;
    this.listener = listener;
    this.watch = watch;
  }

  /**
   * Begins to read.
   *
   * @param folder for the files; it is made
   * @param listener is told each report, in the order of each shell, on one thread
   */
  public static ShellReports in(Path folder, Consumer<ShellReport> listener) {
    try {
      Files.createDirectory(folder);
      WatchService watch = folder.getFileSystem().newWatchService();
      folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
      ShellReports reports = new ShellReports(folder, listener, watch);
      var unused = Thread.ofPlatform().name("shells").daemon().start(reports::follow);
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file for one more shell. */
  public Path add(String shell) {
    try {
      Path file = Files.createFile(folder.resolve(shell));
      open.put(
          shell,
          new OpenReport(FileChannel.open(file, StandardOpenOption.READ), new ReportParser(shell)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A report that is being read. */
  private static final class OpenReport {
    private final FileChannel file;
    private final ReportParser parser;
    private long pid;

    OpenReport(FileChannel file, ReportParser parser) {
      this.file = file;
      this.parser = parser;
    }

    List<ShellReport> read(ByteBuffer room) throws IOException {
      room.clear();
      int count = file.read(room);
      return count <= 0 ? List.of() : parser.read(room.array(), count);
    }

    boolean isDead() {
      return pid != 0 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }
  }

  private void follow() {
    ByteBuffer room = ByteBuffer.allocate(1 << 16);
    try {
      while (true) {
        WatchKey key = watch.poll(PULSE.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
        for (Map.Entry<String, OpenReport> each : open.entrySet()) {
          look(each.getKey(), each.getValue(), room);
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      // The course ends.
    }
  }

  private void look(String shell, OpenReport report, ByteBuffer room) {
    try {
      long before;
      do {
        before = report.file.position();
        report.read(room).forEach(told -> tell(report, told));
      } while (report.file.position() > before);
      if (report.isDead()) {
        report.pid = 0;
        listener.accept(new ShellReport.Left(shell));
      }
    } catch (IOException e) {
      open.remove(shell);
    }
  }

  private void tell(OpenReport report, ShellReport told) {
    switch (told) {
      case ShellReport.Joined(_, var pid) -> report.pid = pid;
      case ShellReport.Left _ -> report.pid = 0;
      case ShellReport.Began _, ShellReport.Ended _ -> {}
    }
    listener.accept(told);
  }

  @Override
  public void close() {
    try {
      watch.close();
      for (OpenReport report : open.values()) {
        report.file.close();
      }
    } catch (IOException e) {
      // The files go with their folder.
    }
  }
}
