package dev.ropewalk.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.Secrets;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** Lines of which the journal does not know everything when a lesson is resumed. */
final class KeptLineTest {
  private static final String RUN = "docker run -d -e API_TOKEN=%s redis";
  private static final String WANTED = "typed: {docker: run, flags: {env: API_TOKEN=5}}";

  private final Bench bench = new Bench().had(new SampleContainer("box").exited(0));

  private String refusal(String check) {
    return ((Verdict.Failed) bench.judge(check)).why().says();
  }

  @Test
  void a_value_that_was_not_kept_is_told_apart_from_a_wrong_one() {
    assertThat(bench.ran(RUN.formatted(5), 0).judge(WANTED)).isInstanceOf(Verdict.Passed.class);

    assertThat(new KeptLineTest().refusalOf(RUN.formatted(4))).contains("`API_TOKEN=4`");
    assertThat(new KeptLineTest().refusalOf(Secrets.hide(RUN.formatted(5))))
        .contains("had a value that ropewalk does not keep")
        .doesNotContain("this step asks for");
  }

  private String refusalOf(String line) {
    bench.ran(line, 0);
    return refusal(WANTED);
  }

  @Test
  void a_line_that_was_cut_off_counts_as_typed() {
    bench.ran("docker stop box", LearnerAct.Line.CUT_OFF);

    assertThat(bench.judge("typed: {docker: stop, args: {any: [box]}, by: name}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void how_a_line_that_was_cut_off_would_have_ended_nobody_knows() {
    bench.ran("docker stop box", LearnerAct.Line.CUT_OFF);

    assertThat(bench.judge("typed: {docker: stop, exit_code: 137}"))
        .isInstanceOf(Verdict.Failed.class);
  }
}
