package dev.ropewalk.check;

import static dev.ropewalk.engine.SampleExchange.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.SampleContainer;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads of what a noun asks the engine for only where a check needs it. */
final class DetailDiagnosisTest {
  private final Book book = new Book();

  @Test
  void logs_since_the_step_opened() {
    String ready = "logs: box\nexpect: {contains: ready}\nsince: step";
    UnaryOperator<Bench> before =
        b -> {
          b.engine.log("box", "ready");
          return b.has(new SampleContainer("box"));
        };
    book.tell("only before", ready, before);
    book.tell(
        "again",
        ready,
        b -> {
          b.engine.lateLog("box", "ready");
          return before.apply(b);
        });
    book.tell(
        "too often",
        "logs: box\nexpect: {count: 1}\nsince: step",
        b -> {
          b.engine.lateLog("box", "one", "two");
          return before.apply(b);
        });
    book.compare("logs-since");
  }

  @Test
  void logs_are_asked_for_from_the_moment_at_which_the_step_opened() {
    Bench bench =
        new Bench().has(new SampleContainer("box")).opened(Instant.parse("2030-01-01T00:00:05Z"));

    bench.judge("logs: box\nexpect: {count: 0}\nsince: step");

    assertThat(bench.engine.asked())
        .contains("logs " + SampleContainer.id("box") + " since 2030-01-01T00:00:05Z");
  }

  @Test
  void namespace_of_another_container() {
    String same = "namespace: app\nexpect: {net: {same_as: db}}";
    String other = "namespace: app\nexpect: {pid: {differs_from: db}}";
    SampleContainer app = new SampleContainer("app");
    SampleContainer db = new SampleContainer("db");
    UnaryOperator<Bench> both = b -> b.has(app).has(db);
    book.tell("seen to be the same", same, b -> alike(both.apply(b)));
    book.tell("seen to be the same, but should not", other, b -> alike(both.apply(b)));
    book.tell("asked for none", same, both);
    book.tell("asked for another", other, both);
    String joined = "container:" + SampleContainer.id("db");
    String pid = "namespace: app\nexpect: {pid: {same_as: db}}";
    book.tell(
        "joined, and not to be seen from here",
        pid,
        b -> b.has(new SampleContainer("app").pidMode(joined)).has(db));
    book.tell(
        "not joined, and not to be seen from here",
        "namespace: app\nexpect: {pid: {same_as: db}, mnt: {differs_from: db}}",
        both);
    book.tell("who knows", "namespace: app\nexpect: {cgroup: {same_as: db}}", both);
    book.tell("no other", same, b -> b.has(app));
    book.tell(
        "the other is stopped", same, b -> b.has(app).has(new SampleContainer("db").exited(0)));
    book.compare("namespace-of-another");
  }

  private static Bench alike(Bench bench) {
    bench.probes.namespace("net", "1", "2").namespace("pid", "3", "4");
    return bench;
  }

  @Test
  void port_body() {
    String hello = "port: 8080\nexpect: {answers: http, body: {contains: hello}}";
    UnaryOperator<Bench> web = b -> b.has(new SampleContainer("web").port("0.0.0.0", 8080, 80));
    book.tell(
        "as it should be",
        hello,
        b -> {
          b.probes.page(8080, "<h1>hello</h1>\n");
          return web.apply(b);
        });
    book.tell(
        "another page",
        hello,
        b -> {
          b.probes.page(8080, "<h1>Welcome to nginx</h1>\n");
          return web.apply(b);
        });
    book.tell(
        "no page",
        hello,
        b -> {
          b.probes.at(8080, new Probes.Reply.Answered("204"));
          return web.apply(b);
        });
    String health =
        "port: 8080\nexpect: {answers: http, path: /health, status: 200, body: {contains: fine}}";
    book.tell(
        "a path",
        health,
        b -> {
          b.probes.page(8080, "/health", 200, "all is fine\n");
          return web.apply(b);
        });
    book.tell(
        "a path that is not there",
        health,
        b -> {
          b.probes.page(8080, "/health", 404, "not found\n");
          return web.apply(b);
        });
    book.tell(
        "another page at the path",
        health,
        b -> {
          b.probes.page(8080, "/health", 200, "ill\n");
          return web.apply(b);
        });
    book.tell(
        "a path with what the learner has chosen",
        "port: 8080\nexpect: {answers: http, path: \"/${name}\", status: 200}",
        b -> {
          b.probes.page(8080, "/a%20b%0D%0A", 200, "");
          return web.apply(b).variable("name", "a b\r\n");
        });
    book.compare("port-body");
  }

