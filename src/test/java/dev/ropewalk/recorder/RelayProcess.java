package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.patience.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A recorder in a process of its own, which can be killed and measured. */
final class RelayProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final PrintStream input;
  private final String address;

  private RelayProcess(Process process) throws IOException {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.address = output.readLine();
  }

  static RelayProcess start(Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RelayProcess.class.getName(),
            folder.toString());
    return new RelayProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The process: each line of its input is answered by what is under way, and what has ended. */
  public static void main(String[] arguments) throws Exception {
    EngineAddress engine =
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
    Queue<Exchange> ended = new ConcurrentLinkedQueue<>();
    try (Recorder recorder = Recorder.start(Path.of(arguments[0]), engine, ended::add);
        Lane lane = recorder.lane("test")) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.println(lane.address());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        out.println(names(recorder.underWay()) + "|" + names(ended));
      }
    }
  }

  private static String names(Collection<Exchange> exchanges) {
    return exchanges.stream()
        .map(exchange -> exchange.path() + ":" + exchange.status())
        .collect(Collectors.joining(" "));
  }

  String address() {
    return address;
  }

  /** Waits for a request, under way or ended, with this end of its path and status. */
  void await(String pathAndStatus) throws IOException {
    long end = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    Pattern asked = Pattern.compile(Pattern.quote(pathAndStatus) + "\\b");
    while (!asked.matcher(state()).find()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no " + pathAndStatus + " in " + state());
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** The paths of the requests under way. */
  String underWay() throws IOException {
    return state().split("\\|", 2)[0];
  }

  private String state() throws IOException {
    input.println();
    return String.valueOf(output.readLine());
  }

  /**
   * Memory in megabytes.
   *
   * @param what {@code VmRSS} for now, {@code VmHWM} for the most so far
   */
  long memory(String what) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith(what))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    input.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
