package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations;
import dev.ropewalk.command.Creations.Asked;
import dev.ropewalk.command.Creations.Reach;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose an object is that was created while a line of the learner ran. */
final class ProvenanceTest {
  private static final String UNNAMED = "ab".repeat(32);

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

  private static List<String> strangers(Creations asked, EngineEvent... births) {
    return new Provenance(World.EMPTY, List.of(births), asked)
        .strangers().stream().map(EngineEvent::id).toList();
  }

  private static Creations containers(Asked... asked) {
    return new Creations(List.of(asked), List.of(), List.of(), Reach.KNOWN);
  }

  private static Asked named(String name, String image) {
    return new Asked(Optional.of(name), image);
  }

  private static Asked unnamed(String image) {
    return new Asked(Optional.empty(), image);
  }

  @Test
  void a_container_of_another_name_is_somebody_elses() {
    assertThat(
            strangers(
                containers(named("web", "nginx")),
                container("theirs", "nginx"),
                container("web", "nginx")))
        .containsExactly("id-theirs");
  }

  @Test
  void a_container_without_a_name_is_known_by_its_image() {
    assertThat(
            strangers(
                containers(unnamed("redis:latest")),
                container("theirs", "nginx"),
                container("proud_bell", "redis")))
        .containsExactly("id-theirs");
  }

  @Test
  void of_two_alike_the_first_is_the_lines_own() {
    assertThat(
            strangers(
                containers(unnamed("redis")), container("first", "redis"), container("2", "redis")))
        .containsExactly("id-2");
  }

  @Test
  void the_one_that_is_named_does_not_take_the_place_of_the_one_that_is_not() {
    assertThat(
            strangers(
                containers(unnamed("redis"), named("a", "redis")),
                container("a", "redis"),
                container("calm_sea", "redis")))
        .isEmpty();
  }

  @Test
  void networks_and_volumes_are_known_by_their_names() {
    Creations asked = new Creations(List.of(), List.of("shop"), List.of("data"), Reach.KNOWN);

    assertThat(strangers(asked, network("shop"), network("n"), volume("data"), volume("v")))
        .containsExactly("id-n", "v");
  }

  @Test
  void a_volume_without_a_name_comes_with_a_container_of_the_line() {
    assertThat(strangers(containers(unnamed("redis")), volume(UNNAMED), container("a", "redis")))
        .isEmpty();
    assertThat(strangers(containers(), volume(UNNAMED))).containsExactly(UNNAMED);
  }

  @Test
  void a_volume_without_a_name_is_nobodys_where_a_stranger_was_at_work() {
    assertThat(
            strangers(
                containers(unnamed("redis")),
                volume(UNNAMED),
                container("a", "redis"),
                container("theirs", "postgres")))
        .containsExactly("id-theirs", UNNAMED);
  }

  @Test
  void where_the_words_do_not_tell_everything_all_is_the_lines_own() {
    assertThat(strangers(Creations.UNKNOWN, container("web", "nginx"), volume("v"))).isEmpty();
  }
}
