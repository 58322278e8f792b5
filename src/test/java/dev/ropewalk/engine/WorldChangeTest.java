package dev.ropewalk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorldChangeTest {
  private static final Port IPV4 = new Port(6379, "tcp", 12345, "0.0.0.0");
  private static final Port IPV6 = new Port(6379, "tcp", 12345, "::");

  @Test
  void the_same_world_has_no_changes() {
    World world = containers(running("a", "redis"));

    assertThat(WorldChange.between(world, world)).isEmpty();
  }

  @Test
  void a_restarted_container_in_the_same_state_is_no_change() {
    World before = containers(with(running("a", "redis"), List.of(IPV4, IPV6)));
    World after = containers(with(running("a", "redis"), List.of(IPV6, IPV4)));

    assertThat(WorldChange.between(before, after)).isEmpty();
  }

  @Test
  void a_container_whose_image_lost_its_tag_is_no_change() {
    World before = containers(running("a", "app"));
    ContainerSummary was = before.containers().getFirst();
    ContainerSummary now =
        new ContainerSummary(
            was.id(),
            was.name(),
            "sha256:0123",
            was.imageId(),
            was.created(),
            was.state(),
            was.exitCode(),
            was.ports(),
            was.networks(),
            was.labels());

    assertThat(WorldChange.between(before, containers(now))).isEmpty();
  }

  @Test
  void a_stopped_container_is_altered() {
    ContainerSummary was = running("a", "redis");
    ContainerSummary now = exited("a", 137);

    assertThat(WorldChange.between(containers(was), containers(now)))
        .containsExactly(new WorldChange.OfContainer(new Change.Altered<>(was, now)));
  }

  @Test
  void another_exit_code_is_a_change_though_the_state_is_the_same() {
    assertThat(WorldChange.between(containers(exited("a", 0)), containers(exited("a", 1))))
        .hasSize(1);
  }

  @Test
  void a_container_made_anew_under_its_old_name_is_gone_and_new() {
    ContainerSummary was = running("a", "redis");
    ContainerSummary now = renamed(running("b", "redis"), was.name());

    assertThat(WorldChange.between(containers(was), containers(now)))
        .containsExactly(
            new WorldChange.OfContainer(new Change.Removed<>(was)),
            new WorldChange.OfContainer(new Change.Added<>(now)));
  }

  @Test
  void a_renamed_container_is_altered() {
    ContainerSummary was = running("a", "redis");
    ContainerSummary now = renamed(was, "other");

    assertThat(WorldChange.between(containers(was), containers(now)))
        .containsExactly(new WorldChange.OfContainer(new Change.Altered<>(was, now)));
  }

  @Test
  void a_tag_that_moves_alters_the_old_image_and_adds_the_new_one() {
    ImageSummary old = new ImageSummary("sha256:1", List.of("app:latest"), 10);
    ImageSummary dangling = new ImageSummary("sha256:1", List.of(), 10);
    ImageSummary built = new ImageSummary("sha256:2", List.of("app:latest"), 11);

    assertThat(WorldChange.between(images(old), images(dangling, built)))
        .containsExactly(
            new WorldChange.OfImage(new Change.Altered<>(old, dangling)),
            new WorldChange.OfImage(new Change.Added<>(built)));
  }

  @Test
  void kinds_come_in_order_and_what_is_gone_comes_first() {
    ContainerSummary gone = running("a", "redis");
    ContainerSummary added = running("b", "redis");
    ImageSummary image = new ImageSummary("sha256:1", List.of("redis:latest"), 10);
    NetworkSummary network = new NetworkSummary("n", "shop", "bridge");
    VolumeSummary volume = new VolumeSummary("data", "local", Instant.EPOCH);
    World before = new World(List.of(gone), List.of(), List.of(), List.of(volume));
    World after = new World(List.of(added), List.of(image), List.of(network), List.of());

    assertThat(WorldChange.between(before, after))
        .containsExactly(
            new WorldChange.OfContainer(new Change.Removed<>(gone)),
            new WorldChange.OfContainer(new Change.Added<>(added)),
            new WorldChange.OfImage(new Change.Added<>(image)),
            new WorldChange.OfNetwork(new Change.Added<>(network)),
            new WorldChange.OfVolume(new Change.Removed<>(volume)));
  }

  private static World containers(ContainerSummary... containers) {
    return new World(List.of(containers), List.of(), List.of(), List.of());
  }

  private static World images(ImageSummary... images) {
    return new World(List.of(), List.of(images), List.of(), List.of());
  }

  private static ContainerSummary running(String id, String image) {
    return summary(id, "name-" + id, image, ContainerState.RUNNING, OptionalInt.empty(), List.of());
  }

  private static ContainerSummary exited(String id, int code) {
    return summary(
        id, "name-" + id, "redis", ContainerState.EXITED, OptionalInt.of(code), List.of());
  }

  private static ContainerSummary renamed(ContainerSummary was, String name) {
    return summary(was.id(), name, was.image(), was.state(), was.exitCode(), was.ports());
  }

  private static ContainerSummary with(ContainerSummary was, List<Port> ports) {
    return summary(was.id(), was.name(), was.image(), was.state(), was.exitCode(), ports);
  }

  private static ContainerSummary summary(
      String id,
      String name,
      String image,
      ContainerState state,
      OptionalInt exitCode,
      List<Port> ports) {
    return new ContainerSummary(
        id,
        name,
        image,
        "sha256:1",
        Instant.EPOCH,
        state,
        exitCode,
        ports,
        List.of("bridge"),
        Map.of());
  }
}
