package dev.ropewalk.check.container;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Book;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads of containers that are not as they should be. */
final class ContainerDiagnosisTest {
  private static final String RUNS =
      "container: box\nexpect: {state: running, mode: detached, image: redis}";

  private final Book book = new Book();

  private void tell(String situation, String check, UnaryOperator<Bench> setting) {
    book.tell(situation, check, setting);
  }

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  @Test
  void a_new_one_is_asked_for_and_the_one_from_before_is_there() {
    String another =
        "container: {image: redis, newest: true}\nexpect: {id: {differs_from: \"${first}\"}, state: exited, command: {exactly: [echo, hello]}}\never: [create, start]";

    tell(
        "the one from before",
        another,
        b -> b.variable("first", SampleContainer.id("box")).had(box().exited(0)));
    tell(
        "the new one has removed itself",
        another,
        b ->
            b.variable("first", SampleContainer.id("box"))
                .had(box().exited(0).command("echo", "helo"))
                .happened("create", "wise_wu")
                .happened("destroy", "wise_wu")
                .ran("docker run --rm redis echo hello", 0));
    book.compare("container-from-before");
  }

  @Test
  void container() {
    tell("as it should be", RUNS, b -> b.has(box()));
    tell("nothing was done", RUNS, b -> b);
    tell("another name, nearly right", RUNS, b -> b.has(new SampleContainer("boxx")));
    tell("another name", RUNS, b -> b.has(new SampleContainer("eager_curie")));
    tell(
        "a container of an earlier step has a near name",
        RUNS,
        b -> b.had(new SampleContainer("box1")).happenedBefore("create", "box1"));
    tell("somebody else's", RUNS, b -> b.alien(box()));
    tell("removed", RUNS, b -> b.happened("create", "box").happened("destroy", "box"));
    tell(
        "removed, and nobody knows what it ran",
        "container: box\nexpect: {image: redis, command: {none: {contains: echo}}}",
        b -> b.happened("create", "box").happened("destroy", "box"));
    tell(
        "the name was taken",
        RUNS,
        b -> b.alien(box().exited(0)).ran("docker run -d --name box redis", 125));
    tell(
        "the command failed: unknown flag", RUNS, b -> b.ran("docker run -d --nam box redis", 125));
    tell("the command failed: no image", RUNS, b -> b.ran("docker run -d --name box", 1));
    tell(
        "the command failed: unknown image",
        RUNS,
        b -> {
          b.engine.withImage("redis:latest");
          return b.ran("docker run -d --name box rediss", 125);
        });
    tell("the command failed: unknown command", RUNS, b -> b.ran("docker rum -d redis", 1));
    tell("created only", RUNS, b -> b.has(box().state(ContainerState.CREATED)));
    tell(
        "could not start",
        RUNS,
        b -> b.has(box().state(ContainerState.CREATED).error("exec: \"redi\": not found")));
    tell("attached, ended by Ctrl-C", RUNS, b -> b.has(box().exited(0).attached()));
    tell("stopped", RUNS, b -> b.has(box().exited(0)));
    tell("killed", RUNS, b -> b.has(box().exited(137)));
    tell("died of too little memory", RUNS, b -> b.has(box().exited(137).oomKilled()));
    tell(
        "failed by itself",
        RUNS,
        b -> {
          b.engine.log("box", "*** FATAL CONFIG FILE ERROR ***", "argument `x` is bad", "");
          return b.has(box().exited(1));
        });
    tell(
        "failed by itself, with a file of the learner's",
        RUNS,
        b -> b.has(box().exited(1).mount("bind", "/srv/redis.conf", "/etc/redis.conf", true)));
    tell("paused", RUNS, b -> b.has(box().state(ContainerState.PAUSED)));
    tell("restarting", RUNS, b -> b.has(box().state(ContainerState.RESTARTING)));
    tell("being removed", RUNS, b -> b.has(box().state(ContainerState.REMOVING)));
    tell("attached", RUNS, b -> b.has(box().attached()));
    tell("of another image", RUNS, b -> b.has(box().image("nginx")));
    tell("detached", "container: box\nexpect: {mode: attached}", b -> b.has(box()));
    tell("still running", "container: box\nexpect: {state: exited}", b -> b.has(box()));
    tell(
        "another exit code", "container: box\nexpect: {exit_code: 0}", b -> b.has(box().exited(1)));
    tell("no exit code yet", "container: box\nexpect: {exit_code: 3}", b -> b.has(box()));
    tell("without -t", "container: box\nexpect: {tty: true}", b -> b.has(box()));
    tell("with -t", "container: box\nexpect: {tty: false}", b -> b.has(box().interactive()));
    tell("without -i", "container: box\nexpect: {stdin: true}", b -> b.has(box()));
    tell(
        "a new container",
        "container: box\nexpect: {id: \"${first}\"}",
        b -> b.has(box()).variable("first", SampleContainer.id("bax")));
    tell(
        "unhealthy yet",
        "container: box\nexpect: {health: healthy}",
        b -> b.has(box().health("starting")));
    tell("no health check", "container: box\nexpect: {health: healthy}", b -> b.has(box()));
    tell(
        "too little memory",
        "container: box\nexpect: {memory: 64m}",
        b -> b.has(box().memory(1 << 20)));
    tell(
        "no limit",
        "container: box\nexpect: {cpus: {at_most: 0.5, at_least: 0.1}}",
        b -> b.has(box()));
    tell(
        "no mounts", "container: box\nexpect: {mounts: {any: {target: /data}}}", b -> b.has(box()));
    tell(
        "more mounts than asked for",
        "container: box\nexpect: {mounts: [{source: /srv, target: /data}]}",
        b ->
            b.has(
                box().mount("bind", "/srv", "/data", false).mount("bind", "/tmp", "/mnt", false)));
    tell(
        "another variable",
        "container: box\nexpect: {env: {A: 1}}",
        b -> b.has(box().env("A", "2")));
    tell("other words", "container: box\nexpect: {command: {any: bash}}", b -> b.has(box()));
    book.compare("container");
  }

