package dev.ropewalk.check;

import static dev.ropewalk.engine.SampleExchange.delete;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import dev.ropewalk.engine.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines that people who did not know the answers have typed, by the kind of fault that the answer
 * had; each step is judged by all of its checks, with what is then told to do.
 */
final class StrangersLinesTest {
  private static final String SHOP =
      "container: shop\nexpect: {state: running, mode: detached, image: \"redis:7\", program: redis-server}";
  private static final String SHOPS_DATA =
      "container: shop\nexpect: {mounts: {any: {type: volume, source: shopdata, target: /data}}}";

  private final Book book = new Book();

  private void tell(String situation, UnaryOperator<Bench> setting, String... checks) {
    book.tell(
        situation,
        List.of(checks),
        b -> {
          b.engine.withImage("redis:7").withImage("redis:8").withImage("redis:latest");
          b.engine.withImage("debian:latest").withImage("busybox:musl");
          return setting.apply(b);
        });
  }

  private static SampleContainer box(String name) {
    return new SampleContainer(name);
  }

  private static SampleContainer shop(String name) {
    return box(name).image("redis:7").mount("volume", "shopdata", "/data", false);
  }

  private static Volume volume(String name) {
    return new Volume(name, "local", "", Map.of());
  }

  private static Network network(String name) {
    return new Network(name, name, "bridge", false, List.of(), List.of(), Map.of());
  }

  @Test
  void two_containers_in_one_advice() {
    tell(
        "the right one was removed, and another one made without its name",
        b ->
            b.happened("create", "shop")
                .happened("destroy", "shop")
                .has(shop("nifty_poincare"))
                .ran("docker rm -f shop", 0)
                .ran("docker run -v shopdata:/data -d redis:7", 0),
        SHOP,
        SHOPS_DATA);
    tell(
        "the right one was removed, and one made with the flags behind the image",
        b ->
            b.happenedBefore("create", "redistest")
                .happened("destroy", "redistest")
                .has(box("nostalgic_cohen").command("--name=redistest", "-d").exited(1).attached())
                .ran("docker run redis --name=redistest -d", 1),
        "container: redistest\nexpect: {state: running, mode: detached, image: redis, program: redis-server}");
    tell(
        "a name after the image, in a new container",
        b ->
            b.has(box("vibrant_hoover").command("-d", "--name", "redistest").exited(1).attached())
                .ran("docker run redis -d --name redistest", 1),
        "container: redistest\nexpect: {state: running, mode: detached, image: redis, program: redis-server}");
    tell(
        "the log is empty",
        b -> b.has(box("system").image("debian").command("bash").exited(0)),
        "logs: system\nexpect: {contains: PRETTY_NAME=}\nprinted_by: cat /etc/os-release");
    book.compare("strangers-two-containers");
  }

