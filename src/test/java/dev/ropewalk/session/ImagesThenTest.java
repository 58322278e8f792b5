package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.journal.Beginning;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A name that has gone to another image is given back, and the image of before is never removed.
 */
final class ImagesThenTest {
  private static final String OLD = id('a');
  private static final String NEW = id('b');
  private static final String OLD_SHORT = "a".repeat(12);
  private static final String NEW_SHORT = "b".repeat(12);
  private static final String OLD_NAMELESS = OLD_SHORT + " (without a name)";

  private static final Set<EngineEvent> OWNED =
      Set.of(
          named(OLD, "draft"),
          named(NEW, "draft"),
          named(NEW, "other"),
          named(OLD, "second"),
          named(OLD, OLD));

  private static String id(char digit) {
    return "sha256:" + String.valueOf(digit).repeat(64);
  }

  private static EngineEvent named(String id, String name) {
    return new EngineEvent.ToImage(Instant.EPOCH, "tag", id, name, Map.of());
  }

  private static ImageSummary image(String id, String... tags) {
    return new ImageSummary(id, Arrays.stream(tags).map(tag -> tag + ":latest").toList(), 1);
  }

  private static World world(ImageSummary... images) {
    return new World(List.of(), List.of(images), List.of(), List.of());
  }

  private static ImagesThen since(World then, World now) {
    Beginning beginning = StageSetting.note(OWNED, then, Input.FilesSeen.NONE);
    return new ImagesThen(beginning, OWNED, now);
  }

  @Test
  void a_build_under_the_same_name_is_taken_back() {
    ImagesThen images = since(world(image(OLD, "draft")), world(image(NEW, "draft"), image(OLD)));

    assertThat(images.canComeBack()).isTrue();
    assertThat(images.lost()).isEmpty();
    assertThat(images.wayBack())
        .containsExactly("docker tag %s draft".formatted(OLD_SHORT), "docker rmi " + NEW_SHORT);
  }

  @Test
  void what_has_a_second_name_besides_loses_that_before_it_goes() {
    ImagesThen images =
        since(world(image(OLD, "draft")), world(image(NEW, "draft", "other"), image(OLD)));

    assertThat(images.wayBack())
        .containsExactly(
            "docker tag %s draft".formatted(OLD_SHORT),
            "docker rmi other",
            "docker rmi " + NEW_SHORT);
  }

  @Test
  void an_image_that_was_removed_is_gone_though_another_one_has_its_name() {
    ImagesThen images = since(world(image(OLD, "draft")), world(image(NEW, "draft")));

    assertThat(images.canComeBack()).isFalse();
    assertThat(images.lost()).containsExactly("The image `draft` is gone: pull or build it.");
    assertThat(images.wayBack()).containsExactly("docker rmi draft");
  }

  @Test
  void a_name_that_was_taken_away_is_given_back_before_a_new_one_goes() {
    ImagesThen images = since(world(image(OLD, "draft")), world(image(OLD, "second")));

    assertThat(images.canComeBack()).isTrue();
    assertThat(images.wayBack())
        .containsExactly("docker tag %s draft".formatted(OLD_SHORT), "docker rmi second");
  }

  @Test
  void names_that_were_exchanged_are_exchanged_again() {
    ImagesThen images =
        since(
            world(image(OLD, "draft"), image(NEW, "other")),
            world(image(NEW, "draft"), image(OLD)));

    assertThat(images.canComeBack()).isTrue();
    assertThat(images.wayBack())
        .containsExactly(
            "docker tag %s draft".formatted(OLD_SHORT), "docker tag %s other".formatted(NEW_SHORT));
  }

  @Test
  void an_image_without_a_name_is_never_removed_by_the_name_that_it_got() {
    ImagesThen images = since(world(image(OLD)), world(image(OLD, "draft")));

    assertThat(images.canComeBack()).isFalse();
    assertThat(images.wayBack()).isEmpty();
    assertThat(images.lost())
        .singleElement()
        .asString()
        .contains("`%s` has a name now".formatted(OLD_SHORT));
  }

  @Test
  void what_is_as_it_was_stays() {
    World then = world(image(OLD, "draft"), image(NEW));

    assertThat(since(then, then).wayBack()).isEmpty();
    assertThat(since(then, then).canComeBack()).isTrue();
  }

  @Test
  void a_record_of_a_version_before_knows_names_only() {
    Beginning names =
        new Beginning(
            List.of(),
            List.of(),
            List.of(),
            List.of("draft", OLD_NAMELESS),
            Map.of(),
            List.of(),
            Map.of());
    ImagesThen images = new ImagesThen(names, OWNED, world(image(NEW, "draft"), image(OLD)));

    assertThat(images.canComeBack()).isTrue();
    assertThat(images.wayBack()).isEmpty();
  }
}
