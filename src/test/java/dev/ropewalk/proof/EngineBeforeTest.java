package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How an engine is put back to what it was, and what is missed there. */
final class EngineBeforeTest {
  private static final ImageSummary REDIS =
      new ImageSummary("sha256:r", List.of("redis:latest"), 1);
  private static final ImageSummary BUSYBOX =
      new ImageSummary("sha256:b", List.of("busybox:latest"), 1);
  private static final ContainerSummary NEIGHBOUR =
      container("c1", "neighbour", ContainerState.CREATED);
  private static final ContainerSummary BOX = container("c2", "box", ContainerState.RUNNING);
  private static final World DOOR =
      world(List.of(NEIGHBOUR), List.of(REDIS, BUSYBOX), List.of("bridge"), List.of("data"));

  private final EngineBefore before = new EngineBefore(DOOR);

  private static World world(
      List<ContainerSummary> containers,
      List<ImageSummary> images,
      List<String> networks,
      List<String> volumes) {
    return new World(
        containers,
        images,
        networks.stream().map(name -> new NetworkSummary("n-" + name, name, "bridge")).toList(),
        volumes.stream().map(name -> new VolumeSummary(name, "local", Instant.EPOCH)).toList());
  }

  private static ContainerSummary container(String id, String name, ContainerState state) {
    return new ContainerSummary(
        id,
        name,
        "busybox",
        "sha256:b",
        Instant.EPOCH,
        state,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        Map.of());
  }

  @Test
  void nothing_is_done_where_nothing_has_come() {
    assertThat(before.puttingBack(DOOR)).isEmpty();
    assertThat(before.isAgain(DOOR)).isTrue();
  }

  @Test
  void what_has_come_goes_whoever_it_belongs_to() {
    World now =
        world(
            List.of(NEIGHBOUR, BOX),
            List.of(REDIS, BUSYBOX),
            List.of("bridge", "shop"),
            List.of("data", "more"));

    assertThat(before.isAgain(now)).isFalse();
    assertThat(before.puttingBack(now))
        .containsExactly(
            "docker rm -fv c2", "docker network rm n-shop", "docker volume rm -f more");
  }

  @Test
  void names_of_images_go_back_to_where_they_were() {
    World now =
        world(
            DOOR.containers(),
            List.of(
                new ImageSummary("sha256:r", List.of(), 1),
                new ImageSummary("sha256:b", List.of("busybox:latest", "redis:latest", "x:1"), 1),
                new ImageSummary("sha256:n", List.of(), 1)),
            List.of("bridge"),
            List.of("data"));

    assertThat(before.isAgain(now)).isFalse();
    assertThat(before.puttingBack(now))
        .containsExactly(
            "docker tag sha256:r redis:latest", "docker rmi x:1", "docker rmi -f sha256:n");
  }

  @Test
  void what_is_gone_for_good_no_command_brings_back() {
    World now = world(List.of(), List.of(REDIS), List.of("bridge"), List.of("data"));

    assertThat(before.puttingBack(now)).isEmpty();
    assertThat(before.isAgain(now)).isFalse();
  }

  @Test
  void missed_is_what_was_there_before_the_lesson_and_still_at_the_moment() {
    World moment =
        world(List.of(NEIGHBOUR, BOX), List.of(REDIS), List.of("bridge"), List.of("data"));
    World since =
        world(
            List.of(container("c1", "neighbour", ContainerState.RUNNING)),
            List.of(new ImageSummary("sha256:r", List.of(), 1)),
            List.of("bridge"),
            List.of());

    assertThat(before.lost(moment, since))
        .containsExactlyInAnyOrder(
            "the container neighbour", "the volume data", "the image redis:latest");
    assertThat(before.lost(moment, moment)).isEmpty();
  }
}
