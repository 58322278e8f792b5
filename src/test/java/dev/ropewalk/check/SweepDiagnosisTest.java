package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read after a command that removes all of a kind, or less than it was to remove. */
final class SweepDiagnosisTest {
  private static final String NAMELESS = "8c".repeat(32);

  private static Bench withNetwork() {
    return new Bench()
        .has(new Network("n1", "shop", "bridge", false, List.of(), List.of(), Map.of()));
  }

  private static String told(Bench bench, String check) {
    return ToldVerdict.of(bench.judge(check));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker network prune | `-f` (`--force`) is that yes",
        "docker network prune --filter label=a | `-f` (`--force`) is that yes",
        "docker network prune -f --filter label=a | took only what fits `--filter label=a`",
        "docker network prune -f | takes only networks that no container is in",
        "docker system prune -f | `docker system prune` takes only networks",
      })
  void why_something_is_still_there(String line, String says) {
    assertThat(told(withNetwork().ran(line, 0), "network: shop\nexpect: absent"))
        .contains("The network `shop` is still there.", says);
  }

  @Test
  void an_older_prune_and_one_of_another_kind_tell_nothing() {
    Bench other = withNetwork().ran("docker container prune", 0);
    Bench older = withNetwork().ran("docker network prune", 0).ran("docker network ls", 0);

    assertThat(told(other, "network: shop\nexpect: absent")).doesNotContain("prune");
    assertThat(told(older, "network: shop\nexpect: absent")).doesNotContain("prune");
  }

  @Test
  void what_a_prune_without_a_filter_has_taken_along() {
    Bench bench =
        new Bench()
            .has(new SampleContainer("box").exited(0))
            .lost("box")
            .ran("docker container prune -f", 0);

    assertThat(told(bench, "container: box\nexpect: {state: exited}"))
        .contains("`docker container prune` without `--filter` takes all containers that have");
  }

  @Test
  void how_many_are_left_is_told_with_why() {
    Bench bench =
        new Bench()
            .has(new SampleContainer("box").label("a", "b").exited(0))
            .ran("docker container prune --filter label=a", 0);

    assertThat(told(bench, "container: {label: a=b, state: exited}\nexpect: {count: 0}"))
        .contains("`box`", "`--force`");
  }

  @Test
  void what_is_missing_of_several_comes_back_by_beginning_again() {
    Bench bench =
        new Bench()
            .has(new SampleContainer("box").label("a", "b").exited(0))
            .has(new SampleContainer("worker").label("a", "b"))
            .lost("box")
            .ran("docker rm box worker", 1);

    assertThat(told(bench, "container: {label: a=b, state: exited}\nexpect: {count: 1}"))
        .contains(Diagnosis.BEGIN_AGAIN)
        .doesNotContain("docker rm -f worker", "docker stop");
  }

  @Test
  void a_volume_without_a_name_stays_without_the_flag() {
    Bench bench =
        new Bench().has(new Volume(NAMELESS, "local", "/x", Map.of())).ran("docker rm box", 0);

    assertThat(told(bench, "volume: %s\nexpect: absent".formatted(NAMELESS)))
        .contains("`-v` (`--volumes`)");
  }

  @Test
  void an_image_that_is_known_by_its_id_and_gone_is_not_to_be_named() {
    String id = "sha256:" + "ab".repeat(32);
    Bench bench = new Bench().ran("docker build -t draft .", 0);

    assertThat(told(bench, "image: '%s'\nexpect: {tags: []}".formatted(id)))
        .contains("`abababababab`", "is gone", Diagnosis.BEGIN_AGAIN)
        .doesNotContain("-t sha256");
  }

  @Test
  void what_was_built_under_the_right_name_and_removed_is_said_to_be_gone() {
    Bench bench =
        new Bench()
            .ran("docker build -t draft .", 0)
            .happenedToImage("tag", "draft")
            .ran("docker rmi draft", 0);

    assertThat(told(bench, "image: draft\nexpect: exists"))
        .contains("There is no image `draft` on this engine any more.")
        .doesNotContain("You built");
  }

  @Test
  void an_image_that_has_lost_the_name_and_keeps_another_gets_it_back() {
    Bench bench = new Bench().ran("docker rmi draft", 0);
    bench.engine.withImage("draft2:latest");
    String id = bench.engine.world().images().getFirst().id();
    bench.happenedToImage("tag", id, "draft:latest");

    assertThat(told(bench, "image: draft\nexpect: exists"))
        .contains("`docker tag draft2 draft` gives it that name again.");
  }

  @Test
  void the_right_container_of_another_image_is_told_by_its_image() {
    Bench bench =
        new Bench()
            .ran("docker run --rm --name once redis date", 0)
            .has(new SampleContainer("once").exited(0))
            .lost("once");

    assertThat(told(bench, "events: {happened: {action: create, name: once, image: busybox}}"))
        .contains("`once` was made from the image `redis`, but this step asks for `busybox`");
  }
}
