package dev.ropewalk.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private String remedy(String check) {
    return ((Verdict.Failed) bench.judge(check)).why().remedy();
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
    assertThat(remedy(BY_SHORT_ID)).contains("`docker start box`");
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
    assertThat(refusal(BY_SHORT_ID))
        .contains("`docker stop %s` had nothing to do".formatted(SHORT));

    bench.ran("docker ps", 0);
    assertThat(refusal(BY_SHORT_ID)).as("a look undoes nothing").contains("its name");
  }

  @Test
  void a_command_after_a_new_start_counts() {
    bench.ran("docker stop box", 0).ran("docker start box", 0).ran("docker stop " + SHORT, 0);

    assertThat(bench.judge(BY_SHORT_ID)).isInstanceOf(Verdict.Passed.class);
  }

  private static SampleExchange asks(Outcome.Action action, String word, boolean changed) {
    String verb = action.name().toLowerCase(Locale.ROOT);
    return SampleExchange.post("/containers/%s/%s".formatted(word, verb))
        .acted(action, word, changed);
  }

  @Test
  void what_a_time_has_cut_off_has_not_failed() {
    String follows = "typed: {docker: logs, flags: {follow: true}, args: {any: [box]}}";

    assertThat(bench.ran("timeout 2 docker logs -f box", 124).judge(follows))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(new SpellingTest().bench.ran("docker logs -f box", 124).judge(follows))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void a_name_may_have_the_engine_s_slash() {
    bench.asked("docker stop /box", 0, asks(Outcome.Action.STOP, "/box", true));
    assertThat(bench.judge("typed: {docker: stop, args: {any: [box]}, by: name}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(refusal(BY_SHORT_ID)).contains("its name");

    assertThat(
            new SpellingTest()
                .bench
                .ran("docker stop /box", 0)
                .judge("typed: {docker: stop, args: [box], by: name}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void what_the_engine_found_done_does_not_count() {
    bench.asked(
        "a=box; docker stop $a; docker stop $(docker ps -alq)",
        0,
        asks(Outcome.Action.STOP, "box", true),
        asks(Outcome.Action.STOP, SHORT, false));

    assertThat(refusal(BY_SHORT_ID))
        .contains("`docker stop %s` had nothing to do".formatted(SHORT));
  }

  @Test
  void a_list_of_the_newest_is_no_list_of_all() {
    String all = "shown: {containers: {any: [box], all: true}}";

    bench.ran("docker ps -l", 0);
    assertThat(refusal(all)).contains("You listed only the newest (`-n 1`)");
    bench.ran("docker ps -a", 0);
    assertThat(bench.judge(all)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void who_looks_at_another_container_reads_its_name() {
    bench
        .had(new SampleContainer("other").exited(0))
        .ran("docker logs " + SampleContainer.id("other").substring(0, 12), 0);

    assertThat(refusal("shown: {log: box}")).contains("You looked at `other`");
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
    assertThat(bench.answered(SHORT.toUpperCase(Locale.ROOT)).judge(ANSWER))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void the_id_of_an_image_is_told_to_be_one() {
    bench.engine.withImage("redis:latest");
    String image = bench.engine.world().images().getFirst().id().substring(7, 19);

    bench.answered(image);

    assertThat(refusal(ANSWER)).contains("image").contains("`redis`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/ps", "PS", "--ps", "+ps"})
  void a_word_may_be_answered_with_its_folder_or_sign(String given) {
    assertThat(new Bench().answered(given).judge("answer: {choice: {of: [ps, sh], right: ps}}"))
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
