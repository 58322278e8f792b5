package dev.ropewalk.shell;

import dev.ropewalk.patience.Patience;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Our end of the pipe into which bash writes the commands of a traced line ({@link TraceScripts}).
 *
 * <p>The pipe itself is the bound: bash's end does not block, so what does not fit into it (64 KiB
 * on Linux) is lost, and nobody has to read while a line runs. One thread.
 */
final class CommandTrace implements Closeable {
  // A background job names itself only once it has its turn on the processor.
  private static final Duration FOR_BACKGROUND_JOBS = Patience.OF_COURTESY;
  // The heads of compound commands are in the trace too: `for i in 1 2` each time round.
  private static final Pattern HEAD =
      Pattern.compile("(?:for \\w|select \\w|case |\\[\\[ |\\(\\( ).*", Pattern.DOTALL);
  private static final int OUR_DEPTH = 1;

  private final Fifo pipe;
  private final FileInputStream input;
  private final Pattern entry;

  private CommandTrace(Fifo pipe, FileInputStream input, String mark) {
    this.pipe = pipe;
    this.input = input;
    this.entry = Pattern.compile("(\\++)" + mark + ";(\\d+);(\\d+);(\\d*);");
  }

  /** Makes the pipe at this path; the mark tells entries from text of the learner's. */
  static CommandTrace make(Path path, String mark) throws IOException {
    var pipe = Fifo.make(path);
    try {
      return new CommandTrace(pipe, new FileInputStream(path.toFile()), mark);
    } catch (IOException e) {
      pipe.close();
      throw e;
    }
  }

  /** Makes room for the next line: drops what jobs of earlier ones have said since. */
  void clear() {
    read();
  }

  /**
   * The commands of a line that has ended, in the order in which bash came to them. A background
   * job has the time to begin.
   */
  List<String> take(long line) throws InterruptedException {
    long start = System.nanoTime();
    var text = new StringBuilder(read());
    var entries = entries(text, line);
    while (isWaitingForAJob(entries) && System.nanoTime() - start < FOR_BACKGROUND_JOBS.toNanos()) {
      Thread.sleep(1);
      entries = entries(text.append(read()), line);
    }
    return commands(entries);
  }

  /**
   * @param depth of evals and substitutions
   * @param pid of the shell or subshell that ran it
   * @param job the value of {@code $!}
   */
  private record Entry(int depth, String pid, String job, String command) {}

  private List<Entry> entries(CharSequence text, long line) {
    var entries = new ArrayList<Entry>();
    var matcher = entry.matcher(text);
    boolean found = matcher.find();
    while (found) {
      var match = matcher.toMatchResult();
      found = matcher.find();
      var command = text.subSequence(match.end(), found ? matcher.start() : text.length());
      boolean isWhole = command.toString().endsWith("\n"); // else the pipe was full
      if (isWhole && match.group(2).equals(Long.toString(line))) {
        var stripped = command.subSequence(0, command.length() - 1).toString();
        entries.add(new Entry(match.group(1).length(), match.group(3), match.group(4), stripped));
      }
    }
    return entries;
  }

  private static boolean isWaitingForAJob(List<Entry> entries) {
    var heard = new HashSet<>(List.of(""));
    var started = new HashSet<String>();
    for (var entry : entries) {
      (entry.depth == OUR_DEPTH ? heard : started).add(entry.job);
      heard.add(entry.pid);
    }
    return !heard.containsAll(started);
  }

  private static List<String> commands(List<Entry> entries) {
    var commands = new ArrayList<String>();
    var shell = "";
    boolean isOver = false;
    for (var entry : entries) {
      if (entry.depth == OUR_DEPTH) {
        shell = entry.pid; // it is about to evaluate the line
      }
      boolean isOfTheShell = entry.pid.equals(shell);
      isOver |= isOfTheShell && entry.command.matches("__ropewalk(_piped .*)?");
      boolean isOurs =
          entry.depth == OUR_DEPTH
              || (isOver && isOfTheShell)
              || entry.command.startsWith("__ropewalk_");
      if (!isOurs && !HEAD.matcher(entry.command).matches()) {
        commands.add(entry.command);
      }
    }
    return List.copyOf(commands);
  }

  private String read() {
    try {
      return new String(input.readNBytes(input.available()), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return ""; // closed by us meanwhile
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
    pipe.close();
  }
}
