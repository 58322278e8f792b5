package dev.ropewalk.check;

import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads of what they have typed and answered. */
final class AnswerDiagnosisTest {
  private final Book book = new Book();

  private void tell(String situation, String check, UnaryOperator<Bench> setting) {
    book.tell(situation, check, setting);
  }

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  @Test
  void typed() {
    String all = "typed: {docker: ps, flags: {all: true}}";
    String tail = "typed: {docker: logs, flags: {tail: 3}, args: {any: [box]}}";

    tell("with the short flag", all, b -> b.ran("docker ps -a", 0));
    tell("by its other name", all, b -> b.ran("docker container ls --all", 0));
    tell("in a pipe", all, b -> b.ran("docker ps -a | grep box", 1));
    tell("nothing of docker", all, b -> b.ran("ls", 0));
    tell("another command", all, b -> b.ran("docker images", 0));
    tell("no command of docker", all, b -> b.ran("docker --version", 0));
    tell("nothing at all", all, b -> b);
    tell("without the flag", all, b -> b.ran("docker ps", 0));
    tell("it failed", all, b -> b.ran("docker ps -a --bogus", 125));
    tell(
        "first right, then something else",
        all,
        b -> b.ran("docker ps -a", 0).ran("docker images", 0));
    tell("a value", tail, b -> b.had(box()).ran("docker logs -n 3 box", 0));
    tell("by id", tail, b -> b.had(box()).ran("docker logs --tail=3 626f78", 0));
    tell(
        "by a substitution",
        tail,
        b ->
            b.had(box())
                .ran(
                    "docker logs --tail 3 $(docker ps -q)",
                    0,
                    "docker ps -q",
                    "docker logs --tail 3 626f78000000"));
    tell("by an alias", tail, b -> b.had(box()).ran("dl box", 0, "docker logs -n 3 box"));
    tell("another value", tail, b -> b.had(box()).ran("docker logs --tail 5 box", 0));
    tell("another container", tail, b -> b.had(box()).ran("docker logs --tail 3 bax", 1));
    tell(
        "the right one later",
        tail,
        b -> b.had(box()).ran("docker logs --tail 3 box; docker ps", 0));
    String port = "typed: {docker: port, args: {any: [box]}}";
    tell(
        "in a script of a shell",
        port,
        b -> b.had(box()).ran("docker ps", 0).ran("sh -c 'docker container port box'", 0));
    tell(
        "another one in a script of a shell",
        port,
        b -> b.had(box()).ran("docker ps", 0).ran("bash -ec \"docker port bax | cat\"", 1));
    tell(
        "by xargs in a script of a shell",
        port,
        b ->
            b.had(box())
                .ran("docker images", 0)
                .asked(
                    "sh -c \"docker ps -q | xargs docker container port\"",
                    0,
                    SampleExchange.get("/containers/json"),
                    SampleExchange.get("/containers/626f78000000/json")));
    tell("interrupted", tail, b -> b.had(box()).ran("docker logs -f --tail 3 box", 130));
    tell(
        "of another",
        tail,
        b -> b.had(box()).had(new SampleContainer("bax")).ran("docker logs --tail 3 bax", 0));
    book.compare("typed");
  }

