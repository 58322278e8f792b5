package dev.ropewalk.check.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * With what line each container should have been made, as it was told while it was there: of one
 * that was removed since, nobody can see any more what was right in it. Safe for use by several
 * threads.
 */
public final class FormerLines {
  private static final int MOST = 200;

  private record Former(Instant stepOpened, RunLine line) {}

  private final Map<String, Former> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Former> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param id of the container
   * @param stepOpened the step whose checks have told it
   */
  synchronized void keep(String id, Instant stepOpened, RunLine line) {
    byId.put(id, new Former(stepOpened, line));
  }

  /** The line of a container; empty where that step has not seen it. */
  synchronized Optional<RunLine> of(String id, Instant stepOpened) {
    return Optional.ofNullable(byId.get(id))
        .filter(former -> former.stepOpened().equals(stepOpened))
        .map(Former::line);
  }
}
