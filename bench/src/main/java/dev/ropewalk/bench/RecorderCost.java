package dev.ropewalk.bench;

import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.recorder.Lane;
import dev.ropewalk.recorder.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the recorder costs. {@code serve FOLDER}: a recorder in a machine of its own; it prints its
 * address and ends with its input. {@code compare ADDRESS PID}: commands directly and through it in
 * turn, then much through it, with the memory of the process.
 */
final class RecorderCost {
  private static final int PAIRS = Integer.getInteger("pairs", 100);

  private RecorderCost() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "serve" -> serve(Path.of(args[1]));
      case "compare" -> compare(args[1], args[2]);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void serve(Path folder) throws Exception {
    AtomicLong told = new AtomicLong();
    EngineAddress engine = EngineAddress.find(System.getenv(), Path.of(System.getenv("HOME")));
    long start = System.nanoTime();
    try (Recorder recorder = Recorder.start(folder, engine, _ -> told.incrementAndGet())) {
      System.err.printf("started in %.1f ms%n", (System.nanoTime() - start) / 1e6);
      try (Lane first = recorder.lane("first")) {
        List<Long> lanes = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
          long before = System.nanoTime();
          recorder.lane("line").close();
          lanes.add(System.nanoTime() - before);
        }
        System.err.printf("a lane of its own: %.2f ms%n", median(lanes) / 1e6);
        System.out.println(first.address());
        System.out.flush();
        while (System.in.read() >= 0) {
          // Until the other side ends.
        }
      }
    }
    System.err.printf("%d requests were recorded%n", told.get());
  }

  private static void compare(String relay, String pid) throws Exception {
    String direct = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    List<Long> directly = new ArrayList<>();
    List<Long> recorded = new ArrayList<>();
    List<Long> added = new ArrayList<>();
    for (int pair = -10; pair < PAIRS; pair++) {
      boolean first = pair % 2 == 0;
      long one = time(first ? direct : relay, "docker ps");
      long other = time(first ? relay : direct, "docker ps");
      if (pair >= 0) {
        directly.add(first ? one : other);
        recorded.add(first ? other : one);
        added.add(first ? other - one : one - other);
      }
    }
    System.out.printf(
        "docker ps: %.1f ms directly, %.1f ms recorded, %+.2f ms added (medians of %d pairs)%n",
        median(directly) / 1e6, median(recorded) / 1e6, median(added) / 1e6, PAIRS);
    System.out.printf("memory at first: %d MB%n", resident(pid));
    String curl = "--unix-socket ${DOCKER_HOST#unix://}";
    for (Map.Entry<String, String> each :
        List.of(
            Map.entry(
                "10,000 requests on one connection",
                "curl -sSo /dev/null " + curl + " 'http://docker/_ping?[1-10000]'"),
            Map.entry(
                "10,000 requests on a connection each",
                "curl -sSo /dev/null -H 'Connection: close' "
                    + curl
                    + " 'http://docker/_ping?[1-10000]'"),
            Map.entry(
                "2 GB of a container's output",
                "test $(docker exec bench-box dd if=/dev/zero bs=1M count=2048 2>/dev/null | wc -c)"
                    + " = 2147483648"),
            Map.entry(
                "2 GB to a container's input",
                "test $(head -c 2147483648 /dev/zero | docker exec -i bench-box wc -c) ="
                    + " 2147483648"))) {
      long took = time(relay, each.getValue());
      System.out.printf(
          "%s: %.1f s, memory afterwards %d MB, at most %d MB%n",
          each.getKey(), took / 1e9, resident(pid), memory(pid, "VmHWM"));
    }
  }

  private static long time(String host, String line) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DOCKER_HOST", host);
    long before = System.nanoTime();
    int code = builder.start().waitFor();
    long took = System.nanoTime() - before;
    if (code != 0) {
      throw new IllegalStateException(line + " ends with " + code);
    }
    return took;
  }

  private static long resident(String pid) throws IOException {
    return memory(pid, "VmRSS");
  }

  private static long memory(String pid, String what) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
      if (line.startsWith(what)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no " + what);
  }

  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
