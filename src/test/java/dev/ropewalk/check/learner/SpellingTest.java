package dev.ropewalk.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** By what a container is named: in a command that acts, and in an answer. */
final class SpellingTest {
  private static final String ID = SampleContainer.id("box");
  private static final String SHORT = ID.substring(0, 12);
  private static final String BY_SHORT_ID =
      "typed: {docker: stop, args: {any: [box]}, by: short_id}";
  private static final String ANSWER = "answer: {text: {from: {container: box, value: short_id}}}";

  private final Bench bench = new Bench().had(new SampleContainer("box").exited(0));

  private String refusal(String check) {
    Verdict verdict = bench.judge(check);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    return ((Verdict.Failed) verdict).why().says();
  }

  @Test
  void a_short_id_is_a_short_id() {
    bench.ran("docker stop " + SHORT, 0);

    assertThat(bench.judge(BY_SHORT_ID)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void a_name_is_told_to_be_one() {
    bench.ran("docker stop box", 0);

    assertThat(refusal(BY_SHORT_ID)).contains("its name").contains("first 12 characters");
  }

  @Test
  void a_full_id_and_a_part_of_one_are_told_apart() {
    bench.ran("docker stop " + ID, 0);
    assertThat(refusal(BY_SHORT_ID)).contains("64 characters");

    bench.ran("docker start box", 0).ran("docker stop " + ID.substring(0, 4), 0);
    assertThat(refusal(BY_SHORT_ID)).contains("a part of its id");
  }

  @Test
  void a_command_that_found_done_what_it_asks_for_does_not_count() {
    bench.ran("docker stop -t 1 box; docker stop " + SHORT, 0);

    assertThat(refusal(BY_SHORT_ID)).contains("its name");
  }

  @Test
  void a_command_after_a_new_start_counts() {
    bench.ran("docker stop box", 0).ran("docker start box", 0).ran("docker stop " + SHORT, 0);

    assertThat(bench.judge(BY_SHORT_ID)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void the_answer_is_the_short_id_and_nothing_longer() {
    assertThat(bench.answered(ID).judge(ANSWER)).isInstanceOf(Verdict.Failed.class);
    assertThat(refusal(ANSWER)).contains("12");
    bench.answered(SHORT + "0");
    assertThat(refusal(ANSWER)).contains("12");
    bench.answered("root@" + SHORT);
    assertThat(refusal(ANSWER)).contains("12");
    bench.answered(SHORT.substring(0, 11));
    assertThat(refusal(ANSWER)).contains("12");
    assertThat(bench.answered(SHORT.toUpperCase(java.util.Locale.ROOT)).judge(ANSWER))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void the_id_of_an_image_is_told_to_be_one() {
    bench.engine.withImage("redis:latest");
    String image = bench.engine.world().images().getFirst().id().substring(7, 19);

    bench.answered(image);

    assertThat(refusal(ANSWER)).contains("image").contains("`redis`");
  }

  @Test
  void a_program_may_be_answered_with_its_folder() {
    assertThat(new Bench().answered("/bin/ps").judge("answer: {choice: {of: [ps, sh], right: ps}}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void what_never_ran_has_no_exit_code_to_ask_for() {
    Bench created =
        new Bench().had(new SampleContainer("box").state(ContainerState.CREATED)).answered("0");

    Verdict verdict = created.judge("answer: {number: {from: {container: box, value: exit_code}}}");

    assertThat(((Verdict.Failed) verdict).why().says()).contains("never started");
  }
}
