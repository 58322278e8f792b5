package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ImageSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images, and names of images, belong to the lesson as a learner types its lines. */
final class ImageEventsTest {
  @TempDir private Path folder;

  private static World images(ImageSummary... images) {
    return new World(List.of(), List.of(images), List.of(), List.of());
  }

  private static ImageSummary image(String id, String... names) {
    return new ImageSummary(id, List.of(names), 7);
  }

  private static Input tagged(Rehearsal play, String id, String name) {
    return new Input.Happened(new EngineEvent.ToImage(play.now(), "tag", id, name, Map.of()));
  }

  @Test
  void a_pull_while_a_line_runs_counts_and_one_at_the_prompt_does_not() {
    Rehearsal play = Rehearsal.opened(folder);
    EngineEvent pull =
        new EngineEvent.ToImage(play.now(), "pull", "redis:latest", "redis", Map.of());

    assertThat(play.input(new Input.Happened(pull)).openStep().events()).isEmpty();
    play.typed("docker pull redis").input(new Input.Happened(pull)).finished("docker pull redis");
    assertThat(play.openStep().events()).hasSize(1);
  }

  @Test
  void a_name_that_a_line_gives_an_image_is_listed_before_it_is_removed() {
    Rehearsal play = Rehearsal.opened(folder);
    World after = images(image("sha256:bb", "mine:1"));

    String line = "docker build -t mine:1 .";
    play.typed(line).input(tagged(play, "sha256:bb", "mine:1")).finished(line);
    play.looked(after).judged(FAILED, FAILED).typed(":reset").looked(after);

    assertThat(play.said())
        .contains(
            new Message.ResetPlan(
                List.of(new Belonging(Belonging.Kind.IMAGE, "docker rmi mine:1", "mine:1"))));
  }

  @Test
  void a_name_that_a_line_has_moved_stays_and_it_is_told_how_it_goes_back() {
    World both = images(image("sha256:aa", "redis:latest"), image("sha256:bb", "mine:1"));
    World after = images(image("sha256:aa", "redis:latest", "mine:1"), image("sha256:bb"));
    Rehearsal play = Rehearsal.in(folder).open("first").looked(both);
    String line = "docker tag redis mine:1";

    play.typed(line).input(tagged(play, "sha256:aa", "mine:1")).finished(line).looked(after);
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
    World after = images(image("sha256:bb"));

    play.looked(after);

    assertThat(play.state().standing().owned()).hasSize(1);
  }

  @Test
  void a_name_that_somebody_gives_an_image_is_not_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder);

    play.input(tagged(play, "sha256:bb", "mine:1"));

    assertThat(play.state().standing().owned()).isEmpty();
  }
}
