package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.SampleExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of images are asked for by an image's name, whatever the engine calls it. */
final class ImageEventNamesTest {
  private static final String ID = "sha256:" + "be".repeat(32);
  private static final String NAME = "localhost:5000/tools:1.0";

  private static String happened(String action, String name) {
    return "events: {happened: {action: %s, name: '%s'}}".formatted(action, name);
  }

  @ParameterizedTest
  @CsvSource({
    "pull, redis:7, redis, redis:7, true",
    "pull, redis:7, redis, redis, false",
    "pull, redis:latest, redis, redis, true",
    "push, localhost:5000/tools:1.0, localhost:5000/tools, localhost:5000/tools:1.0, true",
    "push, localhost:5000/tools:1.0, localhost:5000/tools, localhost:5000/tools:2.0, false",
    "push, localhost:5000/tools, localhost:5000/tools, localhost:5000/tools:1.0, true",
    "push, localhost:5000/other, localhost:5000/other, localhost:5000/tools:1.0, false"
  })
  void what_is_pushed_or_pulled_has_its_tag_and_all_tags_are_each_of_them(
      String action, String id, String name, String asked, boolean holds) {
    Verdict verdict = new Bench().happenedToImage(action, id, name).judge(happened(action, asked));

    assertThat(verdict instanceof Verdict.Passed).isEqualTo(holds);
  }

  @Test
  void a_name_that_was_taken_off_is_the_one_that_the_engine_has_answered() {
    Bench bench =
        new Bench()
            .happenedToImage("tag", ID, NAME)
            .asked(
                "docker rmi " + NAME,
                0,
                SampleExchange.delete("/images/" + NAME).removed(ObjectKind.IMAGE, NAME))
            .happenedToImage("untag", ID, ID);

    assertThat(bench.judge(happened("untag", NAME))).isInstanceOf(Verdict.Passed.class);
    assertThat(ToldVerdict.of(bench.judge(happened("untag", "busybox"))))
        .contains("the removal of a tag named `" + NAME + "`", "of a tag named `busybox`")
        .doesNotContain("sha256");
  }

  @Test
  void where_nobody_has_recorded_the_line_the_image_has_had_the_name() {
    Bench bench = new Bench().happenedToImage("tag", ID, NAME).happenedToImage("untag", ID, ID);

    assertThat(bench.judge(happened("untag", NAME))).isInstanceOf(Verdict.Passed.class);
    assertThat(ToldVerdict.of(bench.judge(happened("untag", "busybox"))))
        .contains("of a tag named `bebebebebebe`");
  }

  @ParameterizedTest
  @CsvSource({
    "untag, docker rmi localhost:5000/tools:1.0",
    "delete, docker rmi localhost:5000/tools:1.0",
    "tag, docker tag IMAGE localhost:5000/tools:1.0",
    "push, docker push localhost:5000/tools:1.0"
  })
  void who_has_done_nothing_is_told_the_command(String action, String command) {
    assertThat(ToldVerdict.of(new Bench().judge(happened(action, NAME))))
        .contains("The command for it is `" + command + "`.");
  }
}
