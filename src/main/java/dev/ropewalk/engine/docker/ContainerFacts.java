package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an inspected container. */
final class ContainerFacts {
  private ContainerFacts() {}

  static Container read(Fields container) {
    Fields network = container.child("NetworkSettings");
    return new Container(
        container.text("Id"),
        name(container.text("Name")),
        container.child("Config").text("Image"),
        container.text("Image"),
        container.moment("Created").orElse(Instant.EPOCH),
        status(container.child("State")),
        container.integer("RestartCount"),
        config(container.child("Config")),
        HostFacts.read(container.child("HostConfig")),
        PortFacts.inMap(network, "Ports"),
        mounts(container),
        attachments(network));
  }

  /** A container's name without the slash that the engine puts before it. */
  static String name(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static Container.Status status(Fields state) {
    return new Container.Status(
        ContainerState.parse(state.text("Status")),
        state.integer("ExitCode"),
        state.flag("OOMKilled"),
        state.text("Error"),
        state.integer("Pid"),
        state.moment("StartedAt"),
        state.moment("FinishedAt"),
        Optional.of(state.child("Health").text("Status"))
            .filter(health -> !health.isEmpty() && !health.equals("none")));
  }

  private static Container.Config config(Fields config) {
    return new Container.Config(
        config.texts("Cmd"),
        config.texts("Entrypoint"),
        config.text("User"),
        config.text("WorkingDir"),
        config.assignments("Env"),
        config.map("Labels"),
        config.text("Hostname"),
        config.flag("Tty"),
        config.flag("OpenStdin"),
        config.flag("AttachStdout"));
  }

  /**
   * What is mounted, in an inspected container and in one of a list, by its places: the engine
   * tells it in another order each time.
   */
  static List<Container.Mount> mounts(Fields container) {
    return container.children("Mounts").stream()
        .map(
            mount ->
                new Container.Mount(
                    mount.text("Type"),
                    mount.text("Type").equals("volume") ? mount.text("Name") : mount.text("Source"),
                    mount.text("Destination"),
                    !mount.flag("RW")))
        .sorted(Comparator.comparing(Container.Mount::target))
        .toList();
  }

  private static Map<String, Container.Attachment> attachments(Fields network) {
    Map<String, Container.Attachment> attachments = new HashMap<>();
    for (String name : network.keys("Networks")) {
      Fields attachment = network.child("Networks").child(name);
      attachments.put(
          name,
          new Container.Attachment(
              attachment.text("NetworkID"),
              attachment.text("IPAddress"),
              attachment.texts("Aliases")));
    }
    return attachments;
  }
}
