package dev.ropewalk.terminal;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Engines for drawing tests, put together word by word. Not for several threads. */
final class Worlds {
  private final List<ContainerSummary> containers = new ArrayList<>();
  private final List<ImageSummary> images = new ArrayList<>();
  private final List<NetworkSummary> networks = new ArrayList<>();
  private final List<VolumeSummary> volumes = new ArrayList<>();

  /** Two containers on one network of their own, one on the bridge, and what they need. */
  static Worlds workshop() {
    return new Worlds()
        .running("c1", "redistest", "redis", List.of("bridge"), both(12345, 6379))
        .exited("c2", "redistest3", 0)
        .running("c3", "app", "shop/app:1.4", List.of("shop", "bridge"), both(8080, 80))
        .running("c4", "db", "redis:7", List.of("shop"), new Port(6379, "tcp", 0, ""))
        .exited("c5", "hog", 137)
        .image("i1", 22_700_000, "redis:latest", "redis:7")
        .image("i2", 124_000_000, "debian:latest")
        .image("i3", 10_100, "shop/app:1.4")
        .network("n1", "bridge", "bridge")
        .network("n2", "host", "host")
        .network("n3", "none", "null")
        .network("n4", "shop", "bridge")
        .volume("data");
  }

  static Port[] both(int host, int container) {
    return new Port[] {
      new Port(container, "tcp", host, "0.0.0.0"), new Port(container, "tcp", host, "::")
    };
  }

  Worlds running(String id, String name, String image, List<String> networks, Port... ports) {
    return container(
        id, name, image, ContainerState.RUNNING, OptionalInt.empty(), networks, List.of(ports));
  }

  Worlds exited(String id, String name, int code) {
    return container(
        id,
        name,
        "redis",
        ContainerState.EXITED,
        OptionalInt.of(code),
        List.of("bridge"),
        List.of());
  }

  Worlds container(
      String id,
      String name,
      String image,
      ContainerState state,
      OptionalInt code,
      List<String> networks,
      List<Port> ports) {
    containers.removeIf(container -> container.id().equals(id));
    containers.add(
        new ContainerSummary(
            id,
            name,
            image,
            "sha256:1",
            Instant.EPOCH.plusSeconds(containers.size()),
            state,
            code,
            ports,
            networks,
            Map.of()));
    return this;
  }

  Worlds image(String id, long size, String... tags) {
    String digits = (id + "0".repeat(64)).substring(0, 64).replace('i', 'a');
    images.removeIf(image -> image.id().endsWith(digits));
    images.add(new ImageSummary("sha256:" + digits, List.of(tags), size));
    return this;
  }

  Worlds network(String id, String name, String driver) {
    networks.add(new NetworkSummary(id, name, driver));
    return this;
  }

  Worlds volume(String name) {
    volumes.add(new VolumeSummary(name, "local", Instant.EPOCH));
    return this;
  }

  Worlds without(String id) {
    containers.removeIf(container -> container.id().equals(id));
    networks.removeIf(network -> network.id().equals(id));
    volumes.removeIf(volume -> volume.name().equals(id));
    return this;
  }

  World world() {
    return new World(containers, images, networks, volumes);
  }
}
