package dev.ropewalk.grade;

import dev.ropewalk.grade.submission.SubmissionSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands out submissions in order, each once, and reads some more than are asked for, so that what
 * they need is ready by then. Safe for use by several threads.
 */
final class ReadAhead {
  private final Deque<SubmissionSource> left;
  private final int ahead;
  private final Function<SubmissionSource, SubmissionGrader.Opened> open;
  private final Deque<SubmissionGrader.Opened> opened = new ArrayDeque<>();

  /**
   * @param ahead how many are read before they are asked for
   */
  ReadAhead(
      List<SubmissionSource> sources,
      int ahead,
      Function<SubmissionSource, SubmissionGrader.Opened> open) {
    this.left = new ArrayDeque<>(sources);
    this.ahead = ahead;
    this.open = open;
  }

  /** The next one; empty when all were handed out. */
  synchronized Optional<SubmissionGrader.Opened> next() {
    while (!left.isEmpty() && opened.size() <= ahead) {
      opened.addLast(open.apply(left.removeFirst()));
    }
    return Optional.ofNullable(opened.pollFirst());
  }
}