  @Test
  void advice_that_cannot_pass() {
    tell(
        "two must go, and both are there",
        b -> b.had(shop("shop")).had(box("looker").image("busybox:musl").exited(0)),
        "all:\n  - {container: shop, expect: absent}\n  - {container: looker, expect: absent}",
        "volume: shopdata\nexpect: absent");
    tell(
        "an echo that was only created",
        b ->
            b.has(box("vigilant_sanderson").command("echo", "hello").state(ContainerState.CREATED)),
        "container: {image: redis, newest: true}\nexpect: {state: exited, exit_code: 0, command: {exactly: [echo, hello]}}\never: [create, start]");
    tell(
        "a server that was only created, and should have stopped",
        b -> b.has(box("box").state(ContainerState.CREATED)),
        "container: box\nexpect: {state: exited, exit_code: 0, program: redis-server}");
    tell(
        "an image that is to stay",
        b ->
            b.had(box("optimistic_merkle").exited(0))
                .asked(
                    "docker rmi redis",
                    1,
                    delete("/images/redis")
                        .refused(
                            409,
                            "conflict: unable to remove repository reference \"redis\" (must force) - container %s is using its referenced image 1111"
                                .formatted(SampleContainer.id("optimistic_merkle")))),
        "container: optimistic_merkle\nexpect: absent",
        "image: redis\nexpect: exists");
    tell(
        "a program that has ended, attached",
        b -> b.has(box("first").image("debian").command("tail", "/dev/null").exited(0).attached()),
        "container: first\nexpect: {image: debian, state: exited, exit_code: 0, command: {exactly: [tail, /dev/null]}}",
        "container: first\nexpect: {mode: detached}");
    tell(
        "a new one under an old name, before anything was tried",
        b -> b.happenedBefore("create", "shop").happenedBefore("destroy", "shop"),
        SHOP.replace("redis:7", "redis:8"),
        SHOPS_DATA);
    tell(
        "what was typed is no advice",
        b -> {
          b.engine.exec("box", "redis-cli get fruit", 0, "");
          return b.had(box("box")).ran("docker exec box redis-cli set sorb fruit", 0);
        },
        "exec: box\nrun: [redis-cli, get, fruit]\nexpect: {stdout: sorb}");
    tell(
        "the program was forgotten",
        b -> {
          b.engine.exec("box", "redis-cli get fruit", 0, "");
          return b.had(box("box")).ran("docker exec box set fruit sorb", 126);
        },
        "exec: box\nrun: [redis-cli, get, fruit]\nexpect: {stdout: sorb}");
    tell(
        "words that are the other way round",
        b -> b.ran("docker rm volume shopdata", 1),
        "volume: shopdata\nexpect: exists");
    tell(
        "words that are the other way round, and no command",
        b -> b.ran("docker ls volume", 125),
        "typed: {docker: volume ls}");
    tell(
        "the same with a flag",
        b -> b.ran("docker connect -q network shop box", 125),
        "network: shop\nexpect: exists");
    tell(
        "a container that an earlier lesson has left",
        b -> b.alien(box("shop").exited(0)).ran("docker exec shop redis-cli ping", 1),
        "typed: {docker: exec}");
    tell(
        "one that an earlier lesson has left, with the volume",
        b ->
            b.alien(box("looker"))
                .asked(
                    "docker volume rm data",
                    1,
                    delete("/volumes/data")
                        .refused(
                            409,
                            "remove data: volume is in use - [%s]"
                                .formatted(SampleContainer.id("looker")))),
        "volume: data\nexpect: exists");
    tell(
        "the wrong folder, and the command is known",
        b ->
            b.has(
                box("looker")
                    .image("busybox:musl")
                    .command("ls", "/looks")
                    .exited(1)
                    .attached()
                    .mount("volume", "shopdata", "/look", true)),
        "container: looker\nexpect: {image: \"busybox:musl\", state: exited, exit_code: 0, command: {in_order: [ls, /look]}}");
    tell(
        "read only, by the wrong flag",
        b ->
            b.has(box("reader").image("debian").mount("bind", "/home/me", "/shared", false))
                .ran(
                    "docker run -d --name reader --read-only -v \"$PWD:/shared\" debian sleep infinity",
                    0),
        "container: reader\nexpect: {mounts: {any: {type: bind, target: /shared, read_only: true}}}");
    book.compare("strangers-cannot-pass");
  }

  @Test
  void words_of_the_check_itself() throws IOException {
    tell(
        "a command in the wrong form",
        in("FROM debian\nCMD tail /dev/null\n"),
        "dockerfile: Dockerfile\nexpect: {instructions: {any: {word: CMD, arguments: {matches: '^\\[ *\"tail\" *, *\"/dev/null\" *\\]$'}, form: exec}}}");
    tell(
        "an image whose command is one word",
        b -> command(b, "tail /dev/null"),
        "image: debian-nonroot\nexpect: {cmd: {exactly: [tail, /dev/null]}}");
    tell(
        "an image with another command",
        b -> command(b, "tail", "/dev/nul"),
        "image: debian-nonroot\nexpect: {cmd: {exactly: [tail, /dev/null]}}");
    tell(
        "a history in which a line is missing",
        b -> {
          command(b, "tail");
          b.engine.history("debian-nonroot", "CMD [\"tail\"]", "debian from Debian");
          return b;
        },
        "image: debian-nonroot\nexpect: {history: {any: {matches: 'groupadd .*1000.* dockergroup|groupadd dockergroup .*1000'}}}");
    tell(
        "a user who must be given in another form",
        b -> b.has(box("scribe").image("debian").command("touch", "mine").exited(0)),
        "container: scribe\nexpect: {user: {matches: '^[0-9]+:[0-9]+$'}}");
    tell(
        "an end of another kind",
        b ->
            b.happenedBefore("create", "shop")
                .happened("die", "shop", "exitCode", "137")
                .happened("destroy", "shop")
                .ran("docker rm -f shop", 0),
        "events: {happened: {action: die, name: shop, exit_code: 0}}",
        "container: shop\nexpect: absent");
    tell(
        "nothing has ended yet",
        b -> b.had(shop("shop")),
        "events: {happened: {action: die, name: shop, exit_code: 0}}");
    book.compare("strangers-words-of-the-check");
  }

