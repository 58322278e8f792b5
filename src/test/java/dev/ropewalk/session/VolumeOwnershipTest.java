package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which volumes belong to the lesson. */
final class VolumeOwnershipTest {
  @TempDir private Path folder;

  private static final String BOX = "docker run -d --name box redis";

  private static Input volume(String action, String name, String container) {
    return new Input.Happened(
        new EngineEvent.ToVolume(Instant.EPOCH, action, name, container, Map.of()));
  }

  private static World mounting(String container, String volume) {
    World.ContainerSummary plain = SampleWorld.container(container);
    World.ContainerSummary mounting =
        new World.ContainerSummary(
            plain.id(),
            plain.name(),
            plain.image(),
            plain.imageId(),
            plain.created(),
            plain.state(),
            plain.exitCode(),
            plain.ports(),
            plain.networks(),
            plain.labels(),
            List.of(new Container.Mount("volume", volume, "/data", false)));
    return new World(
        List.of(mounting),
        SampleWorld.REDIS_ONLY.images(),
        List.of(),
        List.of(new World.VolumeSummary(volume, "local", Instant.EPOCH)));
  }

  private static World holding(String volume) {
    World mounting = mounting("box", volume);
    return new World(List.of(), mounting.images(), List.of(), mounting.volumes());
  }

  /** The engine then tells the time of that for the one of its creation. */
  @Test
  void a_volume_that_has_been_written_into_is_still_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder);
    String line = "docker volume create data";
    World.VolumeSummary written =
        new World.VolumeSummary("data", "local", Instant.EPOCH.plusSeconds(60));
    World world =
        new World(List.of(), SampleWorld.REDIS_ONLY.images(), List.of(), List.of(written));
    play.typed(line).input(volume("create", "data", "")).finished(line);
    play.looked(world).judged(FAILED, FAILED);

    play.typed(":reset").looked(world);

    assertThat(play.said().toString()).contains("docker volume rm -f data");
  }

  @Test
  void a_volume_that_somebody_made_before_a_line_uses_it_is_not_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).input(volume("create", "precious", ""));
    String line = "docker run -d --name box -v precious:/data redis";

    play.typed(line).input(volume("create", "precious", "")).happens("create", "box");
    play.finished(line);

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(SampleWorld.id("box"));
  }

  @Test
  void what_somebody_makes_between_a_look_and_its_answer_is_known() {
    Rehearsal play = Rehearsal.opened(folder).typed(":state");
    play.input(volume("create", "precious", "")).looked(SampleWorld.REDIS_ONLY);
    String line = "docker volume create precious";

    play.typed(line).input(volume("create", "precious", "")).finished(line);

    assertThat(play.state().standing().owned()).isEmpty();
  }

  @Test
  void a_volume_without_a_name_belongs_to_the_container_that_mounts_it() {
    Rehearsal play = Rehearsal.opened(folder).typed(BOX);
    String ours = "a".repeat(64);
    String theirs = "b".repeat(64);

    play.input(volume("create", theirs, "")).input(volume("create", ours, ""));
    play.happens("create", "alien").happens("create", "box");
    play.input(volume("mount", theirs, SampleWorld.id("alien")));
    play.input(volume("mount", ours, SampleWorld.id("box"))).finished(BOX);

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(SampleWorld.id("box"), ours);
  }

  /** The engine and the recorder tell of what they know on ways of their own. */
  @Test
  void a_volume_without_a_name_is_ours_also_where_its_container_is_known_later_to_be() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker run --name box redis &").finished("&");
    String ours = "a".repeat(64);

    play.input(volume("create", ours, "")).happens("create", "box");
    play.input(volume("mount", ours, SampleWorld.id("box"))).happens("start", "box");
    assertThat(play.state().standing().owned()).isEmpty();
    play.input(SampleAsked.created("box"));

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(SampleWorld.id("box"), ours);
  }

  @Test
  void a_volume_of_a_container_that_never_ran_is_found_before_all_is_removed() {
    String ours = "a".repeat(64);
    Rehearsal play =
        Rehearsal.beside(folder)
            .open("first")
            .looked(SampleWorld.REDIS_ONLY)
            .judged(FAILED, FAILED);
    play.input(volume("create", ours, "")).happens("create", "box");
    play.input(volume("create", "b".repeat(64), "")).happens("create", "alien");

    play.typed(":reset").looked(mounting("box", ours));

    assertThat(play.said().toString()).contains(ours).doesNotContain("bbbb");
  }

  /** The engine tells of a mount only when the container starts. */
  @Test
  void the_volumes_of_a_container_are_asked_for_as_long_as_it_is_there() {
    String ours = "a".repeat(64);
    Rehearsal play = Rehearsal.beside(folder).open("first").looked(SampleWorld.REDIS_ONLY);
    play.input(volume("create", "b".repeat(64), "")).input(volume("create", ours, ""));

    play.happens("create", "box");
    assertThat(play.effects()).contains(new Effect.AskMounts(SampleWorld.id("box")));
    play.input(new Input.Mounts(SampleWorld.id("box"), Set.of(ours))).happens("destroy", "box");

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(SampleWorld.id("box"), ours);
  }

  @Test
  void a_volume_whose_container_was_gone_at_once_stays_and_is_told() {
    String loose = "a".repeat(64);
    Rehearsal play =
        Rehearsal.beside(folder)
            .open("first")
            .looked(SampleWorld.REDIS_ONLY)
            .judged(FAILED, FAILED);
    play.input(volume("create", loose, "")).happens("create", "box").happens("destroy", "box");
    play.input(new Input.Mounts(SampleWorld.id("box"), Set.of()));

    play.typed(":reset").looked(holding(loose));

    assertThat(play.said().toString())
        .contains("docker volume rm $(docker volume ls -q -f name=^aaaaaaaaaaaa)`");
    assertThat(play.state().standing().owned()).isEmpty();
  }
}
