package dev.ropewalk.check.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** A port belongs to a container; and when nobody answers there, what runs inside says why. */
final class PortTruthTest {
  private static final String OURS =
      "port: 12345\nexpect: {answers: redis, bound_to: all, container: box}";
  private static final String HERE = "port: 12345\nexpect: {answers: redis, bound_to: loopback}";

  private final Bench bench = new Bench();

  private static SampleContainer box() {
    return new SampleContainer("box").port("0.0.0.0", 12345, 6379);
  }

  private String refusal(String check) {
    Verdict verdict = bench.judge(check);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    Diagnosis why = ((Verdict.Failed) verdict).why();
    return why.says() + " " + why.remedy();
  }

  @Test
  void a_port_that_another_container_answers_is_not_this_ones() {
    bench
        .has(new SampleContainer("box"))
        .has(new SampleContainer("bax").port("0.0.0.0", 12345, 6379));
    bench.probes.at(12345, new Probes.Reply.Answered("+PONG"));

    assertThat(refusal(OURS)).contains("`bax`").contains("`box`");
  }

  @Test
  void a_port_that_its_own_container_answers_is_right() {
    bench.has(box());
    bench.probes.at(12345, new Probes.Reply.Answered("+PONG"));

    assertThat(bench.judge(OURS)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void a_program_that_is_no_redis_is_named() {
    bench.has(box().command("sleep", "600"));

    assertThat(refusal(OURS)).contains("`sleep 600`");
  }

  @Test
  void a_program_that_listens_on_another_port_is_told() {
    bench.has(box().command("--port", "7000"));
    bench.engine.withImage("redis:latest");

    assertThat(refusal(OURS)).contains("7000");
  }

  @Test
  void a_program_that_listens_inside_only_is_told() {
    bench.has(box().command("redis-server", "--bind", "127.0.0.1"));

    assertThat(refusal(OURS)).contains("--bind 127.0.0.1");
  }

  @Test
  void a_port_of_another_protocol_is_told() {
    bench.has(new SampleContainer("box").port("0.0.0.0", 12345, 6379, "udp"));

    assertThat(refusal(OURS)).contains("udp").contains("tcp");
  }

  @Test
  void an_address_of_this_machine_that_others_reach_is_told_as_what_it_is() {
    bench.has(new SampleContainer("box").port("172.17.0.1", 12345, 6379));

    assertThat(refusal(HERE)).contains("172.17.0.1").contains("`-p 127.0.0.1:12345:6379`");
  }

  @Test
  void both_loopback_addresses_are_this_machine_only() {
    bench.has(new SampleContainer("box").port("::1", 12345, 6379).port("127.0.0.1", 12345, 6379));
    bench.probes.at(12345, new Probes.Reply.Answered("+PONG"));

    assertThat(bench.judge(HERE)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void the_remedy_keeps_the_address_that_is_asked_for() {
    bench.has(new SampleContainer("box"));

    assertThat(refusal(HERE)).contains("`-p 127.0.0.1:12345:6379`");
  }

  @Test
  void one_in_the_network_of_this_machine_publishes_nothing() {
    bench.has(new SampleContainer("box").network("host").command("--port", "12345"));

    assertThat(refusal(OURS)).contains("--network host").contains("`-p 12345:6379`");
  }
}