  @Test
  void answer() {
    String pid = "answer: {number: {from: {container: box, value: host_pid}}}";
    String id = "answer: {text: {from: {container: box, value: short_id}}}";
    String secret =
        "answer: {text: {hashed: {sha256: %s, salt: sea}}}"
            .formatted("61b7c62273a6e06d5d97db092460c098501fc6e7ddca7c9b8f884f535d1b1477");
    tell("a secret", secret, b -> b.answered("salt"));
    tell("not the secret", secret, b -> b.answered("pepper"));
    tell(
        "the secret, and then another question's answer",
        secret,
        b -> b.answered("salt").answered("pepper"));
    String choice = "answer: {choice: {of: [SIGTERM, SIGKILL], right: SIGTERM}}";

    tell("right", pid, b -> b.has(box()).answered("4711"));
    tell("none yet", pid, b -> b.has(box()));
    tell("no number", pid, b -> b.has(box()).answered("box"));
    tell("the pid inside", pid, b -> b.has(box()).answered("1"));
    tell("another number", pid, b -> b.has(box()).answered("42"));
    tell("first wrong, then right", pid, b -> b.has(box()).answered("42").answered(" 4711 "));
    tell("stopped", pid, b -> b.has(box().exited(0)).answered("4711"));
    tell("no container", pid, b -> b.answered("4711"));
    tell("the full id instead", id, b -> b.has(box()).answered(SampleContainer.id("box")));
    tell("the name instead", id, b -> b.has(box()).answered("box"));
    tell("one of them", choice, b -> b.answered("sigterm"));
    tell("the other", choice, b -> b.answered("SIGKILL"));
    tell("gone on since", choice, b -> b.answered("SIGKILL").ran("docker ps", 0));
    tell("neither", choice, b -> b.answered("SIGINT"));
    tell("right, and then a guess", choice, b -> b.answered("sigterm").answered("SIGKILL"));
    tell("right, and then none of them", choice, b -> b.answered("SIGTERM").answered("SIGHUP"));
    tell("right twice", choice, b -> b.answered("SIGTERM").answered("sigterm"));
    tell(
        "right, a guess, and gone on since",
        choice,
        b -> b.answered("SIGTERM").answered("SIGKILL").ran("docker ps", 0));
    tell("right, and then no number", pid, b -> b.has(box()).answered("4711").answered("box"));
    tell("several words for a number", pid, b -> b.has(box()).answered("host pid 4711"));
    tell(
        "a text of several words",
        "answer: {text: {is: maxmemory 64mb}}",
        b -> b.answered("maxmemory 64mb"));
    tell("not chosen yet", choice, b -> b);
    String either = "answer: {choice: {of: [SIGTERM, SIGKILL, SIGINT], right: [SIGTERM, SIGINT]}}";
    tell("either of them", either, b -> b.answered("SIGINT"));
    tell("neither of the right ones", either, b -> b.answered("SIGKILL"));
    String all = "answer: {choice: {of: [SIGTERM, SIGKILL, SIGINT], all: [SIGTERM, SIGINT]}}";
    tell("all of them", all, b -> b.answered("sigint, SIGTERM"));
    tell("not all of them", all, b -> b.answered("SIGTERM SIGTERM"));
    tell("one too many", all, b -> b.answered("SIGTERM SIGINT SIGKILL"));
    tell("one that is not there", all, b -> b.answered("SIGTERM SIGHUP"));
    tell("none of them yet", all, b -> b);
    tell("all of them, as they are spoken", all, b -> b.answered("SIGTERM and the SIGINT"));
    tell("one with an article", choice, b -> b.answered("the SIGTERM"));
    String pong = "answer: {text: {is: PONG}}";
    tell("a text with an article", pong, b -> b.answered("a pong"));
    tell("a text among other words", pong, b -> b.answered("PONG is the reply"));
    tell("a number with an article", pid, b -> b.has(box()).answered("the 4711"));
    tell("an article alone", pong, b -> b.answered("the"));
    tell("a text", "answer: {text: {is: PONG}}", b -> b.answered("PING"));
    tell(
        "the host's namespace",
        "answer: {number: {from: {container: box, value: namespace_pid}}}",
        b -> DiagnosisTest.kernel(b.has(box()), "1", "2").answered("2"));
    String inside = "answer: {number: {from: {container: box, process: sleep 9, value: pid}}}";
    String outside = inside.replace("value: pid", "value: host_pid");
    UnaryOperator<Bench> two =
        b -> {
          b.probes.process(900, 1, "root", "watch ps");
          b.probes.process(950, 7, "root", "sleep 9");
          return b.has(box());
        };
    String parent = "answer: {number: {from: {container: box, value: parent_pid}}}";
    UnaryOperator<Bench> first =
        b -> {
          b.probes.process(4711, 1, "root", "watch ps");
          return b.has(box());
        };
    tell("the parent", parent, b -> first.apply(b).answered("4710"));
    tell("the child", parent, b -> first.apply(b).answered("4711"));
    tell("no parent", parent, b -> first.apply(b).answered("42"));
    tell("a process inside", inside, b -> two.apply(b).answered("7"));
    tell("a process outside", outside, b -> two.apply(b).answered("950"));
    tell("the other side's number", inside, b -> two.apply(b).answered("950"));
    tell("the number inside", outside, b -> two.apply(b).answered("7"));
    tell("another process's number", outside, b -> two.apply(b).answered("900"));
    tell("no process's number", outside, b -> two.apply(b).answered("42"));
    tell(
        "a process that has ended",
        inside.replace("sleep 9", "sleep 10"),
        b -> two.apply(b).answered("7"));
    tell("a process of a stopped one", inside, b -> b.has(box().exited(0)).answered("7"));
    book.compare("answer");
  }
}
