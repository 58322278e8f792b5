package dev.ropewalk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the last word of a command to the next prompt at a terminal: ropewalk and plain bash in turn,
 * each in a terminal of its own. Each command prints the time as the last thing that it does.
 */
final class PromptBeside {
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final Pattern ESCAPES = Pattern.compile("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])");
  private static final Pattern PROMPT = Pattern.compile("\\$ $");
  private static final Pattern STAMPED = Pattern.compile("(\\d{19})\\R[\\s\\S]*\\$ $");

  private PromptBeside() {}

  public static void main(String[] args) throws Exception {
    try (Terminal ropewalk = new Terminal("target/ropewalk/bin/ropewalk learn what-is-docker");
        Terminal bash = new Terminal("env PS1='bash $ ' bash --norc --noprofile -i")) {
      ropewalk.await(PROMPT);
      bash.await(PROMPT);
      for (String line :
          List.of("date +%s%N", "docker --version >/dev/null; date +%s%N", "docker ps >/dev/null; date +%s%N")) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = -3; round < ROUNDS; round++) {
          double one = ropewalk.enter(line);
          double other = bash.enter(line);
          if (round >= 0) {
            ours.add(one);
            theirs.add(other);
          }
        }
        System.out.printf(
            "%-42s ropewalk %6.1f ms, bash %6.1f ms, %.1f more%n",
            line, median(ours), median(theirs), median(ours) - median(theirs));
      }
      ropewalk.leave(":quit");
      bash.leave("exit");
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** A program with a terminal of its own, and what it has written since it was last waited for. */
  private static final class Terminal implements AutoCloseable {
    private final Process process;
    private final InputStream out;
    private final OutputStream in;

    Terminal(String command) throws IOException {
      process = new ProcessBuilder("script", "-qec", command, "/dev/null").start();
      out = process.getInputStream();
      in = process.getOutputStream();
    }

    /** Milliseconds from the time that the line prints to the prompt. */
    double enter(String line) throws IOException {
      write(line);
      Matcher shown = await(STAMPED);
      Instant prompt = Instant.now();
      long nanos = Long.parseLong(shown.group(1));
      Instant printed = Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
      return Duration.between(printed, prompt).toNanos() / 1e6;
    }

    Matcher await(Pattern end) throws IOException {
      StringBuilder shown = new StringBuilder();
      byte[] block = new byte[8192];
      while (true) {
        int read = out.read(block);
        if (read < 0) {
          throw new IOException("it has ended: " + shown);
        }
        shown.append(new String(block, 0, read, StandardCharsets.UTF_8));
        Matcher plain = end.matcher(ESCAPES.matcher(shown).replaceAll(""));
        if (plain.find()) {
          return plain;
        }
      }
    }

    void leave(String line) throws IOException {
      write(line);
      var unused = out.readAllBytes();
    }

    private void write(String line) throws IOException {
      in.write((line + "\r").getBytes(StandardCharsets.UTF_8));
      in.flush();
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
