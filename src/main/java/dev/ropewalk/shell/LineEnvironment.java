package dev.ropewalk.shell;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Variables that are lent to one line of the learner's. Everything that the line starts has them in
 * its environment, background jobs for as long as they live. After the line they are as they were
 * before, unless the line itself has given one another value: that one stays.
 *
 * <p>The learner's own setting goes first. When any of {@link #names} has another value than in the
 * first line that had an environment, even one with nothing to lend, nothing is lent, until it has
 * that value again.
 *
 * @param variables by name
 * @param yieldsTo further variables with which the learner may go another way, such as {@code
 *     DOCKER_CONTEXT} for {@code DOCKER_HOST}
 */
public record LineEnvironment(Map<String, String> variables, Set<String> yieldsTo) {
  /** Nothing is lent. */
  public static final LineEnvironment NONE = new LineEnvironment(Map.of(), Set.of());

  public LineEnvironment {
    variables = Map.copyOf(variables);
    yieldsTo = Set.copyOf(yieldsTo);
    for (var name : names(variables, yieldsTo)) {
      if (!name.matches("[A-Za-z_][A-Za-z_0-9]*")) {
        throw new IllegalArgumentException("`%s` is no name of a variable".formatted(name));
      }
    }
  }

  /** Of all variables that the learner must not have changed, in order. */
  Set<String> names() {
    return names(variables, yieldsTo);
  }

  private static Set<String> names(Map<String, String> variables, Set<String> yieldsTo) {
    var names = new TreeSet<>(variables.keySet());
    names.addAll(yieldsTo);
    return names;
  }
}
