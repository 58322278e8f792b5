package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.SampleExchange;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step's checks look for is watched for, and kept. */
final class LookedForTest {
  private static final Map<String, String> LOOK =
      Map.of(
          "lessons/10-look.md",
          "# Look\n\n## Look\n\nGo.\n",
          "checks/10-look.yaml",
          """
          steps:
            look:
              checks:
                - check: The images were listed
                  all:
                    - {shown: {images: {any: [zeta]}}}
                    - {shown: {log: box, contains: Ready}}
              solution: docker images
          """);

  @TempDir private Path folder;

  private Rehearsal opened() {
    return Rehearsal.of(folder, LOOK, Seed.NONE).open("look").looked(SampleWorld.REDIS_ONLY);
  }

  @Test
  void names_and_words_of_an_open_step_are_looked_for_inside_of_combinations_too() {
    Rehearsal play = opened();

    assertThat(LookedFor.in(play.state())).containsExactlyInAnyOrder("zeta", "box", "Ready");
  }

  @Test
  void nothing_is_looked_for_where_no_step_is_open() {
    Rehearsal play = Rehearsal.of(folder, LOOK, Seed.NONE);

    assertThat(LookedFor.in(play.state())).isEmpty();
  }

  @Test
  void what_is_looked_for_is_kept_of_a_list_that_is_cut() {
    String[] many =
        Stream.concat(IntStream.range(0, 40).mapToObj("other%s"::formatted), Stream.of("zeta"))
            .toArray(String[]::new);
    Exchange listed = SampleExchange.get("/images/json").listed(ObjectKind.IMAGE, many).build();

    Rehearsal play = opened().typed("docker images").input(new Input.Asked(listed));

    List<Exchange> kept = Evidence.history(play.state().standing()).requests();
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().outcomes(Outcome.Listed.class).flatMap(it -> it.items().stream()))
        .hasSize(21)
        .anyMatch(item -> item.names().contains("zeta"));
  }

  @Test
  void why_says_that_a_line_went_round_the_recorder() {
    Rehearsal play = opened().typed("sudo docker ps");
    play.input(ended("sudo docker ps", 0)).looked(SampleWorld.REDIS_ONLY).judged(FAILED);

    play.typed(":why").looked(SampleWorld.REDIS_ONLY).judged(FAILED);

    assertThat(play.said())
        .filteredOn(Message.Note.class::isInstance)
        .singleElement()
        .asString()
        .contains("`sudo docker ps` went round the recorder");
  }

  @Test
  void why_does_not_say_so_of_what_never_asks_an_engine() {
    Rehearsal play = opened().typed("docker ps --help");
    play.input(ended("docker ps --help", 0)).looked(SampleWorld.REDIS_ONLY).judged(FAILED);

    play.typed(":why").looked(SampleWorld.REDIS_ONLY).judged(FAILED);

    assertThat(play.said())
        .anyMatch(Message.Verdicts.class::isInstance)
        .noneMatch(Message.Note.class::isInstance);
  }

  private static Input ended(String line, int requests) {
    return new Input.Finished(
        line,
        List.of(),
        LineWords.asked(line),
        LineWords.use(line),
        OptionalInt.of(requests),
        "line 1",
        0,
        List.of(),
        Path.of("home"),
        Input.Finished.Shell.LIVES);
  }
}
