package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the first step: what this is, and the images of the lesson. */
class FirstMinuteTest {
  private static final World NO_IMAGES = World.EMPTY;

  @TempDir private Path folder;

  private Rehearsal atDoor() {
    return Rehearsal.in(folder).open("second").looked(NO_IMAGES);
  }

  @Test
  void who_is_here_for_the_first_time_is_told_first_what_this_is_and_only_once() {
    Rehearsal play = atDoor();

    assertThat(play.said())
        .hasExactlyElementsOfTypes(Message.Welcome.class, Message.FetchOffer.class);
    play.typed("docker load -i redis.tar").finished("docker load -i redis.tar").looked(NO_IMAGES);
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.FetchOffer.class);

    Rehearsal another = Rehearsal.opened(folder).again();
    another.open("second").looked(NO_IMAGES);
    assertThat(another.said()).hasExactlyElementsOfTypes(Message.FetchOffer.class);
  }

  @Test
  void an_empty_line_fetches_what_is_missing_and_then_the_lesson_opens() {
    Rehearsal play = atDoor().typed("");

    assertThat(play.only(Effect.Fetch.class)).isEqualTo(new Effect.Fetch("redis"));
    play.input(new Input.Comes("redis", 20, 50));
    assertThat(play.said()).containsExactly(new Message.Comes("redis", 20, 50));
    play.input(new Input.Comes("redis", 50, 50))
        .input(new Input.Fetched("redis", Optional.empty()));
    assertThat(play.said()).containsExactly(new Message.Fetched("redis", 50));
    play.looked(SampleWorld.REDIS_ONLY);

    assertThat(play.state().prompt()).isEqualTo(new Prompt("second", 1, 2, Prompt.Question.NONE));
  }

  @Test
  void the_engines_own_reason_is_told_with_the_way_to_load_an_image() {
    Rehearsal play =
        atDoor().typed("y").input(new Input.Fetched("redis", Optional.of("no such host.")));

    List<Obstacle> told = ((Message.Door) play.said().getLast()).obstacles();
    assertThat(told).singleElement().isEqualTo(Obstacle.notFetched("redis", "no such host."));
    assertThat(told.getFirst().remedy()).contains("docker load -i FILE");
    assertThat(play.typed("").looked(NO_IMAGES).said())
        .hasExactlyElementsOfTypes(Message.FetchOffer.class);
  }

  @Test
  void who_says_no_goes_in_all_the_same() {
    Rehearsal play = atDoor().typed("n");

    assertThat(play.state().prompt().step()).isEqualTo(1);
    assertThat(play.said().getFirst()).isEqualTo(new Message.Note(WayPhrases.WITHOUT_IMAGES));
  }

  @Test
  void ctrl_c_ends_the_fetching_and_what_still_comes_means_nothing() {
    Rehearsal play = atDoor().typed("").input(new Input.Interrupted());

    assertThat(play.did()).containsExactly(Effect.StopFetch.class, Effect.Ready.class);
    play.input(new Input.Fetched("redis", Optional.empty()));
    assertThat(play.effects()).isEmpty();
    assertThat(play.typed("").looked(NO_IMAGES).said())
        .hasExactlyElementsOfTypes(Message.FetchOffer.class);
  }

  @Test
  void a_line_at_the_offer_runs_and_its_end_knocks() {
    Rehearsal play = atDoor().typed("docker load -i redis.tar");

    assertThat(play.line()).isEqualTo("docker load -i redis.tar");
    play.finished("docker load -i redis.tar").looked(SampleWorld.REDIS_ONLY);
    assertThat(play.state().prompt().step()).isEqualTo(1);
  }
}
