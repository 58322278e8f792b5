package dev.ropewalk.check.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images by a wrong name: who has mistaken one is led to the one that the step asks for. */
final class ImageSlipsTest {
  private static final String WHOLE = "localhost:5007/news:tuesday";
  private static final String LABELLED =
      "image: '%s'\nexpect: {labels: {edition: x}}".formatted(WHOLE);

  private final Bench bench = new Bench();

  private String told(String line) {
    bench.ran(line, 1);
    return bench.judgeAll(LABELLED).stream()
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).why())
        .map(Diagnosis::remedy)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "docker push news",
    "docker push localhost:5007/news",
    "docker push localhost:5007/news tuesday",
    "docker push tuesday",
    "docker image push localhost:5007",
  })
  void what_is_pushed_has_its_whole_name(String line) {
    bench.engine.withImage("news:latest").withImage(WHOLE);

    assertThat(told(line)).contains("`docker push %s`".formatted(WHOLE));
  }

  @ParameterizedTest
  @CsvSource({
    "docker tag localhost:5007/news:tuesday news",
    "docker tag news:tuesday localhost:5007/news",
    "docker tag news localhost:5007:news:tuesday",
  })
  void the_name_that_is_there_stands_first(String line) {
    bench.engine.withImage("news:latest");

    assertThat(told(line)).contains("`docker tag news %s`".formatted(WHOLE));
  }

  @ParameterizedTest
  @CsvSource({
    "docker rmi localhost:5007/news, docker rmi localhost:5007/news:tuesday",
    "docker image rm localhost:5007/news:latest, docker rmi localhost:5007/news:tuesday",
  })
  void a_tag_belongs_to_its_name(String line, String told) {
    bench.engine.withImage("localhost:5007/tuesday:latest").withImage(WHOLE);

    assertThat(told(line)).contains("`%s`".formatted(told));
  }

  @Test
  void the_name_that_the_step_asks_for_comes_before_a_near_miss() {
    bench.engine.withImage("localhost:5007/new:latest").withImage(WHOLE);
    bench.ran("docker run --name reader localhost:5007/news", 125);

    assertThat(bench.judgeAll(LABELLED).toString()).contains("Did you mean `%s`?".formatted(WHOLE));
  }

  @Test
  void another_further_name_is_led_to_the_one_that_is_asked_for() {
    bench.engine.withImage("news:latest").withImage("localhost:5007/tuesday:latest");
    bench.ran("docker tag news localhost:5007/tuesday", 0);

    assertThat(bench.judgeAll(LABELLED).toString())
        .contains("You named an image `localhost:5007/tuesday`")
        .contains("`docker tag news %s`".formatted(WHOLE));
  }
}
