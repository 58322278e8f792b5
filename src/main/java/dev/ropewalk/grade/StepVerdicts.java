package dev.ropewalk.grade;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.session.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The verdicts that the steps of a lesson got in a replay: of one that is done those with which it
 * was, of another one the newest. For one thread.
 */
final class StepVerdicts {
  private final Map<StepId, List<Verdict>> ends = new HashMap<>();
  private List<Verdict> newest = List.of();
  private Optional<Nearest> nearest = Optional.empty();

  /**
   * When most of an open step held.
   *
   * @param passed how many of its checks
   * @param says what was missing then
   */
  private record Nearest(String line, long passed, String says) {}

  /**
   * Takes what was said after a line.
   *
   * @param line as it is told to people
   * @param skipped the steps that ropewalk has done
   */
  void hear(List<Message> said, String line, Set<StepId> skipped) {
    for (Message message : said) {
      if (message instanceof Message.Verdicts(var all, _)) {
        newest = all.stream().map(Message.Verdicts.Line::verdict).toList();
        compare(line);
      } else if (message instanceof Message.StepDone(var step, _, _)
          && !skipped.contains(step.id())) {
        ends.put(step.id(), newest);
        newest = List.of();
        nearest = Optional.empty();
      }
    }
  }

  private void compare(String line) {
    long passed = passed();
    if (passed >= nearest.map(Nearest::passed).orElse(1L)) {
      nearest =
          newest.stream()
              .filter(Verdict.Failed.class::isInstance)
              .map(verdict -> ((Verdict.Failed) verdict).why().says())
              .findFirst()
              .map(says -> new Nearest(line, passed, says));
    }
  }

  private long passed() {
    return newest.stream().filter(Verdict.Passed.class::isInstance).count();
  }

  /**
   * An open step is left as it is. Where later lines have taken back what was right, a sentence
   * tells when most of it was, and what was missing then.
   */
  Optional<String> leave(StepId step) {
    Optional<String> told =
        nearest
            .filter(it -> it.passed() > passed())
            .map(
                it ->
                    "The step `%s` was nearest to its end after `%s`. %s"
                        .formatted(step.slug(), it.line(), it.says()));
    ends.put(step, newest);
    nearest = Optional.empty();
    return told;
  }

  Map<StepId, List<Verdict>> all() {
    return Map.copyOf(ends);
  }
}
