package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a container is not judged before the engine has told of it. */
final class AwaitedEndTest {
  @TempDir private Path folder;

  @Test
  void a_container_that_is_seen_to_be_gone_is_not_judged_before_the_engine_has_told_of_it() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed("docker rm -f box").finished("docker rm -f box");

    assertThat(play.looked(SampleWorld.REDIS_ONLY).did()).containsExactly(Effect.Look.class);

    play.happens("die", "box").happens("destroy", "box").looked(SampleWorld.REDIS_ONLY);
    assertThat(play.only(Effect.Verify.class).history().events())
        .extracting(EngineEvent::action)
        .endsWith("die", "destroy");
  }

  @Test
  void a_container_that_is_seen_to_have_ended_is_not_judged_before_the_engine_has_told_of_it() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed("docker stop box").finished("docker stop box");

    assertThat(play.looked(SampleWorld.ended("box")).did()).containsExactly(Effect.Look.class);

    play.happens("die", "box").looked(SampleWorld.ended("box"));
    assertThat(play.did()).contains(Effect.Verify.class);
  }

  @Test
  void the_end_of_somebody_elses_container_is_not_waited_for() {
    Rehearsal play = Rehearsal.opened(folder).happens("create", "alien").happens("start", "alien");

    play.typed("docker ps").finished("docker ps").looked(SampleWorld.REDIS_ONLY);

    assertThat(play.did()).contains(Effect.Verify.class);
  }

  @Test
  void an_engine_that_does_not_tell_of_an_end_is_not_waited_for_without_end() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed("docker rm -f box").finished("docker rm -f box");

    int looks = 0;
    while (play.looked(SampleWorld.REDIS_ONLY).did().equals(List.of(Effect.Look.class))) {
      looks++;
    }
    assertThat(looks).isBetween(2, 100);
    assertThat(play.did()).contains(Effect.Verify.class);

    play.judged(FAILED, FAILED).typed("docker ps").finished("docker ps");
    assertThat(play.looked(SampleWorld.REDIS_ONLY).did())
        .as("what a look has shown is known from then on")
        .contains(Effect.Verify.class);
  }
}
