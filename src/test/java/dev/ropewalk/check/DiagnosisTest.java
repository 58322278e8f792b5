package dev.ropewalk.check;

import dev.ropewalk.check.Probes.Reply;
import dev.ropewalk.engine.SampleContainer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What a learner reads, noun by noun: each golden file lists situations, and below each what is
 * told of it.
 */
final class DiagnosisTest {
  private final Book book = new Book();

  private void tell(String situation, String check, UnaryOperator<Bench> setting) {
    book.tell(situation, check, setting);
  }

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  @Test
  void image() {
    String there = "all:\n  - {image: redis, expect: exists}";

    tell("there", there, b -> image(b, "redis:latest"));
    tell("not there", there, b -> b);
    tell("a near name", there, b -> image(b, "radis:latest"));
    tell("the pull failed", there, b -> b.ran("docker pull radis", 1));
    tell("another tag", "image: redis:7\nexpect: exists", b -> image(b, "redis:latest"));
    String health = "image: redis\nexpect: {healthcheck: {any: {contains: ping}}}";
    tell("its health check", health, b -> image(b, "redis:latest"));
    tell("another health check", health.replace("ping", "get"), b -> image(b, "redis:latest"));
    tell("its user", "image: redis\nexpect: {user: redis}", b -> image(b, "redis:latest"));
    tell(
        "its ports",
        "image: redis\nexpect: {exposes: {contains: 80}}",
        b -> image(b, "redis:latest"));
    tell("its size", "image: redis\nexpect: {size: {at_most: 10m}}", b -> image(b, "redis:latest"));
    tell("still there", "image: redis\nexpect: absent", b -> image(b, "redis:latest"));
    tell(
        "a container needs it",
        "image: redis\nexpect: absent",
        b -> image(b.has(box().exited(0).image("redis0latest")), "redis:latest"));
    tell(
        "a container needs it that is not of the lesson",
        "image: redis\nexpect: absent",
        b -> image(b.alien(box().exited(0).image("redis0latest")), "redis:latest"));
    tell("never there", "image: redis\nexpect: absent", b -> b);
    tell(
        "removed", "image: redis\nexpect: absent", b -> b.happenedToImage("untag", "redis:latest"));
    book.compare("image");
  }

  private static Bench image(Bench bench, String tag) {
    bench.engine.withImage(tag);
    return bench;
  }

  @Test
  void port() {
    String redis = "port: 12345\nexpect: {answers: redis, bound_to: all}";

    tell("answers", redis, b -> answers(b.has(box().port("0.0.0.0", 12345, 6379)), "+PONG"));
    tell("nothing was done", redis, b -> b);
    tell("somebody else answers", redis, b -> answers(b, "+PONG"));
    tell("nothing is published", redis, b -> b.has(box()));
    tell("another port", redis, b -> b.has(box().port("0.0.0.0", 12346, 6379)));
    tell("the wrong way round", redis, b -> b.has(box().port("0.0.0.0", 6379, 12345)));
    tell("the wrong port inside", redis, b -> b.has(box().port("0.0.0.0", 12345, 80)));
    tell(
        "-p stands too late", redis, b -> b.has(box().command("redis-server", "-p", "12345:6379")));
    tell("stopped", redis, b -> b.has(box().exited(0).port("0.0.0.0", 12345, 6379)));
    tell("nobody answers yet", redis, b -> b.has(box().port("0.0.0.0", 12345, 6379)));
    tell(
        "this machine only",
        redis,
        b -> answers(b.has(box().port("127.0.0.1", 12345, 6379)), "+PONG"));
    tell(
        "every machine",
        "port: 12345\nexpect: {answers: redis, bound_to: loopback}",
        b -> answers(b.has(box().port("0.0.0.0", 12345, 6379)), "+PONG"));
    tell(
        "another status",
        "port: 12345\nexpect: {answers: http, status: 200}",
        b -> answers(b.has(box().port("0.0.0.0", 12345, 80)), "404"));
    tell("closed", "port: 12345\nexpect: closed", b -> b.happened("destroy", "box"));
    tell("never open", "port: 12345\nexpect: closed", b -> b);
    tell(
        "still open",
        "port: 12345\nexpect: closed",
        b -> answers(b.had(box().port("0.0.0.0", 12345, 6379)).happened("start", "box"), ""));
    tell(
        "a program has it",
        "port: 12345\nexpect: closed",
        b -> answers(b.happened("destroy", "box"), ""));
    book.compare("port");
  }

  private static Bench answers(Bench bench, String detail) {
    bench.probes.at(12345, new Reply.Answered(detail));
    return bench;
  }

