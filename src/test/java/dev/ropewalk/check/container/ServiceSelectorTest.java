package dev.ropewalk.check.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** A container that is asked for by its service, and one by an id of which nothing is left. */
final class ServiceSelectorTest {
  private static final String RUNS = "container: {service: shop/stock}\nexpect: {state: running}";
  private static final String GONE = "ab".repeat(32);

  private static SampleContainer of(String name, String project, String oneOff) {
    return new SampleContainer(name)
        .label("com.docker.compose.project", project)
        .label("com.docker.compose.service", "stock")
        .label("com.docker.compose.oneoff", oneOff);
  }

  @Test
  void any_container_of_the_service_is_meant_and_no_other() {
    assertThat(new Bench().has(of("shop-stock-1", "shop", "False")).judge(RUNS))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(new Bench().has(of("other-stock-1", "other", "False")).judge(RUNS))
        .isInstanceOf(Verdict.Failed.class);
    assertThat(new Bench().has(of("shop-stock-run-1", "shop", "True")).judge(RUNS))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void an_id_is_never_offered_as_a_name() {
    Bench bench = new Bench().has(of("shop-stock-1", "shop", "False"));
    for (String check :
        new String[] {
          "container: \"%s\"\nexpect: {state: running}",
          "exec: \"%s\"\nrun: [true]\nexpect: {exit_code: 0}"
        }) {
      var why = ((Verdict.Failed) bench.judgeAll(check.formatted(GONE)).getFirst()).why();
      assertThat(why.says() + why.remedy()).contains(":retry").doesNotContain("--name", GONE);
    }
  }
}