  @Test
  void container_that_must_be_gone() {
    String gone = "container: box\nexpect: absent";

    tell("removed", gone, b -> b.happenedBefore("create", "box").happened("destroy", "box"));
    tell("never there", gone, b -> b);
    tell("still running", gone, b -> b.had(box()));
    tell("only stopped", gone, b -> b.had(box().exited(0)));
    tell("somebody else's is no bother", gone, b -> b.alien(box()).happenedBefore("create", "box"));
    tell(
        "removed, but not in this step",
        gone + "\never: [destroy]",
        b -> b.happenedBefore("create", "box").happenedBefore("destroy", "box"));
    String none = "container: {image: redis, state: exited}\nexpect: {count: 0}";
    tell("none left", none, b -> b.happenedBefore("create", "box"));
    tell("none ever", none, b -> b);
    tell("one left", none, b -> b.had(box().exited(0)));
    tell("one that runs does not count", none, b -> b.had(box()).happenedBefore("create", "box"));
    book.compare("container-gone");
  }

  @Test
  void container_of_which_something_must_have_happened() {
    String again = "container: box\nexpect: {state: running}\never: [stop, start]";

    tell(
        "in this order", again, b -> b.had(box()).happened("stop", "box").happened("start", "box"));
    tell("not yet", again, b -> b.had(box()));
    tell("half of it", again, b -> b.had(box()).happened("stop", "box"));
    tell("the wrong way round", again, b -> b.has(box()).happened("stop", "box"));
    tell("to another one", again, b -> b.had(box()).happened("stop", "bax"));
    tell("before the step", again, b -> b.had(box()).happenedBefore("stop", "box"));
    tell("the command failed", again, b -> b.had(box()).ran("docker stop bx", 1));
    book.compare("container-ever");
  }

  @Test
  void container_by_what_it_is_like() {
    String newest = "container: {image: redis, newest: true}\nexpect: {state: exited}";

    tell(
        "the newest has ended",
        newest,
        b -> b.has(box()).has(new SampleContainer("bax").exited(0).younger(5)));
    tell(
        "the newest runs",
        newest,
        b -> b.has(box().exited(0)).has(new SampleContainer("bax").younger(5)));
    tell("none of it", newest, b -> b);
    tell("of another image", newest, b -> b.has(box().image("nginx")));
    tell("removed", newest, b -> b.happened("create", "box").happened("destroy", "box"));
    String labelled = "container: {label: role=cache}\nexpect: {state: running}";
    tell("labelled", labelled, b -> b.has(box().label("role", "cache")));
    tell("labelled otherwise", labelled, b -> b.has(box().label("role", "web")));
    book.compare("container-traits");
  }
}