  @Test
  void port_inside() {
    String inside = "port: 8080\nexpect: {answers: tcp, inside: 80}";
    UnaryOperator<Bench> answering =
        b -> {
          b.probes.at(8080, new Probes.Reply.Answered(""));
          return b;
        };
    book.tell(
        "as it should be",
        inside,
        b -> answering.apply(b).has(new SampleContainer("web").port("0.0.0.0", 8080, 80)));
    book.tell(
        "another one inside",
        inside,
        b -> answering.apply(b).has(new SampleContainer("web").port("0.0.0.0", 8080, 8000)));
    book.tell(
        "the wrong way round",
        inside,
        b -> answering.apply(b).has(new SampleContainer("web").port("0.0.0.0", 80, 8080)));
    book.tell("nothing there", inside, answering);
    book.compare("port-inside");
  }

  @Test
  void port_at_one_address() {
    String one = "port: 80\nexpect: {answers: tcp, bound_to: 127.0.0.2}";
    UnaryOperator<Bench> open =
        b -> {
          b.probes.at(80, new Probes.Reply.Answered(""));
          return b;
        };
    book.tell(
        "as it should be",
        one,
        b -> open.apply(b).has(new SampleContainer("web").port("127.0.0.2", 80, 80)));
    book.tell(
        "at another",
        one,
        b -> open.apply(b).has(new SampleContainer("web").port("127.0.0.1", 80, 80)));
    book.tell(
        "at all of them",
        one,
        b -> open.apply(b).has(new SampleContainer("web").port("0.0.0.0", 80, 80)));
    book.tell(
        "nobody answers", one, b -> b.has(new SampleContainer("web").port("127.0.0.2", 80, 80)));
    book.compare("port-address");
  }

  @Test
  void typed_exit_code() {
    String failed = "typed: {docker: logs, args: [nobody], exit_code: 1}";
    book.tell("as it should be", failed, b -> b.ran("docker logs nobody", 1));
    book.tell("it worked", failed, b -> b.ran("docker logs nobody", 0));
    book.tell("for another", failed, b -> b.ran("docker logs somebody", 1));
    book.tell("nothing was done", failed, b -> b);
    book.compare("typed-exit-code");
  }

  @Test
  void state_in_words_that_help() {
    SampleContainer box = new SampleContainer("box");
    String created = "container: box\nexpect: {state: created}";
    String runs = "container: box\nexpect: {state: running}";
    UnaryOperator<Bench> killed =
        b -> b.has(new SampleContainer("box").exited(137).oomKilled().memory(64 << 20));
    book.tell("run in place of created", created, b -> b.has(box));
    book.tell("too little memory", runs, killed);
    book.tell(
        "too little memory, and no more was given",
        runs,
        b ->
            killed
                .apply(b)
                .asked(
                    "docker update -m 128m box; docker start box",
                    0,
                    post("/containers/box/update")
                        .refused(
                            400,
                            "Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time"),
                    post("/containers/box/start").acted(Outcome.Action.START, "box", true)));
    String log = "container: box\nexpect: {log_options: {max-size: 10m}}";
    book.tell(
        "log options", log, b -> b.has(new SampleContainer("box").logOption("max-size", "10m")));
    book.tell("others", log, b -> b.has(new SampleContainer("box").logOption("max-size", "20m")));
    book.tell("none of them", log, b -> b.has(box));
    book.tell(
        "its start has failed",
        runs,
        b ->
            b.has(
                    new SampleContainer("box")
                        .state(ContainerState.CREATED)
                        .error("exec: \"sleep-x\": executable file not found in $PATH"))
                .asked(
                    "docker exec box ls",
                    1,
                    post("/containers/box/exec").refused(409, "Container 4711 is not running")));
    book.compare("state-in-words-that-help");
  }

  @Test
  void answer_count() {
    String count = "answer: {number: {from: {container: {image: redis}, value: count}}}";
    UnaryOperator<Bench> three =
        b ->
            b.has(new SampleContainer("one"))
                .has(new SampleContainer("two").exited(0))
                .has(new SampleContainer("three").image("nginx"))
                .alien(new SampleContainer("four"));
    book.tell("as it should be", count, b -> three.apply(b).answered("2"));
    book.tell("with somebody else's", count, b -> three.apply(b).answered("3"));
    book.tell("wrong", count, b -> three.apply(b).answered("1"));
    book.tell("nothing", count, b -> b.answered("0"));
    book.compare("answer-count");
  }
}
