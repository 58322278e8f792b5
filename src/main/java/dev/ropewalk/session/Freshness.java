package dev.ropewalk.session;

import dev.ropewalk.check.History;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.command.ShownOnly;
import dev.ropewalk.engine.Exchange;
import java.util.List;
import java.util.Set;

/**
 * How much is asked for anew of what no event tells: what is inside containers, and which images
 * there are.
 */
public enum Freshness {
  /** All of it. To look into a container takes as long as {@code docker exec}. */
  ANEW,
  /**
   * Nothing that was seen before; after a line that can have changed nothing of it. No step ends by
   * what is remembered of the inside of a container, and that is looked at anew once the prompt is
   * there.
   */
  REMEMBERED;

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** For a look, after which something is to be done. */
  static Freshness of(Phase.Then then, State state) {
    return then instanceof Phase.Then.Judge(var asked, _) ? of(asked, state) : ANEW;
  }

  /** For a round of judging, by what it is asked for. */
  static Freshness of(Phase.Asked asked, State state) {
    return asked.afterLine() ? after(Evidence.history(state.standing())) : ANEW;
  }

  /** After the learner's newest line. */
  private static Freshness after(History history) {
    List<LearnerAct> acts = history.acts();
    return !acts.isEmpty()
            && acts.getLast() instanceof LearnerAct.Line line
            && changesNothing(line, history)
        ? REMEMBERED
        : ANEW;
  }

  /** A line that no recorder has seen may have done anything. */
  private static boolean changesNothing(LearnerAct.Line line, History history) {
    return line.requests().isPresent()
        && (line.requests().getAsInt() == 0 || onlyReads(line, history.requests()))
        && ShownOnly.is(line.line(), line.ran());
  }

  private static boolean onlyReads(LearnerAct.Line line, List<Exchange> requests) {
    return !line.lane().isEmpty()
        && requests.stream()
            .filter(request -> request.lane().equals(line.lane()))
            .allMatch(request -> READING.contains(request.method()));
  }
}
