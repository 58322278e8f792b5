package dev.ropewalk.session;

import static dev.ropewalk.session.Rehearsal.FAILED;
import static dev.ropewalk.session.Rehearsal.PASSED;
import static dev.ropewalk.session.Rehearsal.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events are the lesson's. */
final class FollowingTest {
  @TempDir private Path folder;

  private static int events(Rehearsal play) {
    return play.openStep().events().size();
  }

  @Test
  void what_is_created_while_a_line_runs_belongs_to_the_lesson() {
    Rehearsal play = Rehearsal.opened(folder).typed("make").happens("create", "box");

    assertThat(play.state().standing().owned()).hasSize(1);
    assertThat(events(play.happens("start", "box"))).isEqualTo(2);
  }

  @Test
  void what_somebody_creates_while_the_learner_is_at_the_prompt_does_not_count() {
    Rehearsal play = Rehearsal.opened(folder).happens("create", "alien").happens("start", "alien");

    assertThat(play.effects()).isEmpty();
    assertThat(events(play)).isZero();
  }

  @Test
  void what_happens_to_others_while_a_line_runs_does_not_count() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker ps").happens("start", "alien");

    assertThat(events(play)).isZero();
  }

  @Test
  void what_happens_to_ones_own_at_the_prompt_counts_whoever_does_it() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    assertThat(events(play.happens("die", "box"))).isEqualTo(3);
  }

  @Test
  void an_event_between_the_end_of_the_line_and_the_look_counts() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker run").finished("docker run");

    play.happens("create", "box").looked(Rehearsal.with("box"));

    assertThat(play.only(Effect.Verify.class).history().events()).hasSize(1);
  }

  @Test
  void what_a_quick_line_created_by_name_is_not_judged_before_the_engine_has_told_of_it() {
    Creations box =
        new Creations(
            List.of(new Creations.Asked(Optional.of("box"), "redis")),
            List.of(),
            List.of(),
            Creations.Reach.KNOWN);
    Rehearsal play = Rehearsal.opened(folder).typed("docker create --name box redis");
    play.input(
        new Input.Finished(
            "docker create --name box redis",
            List.of(),
            box,
            0,
            Path.of("home"),
            Input.Finished.Shell.LIVES));

    assertThat(play.looked(Rehearsal.with("box")).did()).containsExactly(Effect.Look.class);

    play.happens("create", "box").looked(Rehearsal.with("box"));
    assertThat(play.only(Effect.Verify.class).history().events()).hasSize(1);
  }

  @Test
  void an_engine_that_does_not_tell_of_it_is_not_waited_for_without_end() {
    Creations box =
        new Creations(List.of(), List.of("shop"), List.of("data", "box"), Creations.Reach.KNOWN);
    Rehearsal play = Rehearsal.opened(folder).typed("docker volume create box");
    play.input(
        new Input.Finished(
            "docker volume create box",
            List.of(),
            box,
            0,
            Path.of("home"),
            Input.Finished.Shell.LIVES));
    World there =
        new World(
            List.of(),
            Rehearsal.REDIS_ONLY.images(),
            List.of(),
            List.of(new World.VolumeSummary("box", "local")));

    int looks = 0;
    while (play.looked(there).did().equals(List.of(Effect.Look.class))) {
      looks++;
    }

    assertThat(looks).isBetween(2, 100);
    assertThat(play.did()).contains(Effect.Verify.class);
  }

  @Test
  void a_late_birth_of_what_was_seen_after_the_line_counts_and_is_judged_again() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker run").finished("docker run");

    play.looked(Rehearsal.with("box")).happens("create", "box");

    assertThat(play.state().standing().owned()).hasSize(1);
    assertThat(play.did()).containsExactly(Effect.Verify.class);
  }

  @Test
  void a_birth_during_the_judging_that_was_not_seen_after_the_line_is_somebody_elses() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);

    play.happens("create", "alien");

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void a_birth_while_the_learner_only_asks_for_a_check_is_somebody_elses() {
    Rehearsal play = Rehearsal.opened(folder).typed(":check").happens("create", "alien");

    assertThat(events(play)).isZero();
  }

  @Test
  void what_an_answer_creates_belongs_to_the_lesson() {
    Rehearsal play = Rehearsal.opened(folder).typed(":answer $(docker run -d redis)");

    assertThat(events(play.happens("create", "box"))).isEqualTo(1);
  }

  @Test
  void a_pull_while_a_line_runs_counts_and_one_at_the_prompt_does_not() {
    Rehearsal play = Rehearsal.opened(folder);
    EngineEvent pull =
        new EngineEvent.ToImage(play.now(), "pull", "redis:latest", "redis", Map.of());

    assertThat(events(play.input(new Input.Happened(pull)))).isZero();
    assertThat(events(play.typed("docker pull redis").input(new Input.Happened(pull))))
        .isEqualTo(1);
  }

  @Test
  void a_name_that_a_line_gives_an_image_is_listed_before_it_is_removed() {
    Rehearsal play = Rehearsal.opened(folder);
    World after =
        new World(
            List.of(),
            List.of(new World.ImageSummary("sha256:bb", List.of("mine:1"), 7)),
            List.of(),
            List.of());
    EngineEvent tag = new EngineEvent.ToImage(play.now(), "tag", "sha256:bb", "mine:1", Map.of());

    play.typed("docker build").input(new Input.Happened(tag)).finished("docker build");
    play.looked(after).judged(FAILED, FAILED).typed(":reset").looked(after);

    assertThat(play.said())
        .contains(
            new Message.ResetPlan(
                List.of(new Belonging(Belonging.Kind.IMAGE, "docker rmi mine:1", "mine:1"))));
  }

  @Test
  void an_image_that_a_line_builds_without_a_name_is_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker build .").finished("docker build .");
    World after =
        new World(
            List.of(),
            List.of(new World.ImageSummary("sha256:bb", List.of(), 7)),
            List.of(),
            List.of());

    play.looked(after);

    assertThat(play.state().standing().owned()).hasSize(1);
  }

  @Test
  void a_name_that_somebody_gives_an_image_is_not_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder);

    play.input(
        new Input.Happened(
            new EngineEvent.ToImage(play.now(), "tag", "sha256:bb", "mine:1", Map.of())));

    assertThat(play.state().standing().owned()).isEmpty();
  }

  @Test
  void a_network_that_ones_own_container_joins_counts() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    EngineEvent connect =
        new EngineEvent.ToNetwork(
            play.now(), "connect", "n1", "bridge", Rehearsal.id("box"), Map.of());

    assertThat(events(play.input(new Input.Happened(connect)))).isEqualTo(3);
  }

  @Test
  void what_a_check_causes_by_looking_counts_and_is_not_judged_again() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    assertThat(play.happens("exec_start", "box").effects())
        .hasOnlyElementsOfType(Effect.Record.class);
    play.judged(FAILED, FAILED);
    assertThat(play.happens("exec_die", "box").effects())
        .hasOnlyElementsOfType(Effect.Record.class);
    assertThat(play.happens("die", "box").did()).contains(Effect.Verify.class);
  }

  @Test
  void what_somebody_creates_while_a_reset_removes_is_not_written_down() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed(":reset").looked(Rehearsal.with("box")).typed("yes");

    assertThat(play.happens("create", "alien").effects()).isEmpty();
    assertThat(play.happens("destroy", "box").effects()).hasSize(1);
  }

  @Test
  void nothing_counts_before_a_step_is_open() {
    Rehearsal play = Rehearsal.in(folder).typed("docker run").happens("create", "box");

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void the_probes_of_a_health_check_are_not_written_down() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    int before = play.journal().size();

    for (String probe : List.of("exec_create", "exec_start", "exec_die")) {
      play.happens(probe, "box");
      assertThat(play.effects()).isEmpty();
    }

    assertThat(play.journal()).hasSize(before);
  }
}
