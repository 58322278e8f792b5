package dev.ropewalk.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line has asked of the engine counts, whatever its words say. */
final class AskedOfTheEngineTest {
  private static final String ID = SampleContainer.id("box");
  private static final String SHORT = ID.substring(0, 12);
  private static final String BY_SHORT_ID =
      "typed: {docker: stop, args: {any: [box]}, by: short_id}";

  private final Bench bench = new Bench().had(new SampleContainer("box").exited(0));

  private String refusal(String check) {
    Verdict verdict = bench.judge(check);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    return ((Verdict.Failed) verdict).why().says();
  }

  private static SampleExchange asks(Outcome.Action action, String word, boolean changed) {
    String verb = action.name().toLowerCase(Locale.ROOT);
    return SampleExchange.post("/containers/%s/%s".formatted(word, verb))
        .acted(action, word, changed);
  }

  private static SampleExchange looksUp(String word) {
    return SampleExchange.get("/containers/%s/json".formatted(word))
        .inspected(ObjectKind.CONTAINER, "box");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker ps -q | xargs docker stop",
        "sh -c 'docker stop $(docker ps -q)'",
        "bash stop.sh",
        "python3 stop.py",
        "docker stop $(docker ps -lq)",
        "halt \"$BOX\""
      })
  void what_the_engine_was_asked_with_counts_whatever_the_line_says(String line) {
    bench.asked(line, 0, asks(Outcome.Action.STOP, SHORT, true));
    assertThat(bench.judge(BY_SHORT_ID)).isInstanceOf(Verdict.Passed.class);

    Bench other =
        new AskedOfTheEngineTest().bench.asked(line, 0, asks(Outcome.Action.STOP, ID, true));
    assertThat(((Verdict.Failed) other.judge(BY_SHORT_ID)).why().says()).contains("64 characters");
  }

  @Test
  void a_placeholder_of_xargs_stands_for_what_was_asked_for() {
    String tail = "typed: {docker: logs, flags: {tail: 3}, args: {any: [box]}}";
    String line = "docker ps -q | xargs -I{} docker logs --tail 3 {}";

    assertThat(bench.asked(line, 0, SampleExchange.get("/containers/box/logs")).judge(tail))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(
            new AskedOfTheEngineTest()
                .bench
                .asked(line, 0, SampleExchange.get("/containers/other/logs"))
                .judge(tail))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void what_xargs_puts_at_the_end_is_what_was_asked_for() {
    String port = "typed: {docker: port, args: {any: [box]}}";
    SampleExchange list = SampleExchange.get("/containers/json");
    String line = "docker ps -q | xargs docker port";

    assertThat(bench.asked(line, 0, list, looksUp("box")).judge(port))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(new AskedOfTheEngineTest().bench.asked(line, 0, list, looksUp("other")).judge(port))
        .isInstanceOf(Verdict.Failed.class);
    assertThat(new AskedOfTheEngineTest().bench.asked("docker port", 1, list).judge(port))
        .isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f --tail 3 box",
        "N=3; docker logs --tail $N box",
        "sh last.sh box",
        "docker ps -q | xargs -n 1 docker logs -n 3"
      })
  void how_much_of_a_log_was_asked_for_counts_whatever_the_line_says(String line) {
    String tail = "typed: {docker: logs, flags: {tail: 3}, args: {any: [box]}}";
    SampleExchange three =
        SampleExchange.get("/containers/box/logs")
            .with("tail", "3")
            .shown(Outcome.View.LOGS, ID, 90);
    SampleExchange all =
        SampleExchange.get("/containers/box/logs")
            .with("tail", "all")
            .shown(Outcome.View.LOGS, ID, 90);

    assertThat(bench.asked(line, 0, looksUp("box"), three).judge(tail))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(new AskedOfTheEngineTest().bench.asked(line, 0, looksUp("box"), all).judge(tail))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void what_the_shell_never_came_to_has_not_failed() {
    String line = "while read -r n; do docker run -d --name \"$n\" redis; done <names.txt";
    String runs = "container: worker1\nexpect: {state: running}";

    assertThat(new AskedOfTheEngineTest().bench.wentRound(line, 1).judge(runs))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            it -> assertThat(it.why().says()).doesNotContain("ended with exit code"));
    assertThat(new AskedOfTheEngineTest().bench.asked(line, 1).judge(runs))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            it -> assertThat(it.why().says()).contains("ended with exit code 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker pull Redis|small ones: `redis`",
        "docker pull redis latest|A tag stands behind a colon: `docker pull redis:latest`",
        "docker images redis debian|takes at most one word",
        "docker images redis debian 2>/dev/null|takes at most one word",
        "docker ps all|takes no word",
      })
  void what_docker_itself_refuses_sends_nothing_and_is_told(String line, String words) {
    Verdict verdict =
        new AskedOfTheEngineTest()
            .bench
            .wentRound(line, 1)
            .judge("events: {happened: {action: pull, name: redis}}");

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            it -> assertThat(it.why().says() + " " + it.why().remedy()).contains(words));
  }

  @Test
  void a_user_that_is_not_there_is_named() {
    Verdict verdict =
        new Bench()
            .had(new SampleContainer("box"))
            .ran("docker exec --user roott box touch /etc/note", 126)
            .judge("shown: {exec: box, contains: done}");

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Failed.class, it -> assertThat(it.why().says()).contains("the user `roott`"));
  }

  @Test
  void a_look_that_is_thrown_away_is_none() {
    String looks = "typed: {docker: system df}";

    assertThat(
            new AskedOfTheEngineTest().bench.ran("docker system df 2> /dev/null", 0).judge(looks))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(new AskedOfTheEngineTest().bench.ran("docker system df > /dev/null", 0).judge(looks))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            it -> assertThat(it.why().says()).contains("where nobody sees it"));
    assertThat(
            new AskedOfTheEngineTest()
                .bench
                .had(new SampleContainer("box"))
                .ran("docker stop box > /dev/null", 0)
                .judge("typed: {docker: stop}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void a_command_for_several_is_one_command() {
    bench
        .had(new SampleContainer("other").exited(0))
        .asked(
            "docker stop box other",
            0,
            asks(Outcome.Action.STOP, "box", true),
            asks(Outcome.Action.STOP, "other", true));

    assertThat(bench.judge("typed: {docker: stop, args: [box, other]}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(bench.judge("typed: {docker: stop, args: [box]}"))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void a_container_that_is_attached_to_was_named_by_what_it_was_looked_up_with() {
    bench.asked(
        "docker start -a $(docker inspect -f '{{slice .Id 0 12}}' box)",
        0,
        looksUp("box"),
        looksUp(SHORT),
        SampleExchange.post("/containers/%s/attach".formatted(ID)),
        asks(Outcome.Action.START, ID, true));

    assertThat(bench.judge("typed: {docker: start, args: {any: [box]}, by: short_id}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(bench.judge("typed: {docker: start, args: {any: [box]}, by: full_id}"))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void to_start_what_it_has_made_is_part_of_running_it() {
    bench.asked(
        "docker run -d redis",
        0,
        SampleExchange.post("/containers/create").created("box"),
        asks(Outcome.Action.START, ID, true));

    assertThat(refusal("typed: {docker: start, args: {any: [box]}}")).contains("`docker run`");
  }

  @Test
  void a_key_that_is_passed_on_is_no_command() {
    bench.asked(
        "docker start -a box",
        130,
        looksUp("box"),
        SampleExchange.post("/containers/%s/attach".formatted(ID)),
        asks(Outcome.Action.START, ID, true),
        asks(Outcome.Action.KILL, ID, true));

    assertThat(refusal("typed: {docker: kill, args: {any: [box]}}")).contains("`docker start`");
  }
}
