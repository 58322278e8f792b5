package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.SampleExchange;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was so when a step opened is taken away and made again by one line: nobody has looked at it
 * in between, but the engine has told.
 */
final class MadeAgainTest {
  private static final String IMAGE = "image: \"here:5007/news:a\", expect: {id: aa}";
  private static final String BOX = "container: box, expect: {state: running}";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("names")
  void of_an_image_the_engine_has_answered_which_name_went(String name, boolean counts) {
    Rehearsal play = opened(IMAGE).typed("a line");

    play.input(new Input.Happened(image("untag", "sha256:aa")))
        .input(
            new Input.Asked(
                SampleExchange.delete("/images/" + name).removed(ObjectKind.IMAGE, name).build()))
        .finished("a line")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(SampleVerdict.PASSED);

    assertThat(play.state().finished()).isEqualTo(counts);
  }

  static Stream<Arguments> names() {
    return Stream.of(Arguments.of("here:5007/news:a", true), Arguments.of("news:b", false));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void who_has_done_it_too_early_is_told_the_command_that_undoes_it(String check, String command) {
    Rehearsal play =
        opened(check)
            .typed("docker rm -f x")
            .finished("docker rm -f x")
            .looked(SampleWorld.REDIS_ONLY);

    play.judged(SampleVerdict.PASSED);

    assertThat(play.said().getFirst())
        .isInstanceOfSatisfying(
            Message.Verdicts.class,
            said ->
                assertThat(said.lines().getFirst().verdict())
                    .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.why().remedy()).contains(command)));
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(BOX, "`docker rm -f box`"),
        Arguments.of("network: town, expect: exists", "`docker network rm town`"),
        Arguments.of("volume: data, expect: exists", "`docker volume rm data`"),
        Arguments.of(IMAGE, "`docker rmi here:5007/news:a`"),
        Arguments.of("port: 6379, expect: closed", "Undo it first, and then do it again."));
  }

  private Rehearsal opened(String check) {
    Map<String, String> files =
        Map.of(
            "lessons/10-again.md",
            "# Again\n\n## Make it\n\nMake it.\n",
            "checks/10-again.yaml",
            """
            steps:
              make-it:
                checks:
                  - {check: it is so, %s, baseline: differs}
                solution: docker ps
            """
                .formatted(check));
    return Rehearsal.of(folder, files, Seed.NONE)
        .open("again")
        .looked(SampleWorld.REDIS_ONLY)
        .judged(SampleVerdict.PASSED);
  }

  private static EngineEvent image(String action, String name) {
    return new EngineEvent.ToImage(Instant.EPOCH, action, "sha256:aa", name, Map.of());
  }
}
