package dev.ropewalk.check.plan;

import dev.ropewalk.check.History;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the last run of a container ended.
 *
 * @param exitCode of its last run, if it has ended
 * @param byItself whether it ended and nobody stopped it, so that it would end again when it is
 *     started again
 */
record LastRun(boolean hasEnded, int exitCode, boolean byItself) {
  static final int KILLED = 137;
  private static final int TERMINATED = 143;
  private static final int INTERRUPTED = 130;

  private static final Set<Integer> OF_SIGNALS = Set.of(INTERRUPTED, KILLED, TERMINATED);

  /** By whether the program listens to the signal. */
  private static final Set<Integer> OF_STOP = Set.of(0, TERMINATED);

  static LastRun of(Container container, History history) {
    ContainerState state = container.status().state();
    boolean ended = state == ContainerState.EXITED || state == ContainerState.DEAD;
    int code = container.status().exitCode();
    List<String> seen = seen(container, history);
    boolean byItself =
        seen.containsAll(List.of("start", "die"))
            ? !seen.contains("kill")
            // Nothing is known of its end but the exit code.
            : code != 0
                && !OF_SIGNALS.contains(code)
                // Where it could not be started, the code is of that.
                && container.status().error().isEmpty();
    return new LastRun(ended, code, ended && byItself);
  }

  private static List<String> seen(Container container, History history) {
    List<String> actions = new ArrayList<>();
    for (EngineEvent.ToContainer event : history.allContainerEvents()) {
      if (event.id().equals(container.id())) {
        if (event.action().equals("start")) {
          actions.clear();
        }
        actions.add(event.action());
      }
    }
    return actions;
  }

  /** Whether docker's commands can bring about another exit code, or have it already. */
  boolean canEndWith(int wanted) {
    return !hasEnded
        || wanted == exitCode
        || wanted == KILLED
        || (OF_SIGNALS.contains(exitCode) && OF_STOP.contains(wanted));
  }
}
