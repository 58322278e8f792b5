package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.ropewalk.scratch.ProcessIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The throw-away containers of ropewalk on an engine: how they are known, and how those are removed
 * whose ropewalk has ended before it could do so.
 */
final class RunRemains {
  /** Its value says whose it is, and how long it may run. */
  static final String LABEL = "dev.ropewalk.run";

  /** Clocks of several machines differ, and a busy engine takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private RunRemains() {}

  /** The label of one that this process runs from now on. */
  static Map<String, String> label(Duration limit) {
    Instant end = Instant.now().plus(limit).plus(PATIENCE);
    return Map.of(LABEL, ProcessIdentity.own().text() + " " + end.getEpochSecond());
  }

  /** Removes one with all it has; where that fails it is left to {@link #sweep}. */
  static void remove(DockerClient calls, String id) {
    try {
      calls.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // Somebody else has swept it away.
    } catch (DockerException e) {
      // The result is what is asked for; what is left is removed at the next start.
    }
  }

  /** Removes those whose process has ended; of another machine's, those whose time is long over. */
  static void sweep(DockerClient calls) {
    calls.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec().stream()
        .map(Fields::of)
        .filter(container -> isLeft(container.map("Labels").getOrDefault(LABEL, "")))
        .forEach(container -> remove(calls, container.text("Id")));
  }

  private static boolean isLeft(String label) {
    String[] parts = label.split(" ", -1);
    boolean over =
        parts.length == 2
            && parts[1].matches("\\d{1,12}")
            && Instant.now().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[1])));
    return over || ProcessIdentity.read(parts[0]).filter(ProcessIdentity::hasEnded).isPresent();
  }
}
