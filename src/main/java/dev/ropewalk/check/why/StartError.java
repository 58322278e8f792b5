package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kept a container from starting when that was last tried. The engine keeps its words until
 * the next try, also when what they tell is over.
 */
public record StartError(Container container, Scene scene) {
  private static final Pattern OF_PORT =
      Pattern.compile("port is already allocated|address already in use");

  private static final Pattern OF_NETWORK = Pattern.compile("network (\\S+) not found");

  /** Whether there is one, and the container does not run. */
  public boolean isThere() {
    return !container.running() && !container.status().error().isEmpty();
  }

  /** Why it could start now: a sentence; empty where nothing is known to have changed. */
  public Optional<String> isOver() {
    return portsAreFree()
        ? Optional.of("The port is free now.")
        : missingNetwork()
            .filter(
                name ->
                    scene.world().networks().stream().anyMatch(there -> there.name().equals(name)))
            .map("The network `%s` is there now."::formatted);
  }

  private Optional<String> missingNetwork() {
    return OF_NETWORK
        .matcher(container.status().error())
        .results()
        .map(found -> found.group(1))
        .findFirst();
  }

  private boolean portsAreFree() {
    return isOfPort()
        && holder().isEmpty()
        && ports().stream()
            .allMatch(
                port ->
                    scene.probes().knock(scene.info().address(), port, Probes.Protocol.TCP)
                        instanceof Probes.Reply.Refused);
  }

  /** The other container that has one of its ports. */
  public Optional<ContainerSummary> holder() {
    return isOfPort()
        ? scene.world().containers().stream()
            .filter(it -> !it.id().equals(container.id()))
            .filter(it -> it.ports().stream().map(Port::host).anyMatch(ports()::contains))
            .findFirst()
        : Optional.empty();
  }

  /** What to do about a container that has the port. */
  public Optional<Diagnosis> portTaken() {
    return holder()
        .map(
            other ->
                new Diagnosis(
                    Diagnosis.Progress.WRONG_STATE,
                    "`%s` could not start: `%s` has its port."
                        .formatted(container.name(), other.name()),
                    (scene.history().ownership().counts(other)
                            ? "`docker rm -f %s` frees it; then `docker start %s`."
                            : "It was not made in this lesson. If nobody needs it just now, `docker stop %s` frees the port; then `docker start %s`.")
                        .formatted(other.name(), container.name())));
  }

  private boolean isOfPort() {
    return OF_PORT.matcher(container.status().error()).find();
  }

  private List<Integer> ports() {
    return container.host().portBindings().stream()
        .map(Port::host)
        .filter(port -> port != 0)
        .distinct()
        .toList();
  }
}