  @TempDir Path folder;

  private UnaryOperator<Bench> in(String dockerfile) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    return b -> b.in(folder);
  }

  private static Bench command(Bench b, String... words) {
    b.engine.withImageRunning("debian-nonroot:latest", words);
    return b;
  }

  @Test
  void the_newest_nearest_try() {
    tell(
        "two volumes of nearly the name",
        b ->
            b.has(volume("shopdat"))
                .has(volume("ShopData"))
                .happenedToVolume("create", "shopdat")
                .happenedToVolume("create", "ShopData")
                .ran("docker volume create shopdat", 0)
                .ran("docker volume create --name=ShopData", 0),
        "volume: shopdata\nexpect: exists");
    tell(
        "two networks of nearly the name",
        b ->
            b.has(network("shopnt"))
                .has(network("ShopNet"))
                .happenedToNetwork("create", "shopnt")
                .happenedToNetwork("create", "ShopNet")
                .ran("docker network create shopnt", 0)
                .ran("docker network create ShopNet", 0),
        "network: shopnet\nexpect: exists");
    tell(
        "a look at one thing after a try with another",
        b ->
            b.had(box("redistest2"))
                .asked(
                    "docker port redis",
                    1,
                    SampleExchange.get("/containers/redis/json")
                        .refused(404, "No such container: redis"))
                .asked("docker inspect redistest2 | grep Port", 0),
        "typed: {docker: port, args: {any: [redistest2]}}");
    tell(
        "the program, without the flag",
        b -> b.ran("docker exec workbench cp /etc/hostname /data", 0).ran("ls -l", 0),
        "any:\n  - {typed: {command: ls, args: {any: {matches: '^-[a-zA-Z]*n|^--numeric-uid-gid$'}}}}\n  - {typed: {command: stat}}");
    tell(
        "something happened to another one, long ago",
        b ->
            b.had(box("redistest"))
                .had(box("redistest2"))
                .happened("stop", "redistest2")
                .ran("docker restart redistest2", 0)
                .happened("start", "redistest")
                .ran("docker start redistest", 0),
        "container: redistest\nexpect: {state: running}\never: [stop, start]");
    tell(
        "a name in capital letters after one with another sign",
        b -> {
          command(b, "tail", "/dev/null");
          return b.ran("docker build -t debian_nonroot .", 0)
              .ran("docker build -t Debian-Nonroot .", 1);
        },
        "image: debian-non-root\nexpect: {base: {contains: debian}}");
    tell(
        "built without a name, after one with another name",
        b -> {
          command(b, "tail", "/dev/null");
          return b.ran("docker build -t debian_nonroot .", 0).ran("docker build .", 0);
        },
        "image: debian-non-root\nexpect: {base: {contains: debian}}");
    book.compare("strangers-newest-try");
  }

  @Test
  void what_was_meant() throws IOException {
    tell(
        "another word for it",
        b -> b.ran("docker volume make shopdata", 1),
        "volume: shopdata\nexpect: exists");
    tell(
        "a command inside one that has ended",
        b ->
            b.has(box("system").image("debian").command("bash").exited(0))
                .ran("docker exec system cat /etc/os-release", 1),
        "logs: system\nexpect: {contains: PRETTY_NAME=}\nprinted_by: cat /etc/os-release");
    tell(
        "a name without its flag",
        in("FROM debian\n").andThen(b -> b.ran("docker build debian-nonroot .", 1))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    tell(
        "a name in the place of the folder",
        in("FROM debian\n").andThen(b -> b.ran("docker build debian-nonroot", 1))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    tell(
        "a folder that is missing",
        in("FROM debian\n").andThen(b -> b.ran("docker build -t debian-nonroot", 1))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    tell(
        "no name",
        in("FROM debian\n").andThen(b -> b.ran("docker build .", 0))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    tell(
        "a container's name for a volume",
        b ->
            b.had(shop("shop"))
                .has(volume("shopdata"))
                .asked(
                    "docker volume rm shop",
                    1,
                    delete("/volumes/shop").refused(404, "get shop: no such volume")),
        "volume: shopdata\nexpect: absent");
    tell(
        "a volume's name for a container",
        b ->
            b.has(volume("shopdata"))
                .asked(
                    "docker rm shopdata",
                    1,
                    delete("/containers/shopdata").refused(404, "No such container: shopdata")),
        "volume: shopdata\nexpect: absent");
    tell(
        "a file by its name alone, inside",
        b ->
            b.had(
                    box("workbench")
                        .mount("bind", "/home/me", "/home/dockeruser/shared_folder", false))
                .asked(
                    "docker exec workbench cat note.txt",
                    1,
                    post("/exec/1/start")
                        .shown(dev.ropewalk.engine.Outcome.View.EXEC, "workbench", 50)),
        "shown: {exec: workbench, contains: hello}");
    book.compare("strangers-what-was-meant");
  }

  private static UnaryOperator<Bench> given(UnaryOperator<Bench> rest) {
    return b ->
        rest.apply(b.alien(network("bridge")).alien(network("host")).alien(network("none")));
  }

  private static final String HERMIT =
      "container: hermit\nexpect: {image: redis, state: exited, exit_code: 0, network_mode: none}";

  @Test
  void a_name_that_the_step_asks_for_was_mistaken() {
    tell(
        "a network that is always there, broken off",
        given(
            b ->
                b.has(
                        box("hermit")
                            .state(ContainerState.CREATED)
                            .network("no")
                            .error("network no not found"))
                    .asked(
                        "docker run --name hermit --network no redis ls",
                        125,
                        post("/containers/hermit/start").refused(404, "network no not found"))),
        HERMIT);
    tell(
        "a network that is called no",
        given(b -> b.has(network("no")).has(box("hermit").network("no").exited(0))),
        HERMIT);
    tell(
        "a network of the engine's own",
        given(b -> b.has(box("hermit").network("default").exited(0))),
        HERMIT);
    String found = "container: found\nexpect: {networks: {any: town}, state: exited}";
    UnaryOperator<Bench> nearly =
        b ->
            b.asked(
                "docker run --name found --network twon redis",
                125,
                post("/containers/found/start").refused(404, "network twon not found"));
    tell(
        "a network of the step's, mistyped",
        given(b -> nearly.apply(b.has(network("town")))),
        found);
    tell(
        "the same, and it is not there yet", given(nearly), found, "network: town\nexpect: exists");
    tell(
        "another network by far",
        given(
            b ->
                b.has(network("town"))
                    .asked(
                        "docker network connect village found",
                        1,
                        post("/networks/village/connect")
                            .refused(404, "network village not found"))),
        found);
    tell(
        "a volume of the step's, mistyped, where another one is nearer",
        b ->
            b.alien(volume("shopdat1"))
                .asked(
                    "docker volume inspect shopdat",
                    1,
                    SampleExchange.get("/volumes/shopdat")
                        .refused(404, "get shopdat: no such volume")),
        SHOPS_DATA);
    tell(
        "nothing is asked for by name",
        given(
            b ->
                b.asked(
                    "docker network inspect shopnet",
                    1,
                    SampleExchange.get("/networks/shopnet")
                        .refused(404, "network shopnet not found"))),
        "typed: {docker: network inspect}");
    book.compare("strangers-mistaken-names");
  }

  @Test
  void something_of_another_name_or_kind_was_made() {
    String town = "network: town\nexpect: exists";
    tell(
        "words that are the other way round, and the wrong name",
        b -> b.ran("docker create network shopnet", 1),
        town);
    tell("the same, and the right name", b -> b.ran("docker create network town", 1), town);
    tell(
        "the same of a volume, with a flag",
        b -> b.ran("docker create --label=a volume data", 1),
        "volume: shopdata\nexpect: exists");
    tell(
        "a network of quite another name",
        b ->
            b.has(network("shopnet"))
                .happenedToNetwork("create", "shopnet")
                .ran("docker network create shopnet", 0),
        town);
    tell(
        "one that the step asks for, too",
        b ->
            b.has(network("village"))
                .happenedToNetwork("create", "village")
                .ran("docker network create village", 0),
        town,
        "network: village\nexpect: exists");
    tell(
        "a volume in the place of a network",
        b ->
            b.has(volume("town"))
                .happenedToVolume("create", "town")
                .ran("docker volume create town", 0),
        town);
    tell(
        "a network in the place of a volume",
        b ->
            b.has(network("shopdata"))
                .happenedToNetwork("create", "shopdata")
                .ran("docker network create shopdata", 0),
        "volume: shopdata\nexpect: exists");
    tell(
        "a container in the place of a network",
        b -> b.has(box("town")).ran("docker run -d --name town redis", 0),
        town);
    String[] drivers = {
      "docker network create -d host town|only one instance of \"host\" network is allowed",
      "docker network create --driver null town|only one instance of \"null\" network is allowed",
      "docker network create -d bridg town|plugin \"bridg\" not found",
      "docker network create -d overlay town|This node is not a swarm manager. Use \"docker swarm init\""
    };
    for (String each : drivers) {
      String[] parts = each.split("\\|");
      tell(
          parts[0],
          b -> b.asked(parts[0], 1, post("/networks/create").refused(403, parts[1])),
          town);
    }
    book.compare("strangers-another-kind");
  }

  @Test
  void the_line_was_about_another_container() {
    String stopped = "container: redistest\nexpect: {state: exited, exit_code: 0}\never: [stop]";
    String again = "container: redistest\nexpect: {state: running}\never: [stop, start]";
    String gone = "container: redistest\nexpect: absent";
    tell(
        "a container of the learner's own",
        b -> b.had(box("redistest")).alien(box("web").exited(0)).ran("docker stop web", 0),
        stopped);
    tell(
        "by its id",
        b ->
            b.had(box("redistest"))
                .alien(box("web").exited(0))
                .ran("docker stop %s".formatted(SampleContainer.id("web").substring(0, 8)), 0),
        stopped);
    tell(
        "restarted",
        b -> b.had(box("redistest")).alien(box("web")).ran("docker restart web", 0),
        again);
    tell(
        "removed, where another one must go",
        b -> b.had(box("redistest").exited(0)).ran("docker rm -f web", 0),
        gone);
    tell(
        "the right one after it",
        b ->
            b.had(box("redistest"))
                .alien(box("web").exited(0))
                .ran("docker stop web", 0)
                .ran("docker pause redistest; docker unpause redistest", 0),
        stopped);
    tell(
        "both",
        b ->
            b.had(box("redistest"))
                .alien(box("web").exited(0))
                .ran("docker restart web redistest", 0),
        stopped);
    tell(
        "one of two that must go",
        b ->
            b.had(box("redistest").exited(0))
                .happenedBefore("create", "hog")
                .happened("destroy", "hog")
                .ran("docker rm hog", 0),
        gone,
        "container: hog\nexpect: absent");
    tell(
        "nobody knows which",
        b -> b.had(box("redistest")).ran("docker stop $(docker ps -lq)", 0),
        stopped);
    tell(
        "the right one, by another command",
        b ->
            b.had(box("redistest"))
                .happened("kill", "redistest")
                .happened("die", "redistest")
                .happened("start", "redistest")
                .ran("docker kill redistest; docker start redistest", 0),
        again);
    tell(
        "one that had its port",
        b ->
            b.had(
                    box("redistest")
                        .state(ContainerState.CREATED)
                        .error("listen tcp4 0.0.0.0:12345: bind: address already in use"))
                .ran("docker rm -f old", 0),
        "container: redistest\nexpect: {state: running}");
    tell(
        "one that had its name",
        b -> b.alien(box("redistest-mine")).ran("docker rename redistest redistest-mine", 0),
        "container: redistest\nexpect: {state: running, image: redis}");
    book.compare("strangers-another-container");
  }

  @Test
  void a_flag_is_not_given_as_docker_takes_it() {
    String tail = "typed: {docker: logs, flags: {tail: 3}, args: {any: [redistest2]}}";
    for (String line :
        List.of(
            "docker logs -3 redistest2",
            "docker logs redistest2 -3",
            "docker container logs -t --3 redistest2",
            "docker logs redistest2 --tail",
            "docker logs --tial 3 redistest2",
            "docker logs -n 5 redistest2",
            "docker logs redistest2 | tail -3 | grep -3 x")) {
      tell(line, b -> b.had(box("redistest2")).ran(line, line.contains("|") ? 0 : 125), tail);
    }
    book.compare("strangers-flags");
  }

  @Test
  void a_limit_that_does_not_hold() {
    String hog =
        "container: hog\nexpect: {image: redis, program: dd, command: {exactly: [dd, bs=100M, count=1]}, memory: 32m, state: exited}\never: [start, die]";
    SampleExchange small =
        post("/containers/create").refused(400, "Minimum memory limit allowed is 6MB");
    tell(
        "bytes were typed for megabytes",
        b -> b.asked("docker run --name hog -m 32 redis dd bs=100M count=1", 125, small),
        hog);
    tell(
        "the same by an update",
        b ->
            b.has(box("hog").command("dd", "bs=100M", "count=1").exited(0))
                .happened("die", "hog")
                .asked(
                    "docker update --memory=32 hog",
                    1,
                    post("/containers/hog/update")
                        .refused(400, "Minimum memory limit allowed is 6MB")),
        hog);
    tell(
        "too little",
        b -> b.asked("docker run --name hog -m 3m redis dd bs=100M count=1", 125, small),
        hog);
    tell(
        "a comma",
        b -> b.ran("docker run -d --name hog --cpus 0,5 redis", 125),
        "container: hog\nexpect: {image: redis, cpus: 0.5}");
    tell(
        "it has run without",
        b -> b.has(box("hog").command("dd", "bs=100M", "count=1").exited(0)).happened("die", "hog"),
        hog);
    tell(
        "the flag stands after the image",
        b ->
            b.has(box("hog").command("dd", "bs=100M", "count=1", "-m", "32m").exited(1))
                .happened("die", "hog"),
        hog);
    tell(
        "a command that never ends",
        b -> b.has(box("hog").command("dd", "bs=100M").memory(32L << 20)),
        "container: hog\nexpect: {program: dd, command: {exactly: [dd, bs=100M, count=1]}}",
        "container: hog\nexpect: {image: redis, state: exited, exit_code: 0}\never: [start, die]");
    tell(
        "the same, and it was stopped",
        b ->
            b.has(box("hog").command("dd", "bs=100M").memory(32L << 20).exited(137))
                .happened("die", "hog")
                .ran("docker stop hog", 0),
        "container: hog\nexpect: {program: dd, command: {exactly: [dd, bs=100M, count=1]}}",
        "container: hog\nexpect: {image: redis, state: exited, exit_code: 0}\never: [start, die]");
    book.compare("strangers-limits");
  }

  @Test
  void the_line_that_was_refused_runs_something_else() {
    String[] desk = {
      "container: desk\nexpect: {state: running, mode: detached, image: redis, program: redis-server}",
      "port: 16379\nexpect: {answers: redis, container: desk}"
    };
    for (String line :
        List.of(
            "docker run -d --name desk -p 16379:7000 redis",
            "docker run -d --name desk -p 16379:7000 redis redis-server --port 7000",
            "docker run --name desk -p 16379:7001 redis redis-server --port 7001",
            "docker run -d --name desk redis")) {
      tell(
          line,
          b ->
              b.had(
                      box("desk")
                          .command("redis-server", "--port", "7000")
                          .port("0.0.0.0", 16380, 7000))
                  .asked(
                      line,
                      125,
                      post("/containers/create")
                          .refused(
                              409,
                              "Conflict. The container name \"/desk\" is already in use by container \"1111\".")),
          desk);
    }
    book.compare("strangers-refused-lines");
  }

  @Test
  void a_format_that_shows_nothing() {
    String images = "shown: {images: {any: [redis]}}";
    String settings = "shown: {inspect: box}";
    for (String line :
        List.of(
            "docker images --format json",
            "docker image ls --format Repository",
            "docker images --format '{{json .}}'",
            "docker images --format table",
            "docker images --format json; docker images",
            "docker images")) {
      tell(line, b -> b.ran(line, 0), images);
    }
    for (String line :
        List.of("docker inspect -f json box", "docker inspect -f '{{json .State}}' box")) {
      tell(line, b -> b.had(box("box")).ran(line, 0), settings);
    }
    book.compare("strangers-formats");
  }
}
