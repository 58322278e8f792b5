package dev.ropewalk.recorder;

import dev.ropewalk.engine.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was made ready to run in containers, by its id: a client names it by that alone afterwards.
 * The last thousand are remembered. Safe for use by several threads.
 */
final class Execs {
  private static final int MOST = 1000;

  private final Map<String, Outcome.ExecCreated> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome.ExecCreated> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(Outcome.ExecCreated exec) {
    known.put(exec.id(), exec);
  }

  /** With an empty container and no command where nothing is known of it. */
  synchronized Outcome.ExecCreated get(String id) {
    return known.getOrDefault(id, new Outcome.ExecCreated(id, "", List.of()));
  }
}
