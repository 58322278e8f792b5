package dev.ropewalk.play;

import dev.ropewalk.meeting.ShellReport;
import dev.ropewalk.session.Input;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The learner's own shells beside a course: what they report becomes the session's input. Each has
 * a lane of its own at the recorder, so that they are told apart.
 */
public final class OwnShells implements Consumer<ShellReport> {
  private final RecordedLines lines;
  private final Consumer<Input> offer;
  private final IntConsumer changed;
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> recorded = ConcurrentHashMap.newKeySet();
  private final Set<String> present = new HashSet<>();
  private final Map<String, Integer> counted = new HashMap<>();

  /**
   * @param offer takes what comes of the reports
   * @param changed is told how many shells take part whenever that changes
   */
  public OwnShells(RecordedLines lines, Consumer<Input> offer, IntConsumer changed) {
    this.lines = lines;
    this.offer = offer;
    this.changed = changed;
  }

  /** A name for one more shell. For any thread. */
  public String name() {
    return "shell-" + number.incrementAndGet();
  }

  /**
   * The value of {@code DOCKER_HOST} that leads a shell through the recorder; empty text where
   * nothing is recorded. For any thread; waits until the recorder has started.
   */
  public String lane(String shell) throws InterruptedException {
    var lane = lines.shell(shell);
    lane.ifPresent(_ -> recorded.add(shell));
    return lane.map(it -> it.address()).orElse("");
  }

  /** A shell has told something. Called by one thread. */
  @Override
  public void accept(ShellReport report) {
    switch (report) {
      case ShellReport.Joined(var shell, _) -> {
        present.add(shell);
        changed.accept(present.size());
        offer.accept(new Input.JoinedElsewhere(shell));
      }
      case ShellReport.Began(var shell, var line) -> {
        lines.begins();
        offer.accept(new Input.BeganElsewhere(shell, line));
      }
      case ShellReport.Ended(var shell, var line, var exitCode, var pipe, var directory) ->
          offer.accept(
              new Input.RanElsewhere(
                  shell, line, requests(shell), exitCode, pipe, path(directory)));
      case ShellReport.Left(var shell) -> {
        present.remove(shell);
        changed.accept(present.size());
        offer.accept(new Input.LeftElsewhere(shell));
      }
    }
  }

  /** Those since the line before: all is on record before a client has its last byte. */
  private OptionalInt requests(String shell) {
    if (!recorded.contains(shell)) {
      return OptionalInt.empty();
    }
    int now = lines.requests(shell);
    Integer before = counted.put(shell, now);
    return OptionalInt.of(now - (before == null ? 0 : before));
  }

  private static Path path(String directory) {
    try {
      return Path.of(directory);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }
}
