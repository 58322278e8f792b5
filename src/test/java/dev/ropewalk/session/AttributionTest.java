package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.session.Attribution.Whose;
import dev.ropewalk.session.EngineKnowledge.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose a thing is that appeared on the engine after a line began. */
final class AttributionTest {
  private static EngineEvent container(String name, String image) {
    return new EngineEvent.ToContainer(
        Instant.EPOCH, "create", "id-" + name, name, image, Map.of());
  }

  private static EngineEvent volume(String name) {
    return new EngineEvent.ToVolume(Instant.EPOCH, "create", name, "", Map.of());
  }

  private static EngineEvent network(String name) {
    return new EngineEvent.ToNetwork(Instant.EPOCH, "create", "id-" + name, name, "", Map.of());
  }

  private static EngineEvent tag(String image, String name) {
    return new EngineEvent.ToImage(Instant.EPOCH, "tag", image, name, Map.of());
  }

  private static List<Whose> whose(String line, EngineEvent... births) {
    return whose(Inventory.EMPTY, LineWords.asked(line), Tenancy.SHARED, births);
  }

  private static List<Whose> whose(
      Inventory there, Creations asked, Tenancy tenancy, EngineEvent... births) {
    Attribution attribution = new Attribution(there, List.of(births), asked, tenancy);
    return List.of(births).stream().map(attribution::whose).toList();
  }

  @Test
  void a_container_of_another_name_is_somebody_elses() {
    assertThat(
            whose(
                "docker run --name web nginx",
                container("theirs", "nginx"),
                container("web", "nginx")))
        .containsExactly(Whose.NOT_OURS, Whose.OURS);
  }

  @Test
  void a_container_without_a_name_is_known_by_its_image_and_by_the_kind_of_its_name() {
    assertThat(
            whose(
                "docker run redis:latest",
                container("kind_bell", "nginx"),
                container("theirs", "redis"),
                container("proud_bell", "redis")))
        .containsExactly(Whose.NOT_OURS, Whose.NOT_OURS, Whose.OURS);
  }

  @Test
  void of_two_alike_nobody_knows_whose_they_are() {
    assertThat(whose("docker run redis", container("a_b", "redis"), container("calm_sea", "redis")))
        .containsExactly(Whose.UNKNOWN, Whose.UNKNOWN);
  }

  @Test
  void the_one_that_is_named_does_not_take_the_place_of_the_one_that_is_not() {
    assertThat(
            whose(
                "docker run redis; docker run --name a redis",
                container("a", "redis"),
                container("calm_sea", "redis")))
        .containsExactly(Whose.OURS, Whose.OURS);
  }

  @Test
  void networks_volumes_and_names_of_images_are_known_by_their_names() {
    assertThat(
            whose(
                "docker network create shop; docker run -v data:/d x; docker tag x mine:latest",
                network("shop"),
                network("n"),
                volume("data"),
                volume("v"),
                tag("x", "mine"),
                tag("x", "theirs")))
        .containsExactly(
            Whose.OURS, Whose.NOT_OURS, Whose.OURS, Whose.NOT_OURS, Whose.OURS, Whose.NOT_OURS);
  }

  @Test
  void what_was_there_before_is_not_ours_whoever_asks_for_it() {
    Inventory there = Inventory.EMPTY.with(volume("precious"));

    assertThat(
            whose(
                there,
                LineWords.asked("docker volume create precious").certainly(Set.of("precious")),
                Tenancy.ALONE,
                volume("precious")))
        .containsExactly(Whose.NOT_OURS);
  }

  @Test
  void a_volume_that_was_created_more_often_than_the_line_asked_for_is_nobodys() {
    assertThat(whose("docker volume create d", volume("d"), volume("d")))
        .containsExactly(Whose.UNKNOWN, Whose.UNKNOWN);
    assertThat(whose("docker volume create d; docker run -v d:/d redis", volume("d"), volume("d")))
        .containsExactly(Whose.OURS, Whose.OURS);
  }

  @Test
  void what_a_recorder_has_seen_the_line_create_is_ours_whatever_its_words() {
    Creations asked = LineWords.asked("./up.sh").certainly(Set.of("id-web"));

    assertThat(
            whose(
                Inventory.EMPTY,
                asked,
                Tenancy.SHARED,
                container("web", "nginx"),
                container("theirs", "nginx")))
        .containsExactly(Whose.OURS, Whose.NOT_OURS);
  }

  @Test
  void where_nobody_else_is_all_that_is_created_is_ours() {
    assertThat(whose(Inventory.EMPTY, Creations.NONE, Tenancy.ALONE, container("web", "nginx")))
        .containsExactly(Whose.OURS);
  }
}
