package dev.ropewalk.session;

import dev.ropewalk.check.value.Variables;
import java.util.Set;
import java.util.stream.Collectors;

/** The names and words that the open step's checks look for in what docker shows. */
public final class LookedFor {
  private LookedFor() {}

  /** Those of them whose variables have values; none where no step is open. */
  public static Set<String> in(State state) {
    return state.step().stream()
        .flatMap(step -> step.checks().stream())
        .flatMap(check -> check.looksFor().stream())
        .map(state.standing().variables()::fill)
        .filter(word -> Variables.used(word).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
