package dev.ropewalk.check.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.SampleContainer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every matcher, as an author writes it, against one container. */
final class MatchersTest {
  private static Bench bench() {
    return new Bench()
        .has(
            new SampleContainer("box")
                .image("redis:7")
                .command("redis-server", "--port", "6379", "--port")
                .memory(64L << 20)
                .nanoCpus(500_000_000)
                .interactive()
                .env("A", "1")
                .env("EMPTY", "")
                .label("com.example.role", "cache")
                .port("0.0.0.0", 12345, 6379)
                .port("127.0.0.1", 12346, 53)
                .mount("volume", "data", "/data", true)
                .mount("bind", "/srv/conf", "/conf", false))
        .variable("first_id", SampleContainer.id("box"))
        .variable("other_id", SampleContainer.id("other"))
        .variable("port", "12345");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "state: running|yes",
        "state: exited|no",
        "state: {not: exited}|yes",
        "state: {one_of: [exited, running]}|yes",
        "state: {one_of: [exited, paused]}|no",
        "state: {not: {one_of: [exited, running]}}|no",
        "state: {starts_with: run}|yes",
        "image: redis:7|yes",
        "image: docker.io/library/redis:7|yes",
        "image: redis|no",
        "image: {starts_with: redis}|yes",
        "image: {contains: dis}|yes",
        "image: {ends_with: \":7\"}|yes",
        "image: {matches: '^redis:\\d$'}|yes",
        "image: {matches: 'nginx'}|no",
        "image: {starts_with: re, ends_with: \":8\"}|no",
        "id: \"${first_id}\"|yes",
        "id: \"${other_id}\"|no",
        "id: {same_as: \"${first_id}\"}|yes",
        "id: {differs_from: \"${first_id}\"}|no",
        "id: {differs_from: \"${other_id}\"}|yes",
        "id: {same_as: first_id}|yes",
        "id: {differs_from: first_id}|no",
        "id: {differs_from: other_id}|yes",
        "image: {version: '>=6'}|yes",
        "image: {version: '>=7.0.1'}|no",
        "image: {version: '>= 6, < 8'}|yes",
        "image: {version: '7'}|yes",
        "image: {version: '70'}|no",
        "memory: {size: 64m}|yes",
        "memory: {size: {at_most: 63m}}|no",
        "hostname: {hashed: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}|no",
        "user: {hashed: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}|yes",
        "name: {hashed: {sha256: 194a747547279d3f55f9d76295df8b58614dd2476eb2fec8af177163ca36638b, salt: s}}|yes",
        "labels: {version: '1'}|no",
        "labels: {com.example.role: {not: {version: '7'}}}|yes",
        "id: 626f78|yes",
        "id: 626f79|no",
        "restarts: 0|yes",
        "restarts: {at_least: 0}|yes",
        "restarts: {at_least: 1}|no",
        "restarts: {at_most: 0}|yes",
        "restarts: {between: [0, 0]}|yes",
        "restarts: {between: [1, 2]}|no",
        "memory: 64m|yes",
        "memory: 65536k|yes",
        "memory: 67108864|yes",
        "memory: {at_most: 0.5g}|yes",
        "memory: {at_least: 65m}|no",
        "cpus: 0.5|yes",
        "cpus: 0.50|yes",
        "cpus: {at_most: 0.4}|no",
        "tty: true|yes",
        "tty: false|no",
        "tty: {not: true}|no",
        "user: \"\"|yes",
        "user: {empty: true}|yes",
        "user: {exists: true}|no",
        "user: {absent: true}|no",
        "workdir: {exists: true}|yes",
        "workdir: {empty: false}|yes",
        "health: {absent: true}|yes",
        "health: {exists: false}|yes",
        "health: healthy|no",
        "health: {not: unhealthy}|yes",
        "command: [redis-server, --port, \"6379\", --port]|yes",
        "command: [--port, --port, redis-server, \"6379\"]|yes",
        "command: [redis-server, --port, \"6379\"]|no",
        "command: {exactly: [redis-server, --port, --port, 6379]}|yes",
        "command: {exactly: [redis-server, --port, 6379, 6379]}|no",
        "command: []|no",
        "cap_add: []|yes",
        "cap_add: {empty: true}|yes",
        "cap_add: {count: 0}|yes",
        "cap_add: {all: NET_RAW}|yes",
        "cap_add: {any: NET_RAW}|no",
        "cap_add: {none: NET_RAW}|yes",
        "command: {contains: --port}|yes",
        "command: {contains: --appendonly}|no",
        "command: {contains: --po}|no",
        "command: {any: {starts_with: --po}}|yes",
        "command: {any: [nothing, redis-server]}|yes",
        "command: {all: {not: bash}}|yes",
        "command: {all: {starts_with: --}}|no",
        "command: {none: {ends_with: bash}}|yes",
        "command: {none: redis-server}|no",
        "command: {count: 4}|yes",
        "command: {count: {at_most: 3}}|no",
        "command: {in_order: [redis-server, --port]}|yes",
        "command: {in_order: [--port, --port]}|yes",
        "command: {in_order: [6379, redis-server]}|no",
        "command: {in_order: [--port, --port, --port]}|no",
        "env: {A: 1}|yes",
        "env: {A: 2}|no",
        "env: {A: 1, B: 2}|no",
        "env: {EMPTY: \"\"}|yes",
        "env: {contains: A}|yes",
        "env: {contains: B}|no",
        "env: {NOTHING: {absent: true}}|yes",
        "labels: {com.example.role: {matches: '^c'}}|yes",
        "labels: {empty: true}|no",
        "ports: {any: {host: 12345, container: 6379}}|yes",
        "ports: {any: {host: 12345, container: 6379/udp}}|no",
        "ports: {any: {host: 12345, container: 53}}|no",
        "ports: {any: {host: \"${port}\"}}|yes",
        "ports: {any: {host: {at_least: 12346}}}|yes",
        "ports: {all: {address: 127.0.0.1}}|no",
        "ports: {contains: \"12345:6379\"}|yes",
        "ports: {contains: \"127.0.0.1:12346:53\"}|yes",
        "ports: {contains: \"12346:6379\"}|no",
        "ports: {count: 2}|yes",
        "ports: [\"12345:6379\", \"12346:53/tcp\"]|yes",
        "mounts: {any: {type: volume, source: data, target: /data, read_only: true}}|yes",
        "mounts: {any: {target: /data, read_only: false}}|no",
        "mounts: {contains: \"data:/data:ro\"}|yes",
        "mounts: {contains: \"data:/data\"}|no",
        "mounts: {none: {type: tmpfs}}|yes",
        "networks: [bridge]|yes",
        "state: running, image: redis:7, tty: true|yes",
        "state: running, image: redis:7, tty: false|no",
      })
  void a_container_is_as_expected_or_not(String expectation, String holds) {
    Verdict verdict = bench().judge("container: box\nexpect: {" + expectation + "}");

    assertThat(verdict)
        .isInstanceOf(holds.equals("yes") ? Verdict.Passed.class : Verdict.Failed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ports: {any: {host: 18080, container: 6379}}|yes",
        "ports: {any: {host: 12345, container: 6379, address: 0.0.0.0}}|yes",
        "ports: {count: 2}|yes",
        "ports: {empty: true}|no",
      })
  void a_port_of_ipv6_alone_is_published_and_one_of_both_stands_once(
      String expectation, String holds) {
    Bench bench =
        new Bench()
            .has(
                new SampleContainer("box")
                    .port("::", 18080, 6379)
                    .port("0.0.0.0", 12345, 6379)
                    .port("::", 12345, 6379));

    assertThat(bench.judge("container: box\nexpect: {" + expectation + "}"))
        .isInstanceOf(holds.equals("yes") ? Verdict.Passed.class : Verdict.Failed.class);
  }

  @Test
  void a_pattern_that_looks_too_often_is_given_up() {
    Bench bench = bench();
    bench.engine.log("box", "a".repeat(40) + "b");

    assertThat(bench.judge("logs: box\nexpect: {matches: '(a+)+(c)\\2'}"))
        .isEqualTo(
            new Verdict.Errored(
                "the check cannot be judged: a pattern that needs more than 200000 steps"));
  }

  @Test
  void a_pattern_that_goes_too_deep_is_given_up() {
    Bench bench = bench();
    bench.engine.log("box", IntStream.range(0, 50_000).mapToObj(_ -> "ab").toArray(String[]::new));

    assertThat(bench.judge("logs: box\nexpect: {matches: '(a|b|\\n)*c'}"))
        .isEqualTo(
            new Verdict.Errored(
                "the check cannot be judged: a pattern that repeats a group too often"));
  }

  @Test
  void a_variable_without_a_value_blocks_the_check() {
    Bench bench = bench().variable("later", "x");
    Check check = bench.check("container: box\nexpect: {hostname: \"${later}\"}");

    Verdict verdict = check.judge(bench().scene());

    assertThat(verdict)
        .isEqualTo(new Verdict.Blocked("an earlier check, which gives `${later}` its value"));
  }

  @Test
  void a_variable_that_is_no_value_of_the_type_is_our_trouble() {
    assertThat(bench().variable("n", "many").judge("container: box\nexpect: {exit_code: \"${n}\"}"))
        .isEqualTo(new Verdict.Errored("the check cannot be judged: a whole number"));
  }
}
