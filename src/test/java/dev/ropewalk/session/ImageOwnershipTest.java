package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ImageSummary;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a lesson may remove of the images that it named. */
final class ImageOwnershipTest {
  private final Set<EngineEvent> owned = new HashSet<>();

  private static World world(ImageSummary... images) {
    return new World(List.of(), Arrays.asList(images), List.of(), List.of());
  }

  private static ImageSummary image(String id, String... names) {
    return new ImageSummary(id, Arrays.asList(names), 7);
  }

  /** A line of the lesson names an image. */
  private void named(World before, String id, String name, ImageOwnership.Source source) {
    EngineEvent.ToImage tag =
        new EngineEvent.ToImage(
            Instant.parse("2030-01-01T00:00:00Z"), "tag", id, name, Map.of("name", name));
    ImageOwnership images = new ImageOwnership(Inventory.of(before), owned);
    if (images.isBirth(tag, source)) {
      owned.add(images.told(tag, source));
    }
  }

  /** A line of the lesson builds an image. */
  private void built(World before, String id, String name) {
    named(before, id, name, ImageOwnership.Source.MADE);
  }

  private void named(World before, String id, String name) {
    named(before, id, name, ImageOwnership.Source.FOUND);
  }

  private List<String> removals(ImageSummary... now) {
    return Belonging.of(owned, world(now)).stream().map(Belonging::removal).toList();
  }

  @Test
  void an_image_that_the_lesson_has_made_goes_by_each_of_its_names() {
    built(world(image("r", "redis:latest")), "new", "tool:plain");
    named(world(image("r", "redis:latest"), image("new", "tool:plain")), "new", "tool:other");

    assertThat(removals(image("r", "redis:latest"), image("new", "tool:plain", "tool:other")))
        .containsExactly("docker rmi tool:other", "docker rmi tool:plain");
  }

  @Test
  void of_an_image_that_was_there_before_only_the_new_name_goes() {
    named(world(image("r", "redis:latest")), "r", "mine:1");

    List<Belonging> belongings = Belonging.of(owned, world(image("r", "redis:latest", "mine:1")));

    assertThat(belongings)
        .containsExactly(
            new Belonging(Belonging.Kind.NAME, "docker rmi --no-prune mine:1", "mine:1"));
  }

  @Test
  void an_image_that_was_there_before_keeps_its_last_names() {
    named(world(image("r", "redis:latest")), "r", "mine:1");
    named(world(image("r", "redis:latest", "mine:1")), "r", "mine:2");

    assertThat(removals(image("r", "mine:1", "mine:2"))).isEmpty();
  }

  @Test
  void an_image_without_a_name_that_was_there_before_keeps_the_one_it_got() {
    named(world(image("r")), "r", "mine:1");

    assertThat(removals(image("r", "mine:1"))).isEmpty();
  }

  @Test
  void a_name_that_the_image_had_before_is_not_the_lessons_even_when_given_again() {
    named(world(image("old", "tool:plain")), "old", "tool:plain");

    assertThat(owned).isEmpty();
    assertThat(removals(image("old", "tool:plain"))).isEmpty();
  }

  @Test
  void of_a_name_that_somebody_has_given_to_another_image_since_only_ones_own_image_goes() {
    built(world(), "new", "tool:plain");

    assertThat(removals(image("new"), image("theirs", "tool:plain")))
        .containsExactly("docker rmi new");
  }

  @Test
  void a_name_that_was_there_before_stays_with_an_image_of_the_lesson() {
    built(world(image("old", "sketch:1")), "new", "sketch:1");

    assertThat(removals(image("old"), image("new", "sketch:1"))).isEmpty();
    assertThat(
            ImageOwnership.moved(List.copyOf(owned), world(image("old"), image("new", "sketch:1"))))
        .containsExactly(Map.entry("sketch:1", "old"));
  }

  @Test
  void an_image_of_the_lesson_goes_once_the_name_that_it_was_given_has_gone_back() {
    built(world(image("old", "sketch:1")), "new", "sketch:1");

    assertThat(removals(image("old", "sketch:1"), image("new")))
        .containsExactly("docker rmi --no-prune new");
  }

  @Test
  void of_an_image_of_the_lesson_with_a_name_that_was_there_only_the_lessons_name_goes() {
    World before = world(image("old", "sketch:1"));
    built(before, "new", "sketch:1");
    named(world(image("old"), image("new", "sketch:1")), "new", "mine:1");

    assertThat(Belonging.of(owned, world(image("old"), image("new", "sketch:1", "mine:1"))))
        .containsExactly(
            new Belonging(Belonging.Kind.NAME, "docker rmi --no-prune mine:1", "mine:1"));
  }

  @Test
  void a_name_that_was_there_before_and_moved_between_images_that_were_there_is_no_birth() {
    named(world(image("r", "redis:latest"), image("old", "sketch:1")), "r", "sketch:1");

    assertThat(owned).isEmpty();
  }

  @Test
  void an_image_that_somebody_else_has_made_is_not_the_lessons_by_a_name() {
    named(world(), "theirs", "mine:1");

    assertThat(removals(image("theirs", "their:1", "mine:1")))
        .containsExactly("docker rmi --no-prune mine:1");
  }

  @Test
  void an_image_without_a_name_is_not_removed_along_with_one_that_is_based_on_it() {
    built(world(image("old")), "new", "sketch:1");

    assertThat(removals(image("old"), image("new", "sketch:1")))
        .containsExactly("docker rmi --no-prune sketch:1");
  }

  @Test
  void an_image_of_the_lesson_that_was_away_for_a_while_is_still_the_lessons() {
    built(world(), "new", "sketch:1");
    named(world(image("new", "sketch:1")), "new", "sketch:stable");

    assertThat(removals(image("new", "sketch:stable"))).containsExactly("docker rmi sketch:stable");
  }

  @Test
  void an_image_that_a_line_left_without_a_name_goes_and_so_does_a_name_that_it_gets() {
    World before = world(image("r", "redis:latest"), image("old"));
    World after = world(image("r", "redis:latest"), image("old"), image("sha256:new"));
    owned.addAll(
        new ImageOwnership(Inventory.of(before), owned).nameless(after, Instant.EPOCH, Set.of()));

    assertThat(removals(image("old"), image("sha256:new"))).containsExactly("docker rmi new");

    named(after, "sha256:new", "tool:plain");

    assertThat(removals(image("old"), image("sha256:new", "tool:plain")))
        .containsExactly("docker rmi --no-prune tool:plain");
  }

  @Test
  void an_image_that_was_only_pulled_stays() {
    assertThat(removals(image("r", "redis:latest"))).isEmpty();
  }
}
