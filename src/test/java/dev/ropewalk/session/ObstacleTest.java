package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObstacleTest {
  private static final List<String> COMPOSE = List.of("docker compose", "docker-compose");
  private static final Needs NEEDS =
      new Needs(List.of(), Needs.Free.NOTHING, List.of(COMPOSE), true, "");

  @Test
  void one_of_several_commands_is_enough_and_an_engine_of_its_own_is_no_obstacle() {
    assertThat(obstacles(new MachineFacts(Set.of(), Set.of("docker compose"), true))).isEmpty();
  }

  @Test
  void all_commands_that_would_do_are_named_when_none_is_there() {
    assertThat(obstacles(new MachineFacts(Set.of(), Set.copyOf(COMPOSE), true)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.says())
                  .isEqualTo("This machine has no `docker compose` and no `docker-compose`.");
              assertThat(it.remedy())
                  .startsWith("One of them is enough: install it (the package is ")
                  .contains("`docker-compose-plugin`", "`docker-compose-v2`", "`docker-compose`")
                  .endsWith(
                      " and type `:check`, or leave this lesson: `:next` opens the next one.");
            });
  }

  @Test
  void of_a_command_that_has_no_other_name_no_package_is_told() {
    Needs needs = new Needs(List.of(), Needs.Free.NOTHING, List.of(List.of("jq")), false, "");

    assertThat(
            Obstacle.of(
                needs, SampleWorld.REDIS_ONLY, new MachineFacts(Set.of(), Set.of("jq"), false)))
        .containsExactly(
            new Obstacle(
                "This machine has no `jq`.",
                "Install it and type `:check`, or leave this lesson: `:next` opens the next one."));
  }

  @Test
  void what_could_harm_other_containers_is_not_shown_on_the_learners_engine() {
    assertThat(obstacles(MachineFacts.USUAL))
        .singleElement()
        .extracting(Obstacle::remedy)
        .asString()
        .contains("ropewalk learn --private");
  }

  @Test
  void a_volume_a_network_and_an_image_by_a_name_that_must_be_free_are_in_the_way() {
    Needs needs =
        new Needs(
            List.of(),
            new Needs.Free(
                List.of(),
                List.of(),
                List.of("data", "other"),
                List.of("shop"),
                List.of("redis", "tool:1")),
            List.of(),
            false,
            "");
    World world =
        new World(
            List.of(),
            SampleWorld.REDIS_ONLY.images(),
            List.of(new World.NetworkSummary("n1", "shop", "bridge")),
            List.of(new World.VolumeSummary("data", "local", Instant.EPOCH)));

    assertThat(Obstacle.of(needs, world, MachineFacts.USUAL))
        .extracting(Obstacle::says)
        .containsExactly(
            "The name `data` is taken by a volume that was there before.",
            "The name `shop` is taken by a network that was there before.",
            "The name `redis` is taken by an image that was there before.");
  }

  private static List<Obstacle> obstacles(MachineFacts site) {
    return Obstacle.of(NEEDS, SampleWorld.REDIS_ONLY, site);
  }
}
