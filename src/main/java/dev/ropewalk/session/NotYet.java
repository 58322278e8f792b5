package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line for a look that did not finish the step: what is open still. What to do about it is told
 * with the first hint and after it, or when it is asked for; and at once where looking is what the
 * check asks for, so that the look was a try.
 */
final class NotYet {
  private NotYet() {}

  /**
   * @param verdicts of the open step's checks
   * @return empty where nothing is known to be missing
   */
  static Optional<Message> line(State state, List<Verdict> verdicts) {
    List<Check> checks = state.step().orElseThrow().checks();
    return IntStream.range(0, verdicts.size())
        .boxed()
        .flatMap(
            i ->
                switch (verdicts.get(i)) {
                  case Verdict.Failed failed ->
                      Stream.<Message>of(line(checks.get(i), failed.why(), state.hints() > 0));
                  case Verdict.Errored(var reason) ->
                      Stream.<Message>of(
                          new Message.Aside(Phrases.notJudged(checks.get(i).sentence(), reason)));
                  case Verdict.Passed _, Verdict.Blocked _ -> Stream.<Message>of();
                })
        .findFirst();
  }

  private static Message line(Check check, Diagnosis why, boolean hinted) {
    boolean told = hinted || check.claim().needsLine() || check.claim().question().isPresent();
    return new Message.StillOpen(
        check.sentence(), (why.says() + " " + (told ? why.remedy() : "")).strip());
  }
}
