package dev.ropewalk.verify;

import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.patience.Patience;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of a script of a check, in a session of its own: it has no terminal and nothing to read,
 * and whatever it started ends with it, also what has left its session. What is started with
 * another user's rights, or without the environment and in another session, gets away.
 */
final class ScriptProcess {
  // Without a session of its own it could read the learner's keys from the terminal.
  private static final String IN_ITS_OWN_SESSION =
      "command -v setsid >/dev/null && exec setsid bash -c \"$1\" script; exec bash -c \"$1\" script";

  /** How long the last output may take once everything has been ended. */
  private static final Duration LAST_WORDS = Patience.OF_COURTESY;

  private static final int ROUNDS = 20;

  // See man 5 proc, counted from the field after the name.
  private static final int STATE = 0;
  private static final int SESSION = 3;

  /** In the environment of all that a script starts: the mark of the run. */
  private static final String MARK = "ROPEWALK_SCRIPT";

  private final Process process;
  private final String mark;
  private final Tail tail = new Tail();
  private final Thread reader;

  private ScriptProcess(Process process, String mark) {
    this.process = process;
    this.mark = mark;
    InputStream output = process.getInputStream();
    this.reader = Thread.ofVirtual().start(() -> tail.read(output));
  }

  /** Starts a script, waits until it has ended or is ended, and says what came of it. */
  static ScriptResult run(
      String text, Path folder, Map<String, String> environment, Duration limit) {
    if (!Files.isDirectory(folder)) {
      return new ScriptResult.NotRun(
          "The script of this check cannot run: the folder `" + folder + "` is gone.");
    }
    ProcessBuilder builder = new ProcessBuilder(command(text));
    builder.directory(folder.toFile());
    // The address of the engine counts, not the name of a context, nor what bash would run first.
    List.of("DOCKER_CONTEXT", "BASH_ENV").forEach(builder.environment()::remove);
    String run = UUID.randomUUID().toString();
    try {
      builder.environment().putAll(environment);
      builder.environment().put(MARK, run);
      return result(builder, run, limit);
    } catch (IllegalArgumentException e) {
      return notRun(e);
    }
  }

  /** The same on a private machine. */
  static ScriptResult run(
      String text, Scripts.Inside inside, Map<String, String> environment, Duration limit) {
    String run = UUID.randomUUID().toString();
    Map<String, String> marked = new HashMap<>(environment);
    marked.put(MARK, run);
    try {
      return result(
          new ProcessBuilder(inside.entrance().enter(inside.folder().get(), marked, command(text))),
          run,
          limit);
    } catch (RuntimeException e) {
      return notRun(e);
    }
  }

  private static List<String> command(String text) {
    return List.of("bash", "-c", IN_ITS_OWN_SESSION, "check", text);
  }

  private static ScriptResult result(ProcessBuilder builder, String run, Duration limit) {
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      return new ScriptProcess(builder.start(), MARK + "=" + run).result(limit);
    } catch (IOException e) {
      return notRun(e);
    }
  }

  private static ScriptResult notRun(Exception e) {
    return new ScriptResult.NotRun("The script of this check cannot run: " + e.getMessage() + ".");
  }

  private ScriptResult result(Duration limit) {
    boolean ended;
    try {
      ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
      endAll();
      reader.join(LAST_WORDS);
    } catch (InterruptedException e) {
      endAll();
      Thread.currentThread().interrupt();
      return new ScriptResult.NotRun("The script of this check was interrupted.");
    }
    return ended
        ? new ScriptResult.Ended(process.exitValue(), tail.text())
        : new ScriptResult.Overdue(tail.text());
  }

  /** Ends all that is left of it, also what has been started meanwhile or has lost its parent. */
  private void endAll() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> left =
          Stream.of(
                  Stream.of(process.toHandle()),
                  process.descendants(),
                  ProcessHandle.allProcesses()
                      .filter(each -> isOfItsSession(each) || isMarked(each)))
              .flatMap(each -> each)
              .distinct()
              .filter(each -> each.isAlive() && !stat(each, STATE).equals("Z"))
              .toList();
      if (left.isEmpty()) {
        return;
      }
      // What cannot be killed need not be waited for.
      List<ProcessHandle> dying = left.stream().filter(ProcessHandle::destroyForcibly).toList();
      dying.forEach(
          each -> {
            var unused = each.onExit().completeOnTimeout(each, 1, TimeUnit.SECONDS).join();
          });
    }
  }

  private boolean isOfItsSession(ProcessHandle other) {
    return stat(other, SESSION).equals(Long.toString(process.pid()));
  }

  /** Whether it has inherited the environment; that of other users' processes is not to be read. */
  private boolean isMarked(ProcessHandle other) {
    try {
      Path environment = Path.of("/proc", Long.toString(other.pid()), "environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      return false;
    }
  }

  /** A field of its {@code /proc/PID/stat} after its name; empty when it is gone. */
  private static String stat(ProcessHandle process, int field) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", SESSION + 2)[field];
    } catch (IOException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  /** The last of what it printed. */
  private static final class Tail {
    private static final int KEPT = 8 * 1024;

    private final StringBuilder kept = new StringBuilder();

    void read(InputStream output) {
      char[] buffer = new char[KEPT];
      try (var text = new InputStreamReader(output, StandardCharsets.UTF_8)) {
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
          keep(new String(buffer, 0, n));
        }
      } catch (IOException e) {
        // Closed with its process.
      }
    }

    private synchronized void keep(String more) {
      kept.append(more);
      kept.delete(0, Math.max(0, kept.length() - KEPT));
    }

    synchronized String text() {
      return kept.toString()
          .replaceAll("\\e\\[[0-9;]*m", "")
          .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
  }
}