  @Test
  void logs() {
    String ready = "logs: box\nexpect: {contains: Ready}";

    tell("in it", ready, b -> log(b.has(box()), "starting", "Ready to accept"));
    tell("not yet", ready, b -> log(b.has(box()), "starting", ""));
    tell("never", ready, b -> log(b.has(box().exited(1)), "no `config`"));
    tell("empty", ready, b -> b.has(box()));
    tell("no such container", ready, b -> b);
    tell(
        "too few lines",
        "logs: box\nexpect: {count: {at_least: 3}}",
        b -> log(b.has(box()), "one"));
    String errors = ready + "\nstream: stderr";
    tell("on the other stream", errors, b -> log(b.has(box()), "Ready to accept"));
    tell("on this stream", ready + "\nstream: stdout", b -> log(b.has(box()), "Ready"));
    book.compare("logs");
  }

  private static Bench log(Bench bench, String... lines) {
    bench.engine.log("box", lines);
    return bench;
  }

  @Test
  void events() {
    String died = "events: {happened: {action: die, name: box, exit_code: 0}}";

    tell("it happened", died, b -> b.happened("die", "box", "exitCode", "0"));
    tell("with another code", died, b -> b.happened("die", "box", "exitCode", "1"));
    tell("to another one", died, b -> b.happened("die", "bax", "exitCode", "0"));
    tell("not yet", died, b -> b.has(box()));
    tell("before the step", died, b -> b.happenedBefore("die", "box"));
    tell("in the lesson", died + "\nsince: lesson", b -> b.happenedBefore("die", "bax"));
    String twice = "events: {happened: {action: die, name: box}}\ncount: 2\nsince: lesson";
    tell("twice", twice, b -> b.happenedBefore("die", "box").happened("die", "box"));
    tell("once of two", twice, b -> b.happenedBefore("die", "box"));
    tell("none of two", twice, b -> b);
    String pulled = "events: {happened: {action: pull, name: redis}}";
    tell("pulled", pulled, b -> b.happenedToImage("pull", "redis:latest"));
    tell("not pulled", pulled, b -> b);
    tell("the pull failed", pulled, b -> b.ran("docker pull radis", 1));
    String order =
        "events: {in_order: [{action: die, image: redis}, {action: destroy, image: redis}]}";
    tell("in order", order, b -> b.happened("die", "box").happened("destroy", "box"));
    tell("out of order", order, b -> b.happened("destroy", "box").happened("die", "box"));
    String never = "events: {never: {action: restart, name: box}}";
    tell("never", never, b -> b.has(box()));
    tell("it happened all the same", never, b -> b.has(box()).happened("restart", "box"));
    book.compare("events");
  }

  @Test
  void namespace() {
    String own = "namespace: box\nexpect: {pid: differs_from_host, user: same_as_host}";

    tell("as the kernel tells", own, b -> kernel(b.has(box()), "1", "2"));
    tell("shared", own, b -> kernel(b.has(box().pidMode("host")), "2", "2"));
    tell(
        "its own",
        "namespace: box\nexpect: {pid: same_as_host}",
        b -> kernel(b.has(box()), "1", "2"));
    tell(
        "the flag stands too late",
        "namespace: box\nexpect: {pid: same_as_host}",
        b -> kernel(b.has(box().command("redis-server", "--pid", "host")), "1", "2"));
    tell(
        "as the engine was asked",
        "namespace: box\nexpect: {pid: same_as_host}",
        b -> b.has(box().pidMode("host")));
    tell("not to be read", "namespace: box\nexpect: {cgroup: same_as_host}", b -> b.has(box()));
    tell("stopped", own, b -> b.has(box().exited(0)));
    tell("no such container", own, b -> b);
    book.compare("namespace");
  }

  static Bench kernel(Bench bench, String inside, String outside) {
    bench.probes.namespace("pid", inside, outside).namespace("user", "7", "7");
    return bench;
  }

  @Test
  void combinations() {
    String both =
        "all:\n  - {container: box, expect: {state: running}}\n  - {container: bax, expect: {state: running}}";
    String one = both.replace("all:", "any:");

    tell("all of them", both, b -> b.has(box()).has(new SampleContainer("bax")));
    tell(
        "the first one that fails",
        both,
        b -> b.has(box().exited(0)).has(new SampleContainer("bax")));
    tell("one of them", one, b -> b.has(box()));
    tell("the nearest of them", one, b -> b.has(new SampleContainer("bax").exited(0)));
    tell("none of them", one, b -> b);
    String none = "none:\n  - {container: box, expect: {state: running}}";
    tell("what should not be is not", none, b -> b);
    tell("what should not be is", none, b -> b.has(box()));
    book.compare("combination");
  }
}
