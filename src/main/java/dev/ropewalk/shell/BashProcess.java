package dev.ropewalk.shell;

import dev.ropewalk.scratch.ScratchFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One bash, from its start to its end, with the channels to it. A thread of its own reads what it
 * says.
 */
final class BashProcess {
  private final Process process;
  private final Fifo reports;
  private final @Nullable Fifo keys;
  private final CommandTrace trace;
  private final ReportReader reader;
  private final BlockingQueue<ShellEvent> events;
  private Optional<ProcessHandle> self = Optional.empty();
  private boolean isTracedByTheLearner;

  private BashProcess(
      Process process,
      Fifo reports,
      @Nullable Fifo keys,
      CommandTrace trace,
      ReportReader reader,
      BlockingQueue<ShellEvent> events) {
    this.process = process;
    this.reports = reports;
    this.keys = keys;
    this.trace = trace;
    this.reader = reader;
    this.events = events;
  }

  /**
   * Starts a bash and waits until it is ready for a line; empty if it is not within the time, or
   * ended.
   *
   * @param directory where it starts, a word as bash reads it
   * @param input what the lines read where they are on no pseudo-terminal
   */
  static Optional<BashProcess> start(
      ShellSetting setting,
      String directory,
      StartupFiles startupFiles,
      Path input,
      Transcript transcript,
      Duration patience)
      throws IOException, InterruptedException {
    var events = new LinkedBlockingQueue<ShellEvent>();
    var reader = new ReportReader(transcript, events::add);
    // For this user only. Once both sides hold the pipes nobody needs the names: nothing is left
    // whoever dies.
    var scratch = ScratchFolder.create();
    var folder = scratch.path();
    Fifo reports = null;
    Fifo keys = null;
    CommandTrace trace = null;
    try {
      reports = Fifo.make(folder.resolve("reports"));
      var commands = folder.resolve("commands");
      trace = CommandTrace.make(commands, reader.mark());
      var source = input;
      var redirection = "<&%1$s %1$s<&-".formatted(Launch.INPUT);
      var more = "";
      if (setting.screen() instanceof Screen.PseudoTerminal(int columns, int rows, Limits _)) {
        source = folder.resolve("keys");
        keys = Fifo.make(source);
        redirection = "<&1";
        more = "stty cols %s rows %s <&1\n".formatted(columns, rows);
      }
      var process = Launch.start(setting, directory, folder.resolve("reports"), commands, source);
      var bash = new BashProcess(process, reports, keys, trace, reader, events);
      process.onExit().thenRun(bash::sayThatItEnded);
      Thread.ofPlatform().daemon().name("learner's shell").start(bash::read);
      bash.feed(BashScripts.opening(reader.mark(), redirection, more, startupFiles));
      if (bash.next(0, patience).orElse(null) instanceof ShellEvent.Ready ready) {
        bash.self = InnerPid.of(process.toHandle(), ready.pid());
      }
      if (bash.self.isPresent()) {
        transcript.take(); // what it said before it was ours
        return Optional.of(bash);
      }
      bash.discard(Duration.ZERO);
      return Optional.empty();
    } catch (IOException | InterruptedException e) {
      close(reports);
      close(keys);
      close(trace);
      throw e;
    } finally {
      scratch.close();
    }
  }

  /** Goes the way of the output, so as to arrive after the last of it. */
  private void sayThatItEnded() {
    try {
      reports.write(reader.ending());
    } catch (IOException _) {
      events.add(new ShellEvent.Ended()); // nobody reads any more
    }
  }

