package dev.ropewalk.bench;

import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.Syntax;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What Enter costs before a line runs, since bash is asked whether the line is whole; beside a bare
 * {@code bash -n} of the same compound command. All of them take turns.
 */
final class EnterCost {
  private static final int WARM_UP = 20;
  private static final String COMPOUND = "for i in 1 2; do docker logs \"box$i\" | tail -1; done";
  private static final List<Map.Entry<String, String>> LINES =
      List.of(
          Map.entry("a plain command", "docker run -d --name box redis:latest"),
          Map.entry("a compound command", COMPOUND),
          Map.entry("a here-document", "cat <<END\none\nEND"));

  private EnterCost() {}

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Limits limits = new Limits(Duration.ofMinutes(1), 1 << 16);
    try (LearnerShell shell =
        LearnerShell.of(ShellSetting.captured(Path.of(""), limits), Clock.systemUTC())) {
      Map<String, Callable<?>> work = new LinkedHashMap<>();
      work.put("bash -n", EnterCost::bashReads);
      LINES.forEach(line -> work.put(line.getKey(), () -> isWhole(shell, line.getValue())));
      Map<String, List<Long>> took = new LinkedHashMap<>();
      for (int round = -WARM_UP; round < rounds; round++) {
        for (Map.Entry<String, Callable<?>> each : work.entrySet()) {
          long before = System.nanoTime();
          each.getValue().call();
          long nanos = System.nanoTime() - before;
          if (round >= 0) {
            took.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(nanos);
          }
        }
      }
      double bash = median(took.get("bash -n"));
      took.forEach(
          (name, nanos) ->
              System.out.printf(
                  "%-18s %8.3f ms, %.3f of `bash -n` (median of %d)%n",
                  name, median(nanos) / 1e6, median(nanos) / bash, rounds));
    }
  }

  private static boolean isWhole(LearnerShell shell, String line) throws InterruptedException {
    if (shell.syntax(line) != Syntax.WHOLE) {
      throw new IllegalStateException(line);
    }
    return true;
  }

  private static int bashReads() throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-n")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var input = bash.getOutputStream()) {
      input.write(COMPOUND.getBytes(StandardCharsets.UTF_8));
    }
    return bash.waitFor();
  }

  private static double median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
