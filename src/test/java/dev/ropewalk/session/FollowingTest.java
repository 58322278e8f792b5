package dev.ropewalk.session;

import static dev.ropewalk.session.Rehearsal.FAILED;
import static dev.ropewalk.session.Rehearsal.PASSED;
import static dev.ropewalk.session.Rehearsal.PENDING;
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

/** Which events are the lesson's. */
final class FollowingTest {
  @TempDir private Path folder;

  private static final String BOX = "docker run -d --name box redis";

  private static int events(Rehearsal play) {
    return play.openStep().events().size();
  }

  @Test
  void what_a_line_asks_for_belongs_to_the_lesson_once_the_line_has_ended() {
    Rehearsal play =
        Rehearsal.opened(folder).typed(BOX).happens("create", "box").happens("start", "box");
    assertThat(play.state().standing().owned()).isEmpty();

    play.finished(BOX);

    assertThat(play.state().standing().owned()).hasSize(1);
    assertThat(events(play)).isEqualTo(2);
  }

  @Test
  void what_nothing_in_a_line_accounts_for_is_not_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).typed("eval 'sleep 3'; ./up.sh");

    play.happens("create", "alien").happens("start", "alien").finished("eval 'sleep 3'; ./up.sh");

    assertThat(play.state().standing().owned()).isEmpty();
    assertThat(events(play)).isZero();
  }

  @Test
  void a_background_job_makes_its_own_thing_after_the_prompt_is_back() {
    String line = "sleep 9 && docker run -d --name box redis &";
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line);
    play.looked(Rehearsal.REDIS_ONLY).judged(FAILED, FAILED);

    play.typed("ls").finished("ls").looked(Rehearsal.REDIS_ONLY).judged(FAILED, FAILED);
    play.happens("create", "alien").happens("create", "box").happens("start", "box");

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(Rehearsal.id("box"));
    assertThat(events(play)).isEqualTo(2);
  }

  @Test
  void what_a_job_was_asked_for_is_the_lessons_only_once() {
    String line = "docker run -d --name box redis &";
    Rehearsal play = Rehearsal.opened(folder).typed(line).happens("create", "box").finished(line);
    play.looked(Rehearsal.with("box")).judged(FAILED, FAILED);
    play.typed("ls").finished("ls").looked(Rehearsal.with("box")).judged(FAILED, FAILED);

    play.input(
        new Input.Happened(
            new EngineEvent.ToContainer(
                play.now(), "create", "another", "box", "redis", Map.of())));

    assertThat(play.state().standing().owned()).hasSize(1);
  }

  @Test
  void a_volume_that_somebody_made_before_a_line_uses_it_is_not_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).input(volume("create", "precious", ""));
    String line = "docker run -d --name box -v precious:/data redis";

    play.typed(line).input(volume("create", "precious", "")).happens("create", "box");
    play.finished(line);

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(Rehearsal.id("box"));
  }

  @Test
  void what_somebody_makes_between_a_look_and_its_answer_is_known() {
    Rehearsal play = Rehearsal.opened(folder).typed(":state");
    play.input(volume("create", "precious", "")).looked(Rehearsal.REDIS_ONLY);
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
    play.input(volume("mount", theirs, Rehearsal.id("alien")));
    play.input(volume("mount", ours, Rehearsal.id("box"))).finished(BOX);

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(Rehearsal.id("box"), ours);
  }

  /** The engine and the recorder tell of what they know on ways of their own. */
  @Test
  void a_volume_without_a_name_is_ours_also_where_its_container_is_known_later_to_be() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker run --name box redis &").finished("&");
    String ours = "a".repeat(64);

    play.input(volume("create", ours, "")).happens("create", "box");
    play.input(volume("mount", ours, Rehearsal.id("box"))).happens("start", "box");
    assertThat(play.state().standing().owned()).isEmpty();
    play.input(ConsultingTest.created("box"));

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(Rehearsal.id("box"), ours);
  }

  @Test
  void a_volume_of_a_container_that_never_ran_is_found_before_all_is_removed() {
    String ours = "a".repeat(64);
    Rehearsal play =
        Rehearsal.beside(folder).open("first").looked(Rehearsal.REDIS_ONLY).judged(FAILED, FAILED);
    play.input(volume("create", ours, "")).happens("create", "box");
    play.input(volume("create", "b".repeat(64), "")).happens("create", "alien");

    play.typed(":reset").looked(mounting("box", ours));

    assertThat(play.said().toString()).contains(ours).doesNotContain("bbbb");
  }

  private static World mounting(String container, String volume) {
    World.ContainerSummary plain = Rehearsal.container(container);
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
        Rehearsal.REDIS_ONLY.images(),
        List.of(),
        List.of(new World.VolumeSummary(volume, "local", Instant.EPOCH)));
  }

  @Test
  void on_an_engine_of_its_own_all_that_is_created_is_the_lessons() {
    Rehearsal play = Rehearsal.in(folder).open("first");
    play.input(new Input.Looked(Rehearsal.REDIS_ONLY, new MachineFacts(Set.of(), Set.of(), true)));

    play.typed("./up.sh").happens("create", "box").finished("./up.sh");

    assertThat(play.state().standing().owned()).hasSize(1);
  }

  private static Input volume(String action, String name, String container) {
    return new Input.Happened(
        new EngineEvent.ToVolume(Instant.EPOCH, action, name, container, Map.of()));
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

    assertThat(events(play.happens("die", "box").input(new Input.Greeted()))).isEqualTo(3);
  }

  @Test
  void an_event_between_the_end_of_the_line_and_the_look_counts() {
    Rehearsal play = Rehearsal.opened(folder).typed(BOX).finished(BOX);

    play.happens("create", "box").looked(Rehearsal.with("box"));

    assertThat(play.only(Effect.Verify.class).history().events()).hasSize(1);
  }

  @Test
  void a_container_that_is_seen_to_be_gone_is_not_judged_before_the_engine_has_told_of_it() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed("docker rm -f box").finished("docker rm -f box");

    assertThat(play.looked(Rehearsal.REDIS_ONLY).did()).containsExactly(Effect.Look.class);

    play.happens("die", "box").happens("destroy", "box").looked(Rehearsal.REDIS_ONLY);
    assertThat(play.only(Effect.Verify.class).history().events())
        .extracting(EngineEvent::action)
        .endsWith("die", "destroy");
  }

  @Test
  void a_container_that_is_seen_to_have_ended_is_not_judged_before_the_engine_has_told_of_it() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed("docker stop box").finished("docker stop box");

    assertThat(play.looked(Rehearsal.ended("box")).did()).containsExactly(Effect.Look.class);

    play.happens("die", "box").looked(Rehearsal.ended("box"));
    assertThat(play.did()).contains(Effect.Verify.class);
  }

  @Test
  void the_end_of_somebody_elses_container_is_not_waited_for() {
    Rehearsal play = Rehearsal.opened(folder).happens("create", "alien").happens("start", "alien");

    play.typed("docker ps").finished("docker ps").looked(Rehearsal.REDIS_ONLY);

    assertThat(play.did()).contains(Effect.Verify.class);
  }

  @Test
  void an_engine_that_does_not_tell_of_an_end_is_not_waited_for_without_end() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed("docker rm -f box").finished("docker rm -f box");

    int looks = 0;
    while (play.looked(Rehearsal.REDIS_ONLY).did().equals(List.of(Effect.Look.class))) {
      looks++;
    }
    assertThat(looks).isBetween(2, 100);
    assertThat(play.did()).contains(Effect.Verify.class);

    play.judged(FAILED, FAILED).typed("docker ps").finished("docker ps");
    assertThat(play.looked(Rehearsal.REDIS_ONLY).did())
        .as("what a look has shown is known from then on")
        .contains(Effect.Verify.class);
  }

  @Test
  void a_late_birth_of_what_was_seen_after_the_line_counts_and_is_judged_again() {
    String line = "docker run -d redis";
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line);

    play.looked(Rehearsal.with("calm_sea")).happens("create", "calm_sea");

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
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed(":answer $(" + BOX + ")");
    play.happens("create", "box").input(new Input.Expanded("0123", Rehearsal.asked(BOX)));

    assertThat(events(play)).isEqualTo(1);
  }

  @Test
  void a_pull_while_a_line_runs_counts_and_one_at_the_prompt_does_not() {
    Rehearsal play = Rehearsal.opened(folder);
    EngineEvent pull =
        new EngineEvent.ToImage(play.now(), "pull", "redis:latest", "redis", Map.of());

    assertThat(events(play.input(new Input.Happened(pull)))).isZero();
    play.typed("docker pull redis").input(new Input.Happened(pull)).finished("docker pull redis");
    assertThat(events(play)).isEqualTo(1);
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

    String line = "docker build -t mine:1 .";
    play.typed(line).input(new Input.Happened(tag)).finished(line);
    play.looked(after).judged(FAILED, FAILED).typed(":reset").looked(after);

    assertThat(play.said())
        .contains(
            new Message.ResetPlan(
                List.of(new Belonging(Belonging.Kind.IMAGE, "docker rmi mine:1", "mine:1"))));
  }

  @Test
  void a_name_that_a_line_has_moved_stays_and_it_is_told_how_it_goes_back() {
    World both =
        new World(
            List.of(),
            List.of(
                new World.ImageSummary("sha256:aa", List.of("redis:latest"), 7),
                new World.ImageSummary("sha256:bb", List.of("mine:1"), 7)),
            List.of(),
            List.of());
    World after =
        new World(
            List.of(),
            List.of(
                new World.ImageSummary("sha256:aa", List.of("redis:latest", "mine:1"), 7),
                new World.ImageSummary("sha256:bb", List.of(), 7)),
            List.of(),
            List.of());
    Rehearsal play = Rehearsal.in(folder).open("first").looked(both);
    EngineEvent tag = new EngineEvent.ToImage(play.now(), "tag", "sha256:aa", "mine:1", Map.of());
    String line = "docker tag redis mine:1";

    play.typed(line).input(new Input.Happened(tag)).finished(line).looked(after);
    play.judged(FAILED, FAILED).typed(":reset").looked(after);

    assertThat(play.state().standing().owned()).isEmpty();
    assertThat(play.said())
        .contains(
            new Message.Note(
                "The name `mine:1` was there before this lesson, so it stays. `docker tag bb"
                    + " mine:1` gives it back to the image that it had."));
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
    assertThat(play.happens("die", "box").input(new Input.Greeted()).did())
        .contains(Effect.Verify.class);
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