  private void read() {
    var buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (true) {
        reports.read(buffer.clear());
        reader.accept(buffer.array(), buffer.position());
      }
    } catch (IOException _) {
      // closed by us; a pipe of our own has no other way to fail
    } finally {
      events.add(new ShellEvent.Ended());
    }
  }

  /**
   * Has it run a line; {@link #next} tells of its end.
   *
   * @param codes whether the report tells the exit codes of its last pipe
   * @param charset in which it is spelt
   */
  void run(
      long number,
      String text,
      Remembering remembering,
      LineEnvironment environment,
      PipeCodes codes,
      TerminalSize size,
      Charset charset) {
    trace.clear();
    var before = new ArrayList<String>();
    var quoted = BashScripts.quote(text, charset);
    boolean recalls = remembering == Remembering.YES && HistoryScripts.mayRecall(text);
    if (remembering == Remembering.YES) {
      before.add(recalls ? HistoryScripts.recall(quoted) : HistoryScripts.remember(quoted));
    }
    if (!environment.equals(LineEnvironment.NONE)) {
      before.add(LendingScripts.lend(environment, charset));
    }
    if (!isTracedByTheLearner && !TraceScripts.isAboutTracing(text)) {
      before.add(TraceScripts.on(number));
    }
    var line = recalls ? HistoryScripts.RECALLED : quoted;
    var more =
        switch (codes) {
          case TOLD -> BashScripts.quote(BashScripts.tellingPipe(), charset);
          case NOT_TOLD -> "";
        };
    feed(BashScripts.line(before, number, line + more, size));
  }

  /** Whether a line is one of the learner's, which their history has and which may have history. */
  enum Remembering {
    YES,
    NO
  }

  /** What bash ran for a line that has ended, until {@link #discard}. */
  List<String> commands(long number) throws InterruptedException {
    return trace.take(number);
  }

  /** Gives it text in ASCII to read. A bash that is gone reads nothing; its end is an event. */
  void feed(String text) {
    try {
      var stream = process.getOutputStream();
      stream.write(text.getBytes(StandardCharsets.US_ASCII));
      stream.flush();
    } catch (IOException _) {
      // its end is on its way through the reports
    }
  }

  /** Types on the keyboard of a pseudo-terminal. */
  void type(String text) {
    if (keys == null) {
      throw new UnsupportedOperationException("only a pseudo-terminal of ours can be typed on");
    }
    try {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // it is gone, and its keyboard with it
    }
  }

  /**
   * Waits for the report of a line, or for the end; empty when the time is over. Reports of others
   * are dropped.
   */
  Optional<ShellEvent> next(long line, Duration patience) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      long left = patience.toNanos() - (System.nanoTime() - start);
      var event = events.poll(left, TimeUnit.NANOSECONDS);
      if (!(event instanceof ShellEvent.Ready ready && ready.line() != line)) {
        isTracedByTheLearner =
            event instanceof ShellEvent.Ready known && known.options().contains("x");
        return Optional.ofNullable(event);
      }
    }
  }

  /** Of bash itself, and of its process group, on this machine. */
  long pid() {
    return self.orElseThrow().pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Once it has ended; 128 and the number for a signal. */
  int exitCode() {
    return process.onExit().join().exitValue();
  }

  /** What it does. */
  enum Busy {
    NOTHING,
    LINE
  }

  /** Ends it as a closed terminal does, within the time; its jobs get SIGHUP. */
  void hangUp(Busy busy, Duration patience) {
    if (LostLauncher.isLost()) {
      abandon();
    } else if (busy == Busy.LINE) {
      Signals.to(pid(), "HUP");
    } else {
      feed(BashScripts.HANG_UP);
    }
    discard(patience);
  }

  /**
   * Ends it at once, and then what it runs, where somebody else has the terminal: bash takes it at
   * the end of a line, and gives it back to us at its own.
   */
  private void abandon() {
    List<ProcessHandle> jobs = process.descendants().toList();
    self.ifPresent(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
    jobs.forEach(job -> Signals.to(job.pid(), "HUP"));
  }

  /**
   * Lets go of it; ends it if it does not end by itself within the time. Its jobs are left alone.
   */
  void discard(Duration patience) {
    try {
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      kill();
      Thread.currentThread().interrupt();
    }
    close(reports);
    close(keys);
    close(trace);
  }

  // What leads to another place is a process beside bash. One that never came to a line has
  // nothing of the learner's.
  private void kill() {
    (self.isPresent() ? self.stream() : process.descendants())
        .forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void close(@Nullable Closeable channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // a pipe has nothing to lose on close
    }
  }
}
