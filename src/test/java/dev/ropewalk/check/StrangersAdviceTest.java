package dev.ropewalk.check;

import static dev.ropewalk.check.StrangersBook.box;
import static dev.ropewalk.check.StrangersBook.command;
import static dev.ropewalk.check.StrangersBook.network;
import static dev.ropewalk.check.StrangersBook.shop;
import static dev.ropewalk.check.StrangersBook.volume;
import static dev.ropewalk.engine.SampleExchange.delete;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers' wrong lines are advised: it leads from there to the end of the step. */
final class StrangersAdviceTest {
  private static final String SHOP =
      "container: shop\nexpect: {state: running, mode: detached, image: \"redis:7\", program: redis-server}";
  private static final String SHOPS_DATA =
      "container: shop\nexpect: {mounts: {any: {type: volume, source: shopdata, target: /data}}}";

  private final StrangersBook book = new StrangersBook();

  @Test
  void two_containers_in_one_advice() {
    book.tell(
        "the right one was removed, and another one made without its name",
        b ->
            b.happened("create", "shop")
                .happened("destroy", "shop")
                .has(shop("nifty_poincare"))
                .ran("docker rm -f shop", 0)
                .ran("docker run -v shopdata:/data -d redis:7", 0),
        SHOP,
        SHOPS_DATA);
    book.tell(
        "the right one was removed, and one made with the flags behind the image",
        b ->
            b.happenedBefore("create", "redistest")
                .happened("destroy", "redistest")
                .has(box("nostalgic_cohen").command("--name=redistest", "-d").exited(1).attached())
                .ran("docker run redis --name=redistest -d", 1),
        "container: redistest\nexpect: {state: running, mode: detached, image: redis, program: redis-server}");
    book.tell(
        "a name after the image, in a new container",
        b ->
            b.has(box("vibrant_hoover").command("-d", "--name", "redistest").exited(1).attached())
                .ran("docker run redis -d --name redistest", 1),
        "container: redistest\nexpect: {state: running, mode: detached, image: redis, program: redis-server}");
    book.tell(
        "the log is empty",
        b -> b.has(box("system").image("debian").command("bash").exited(0)),
        "logs: system\nexpect: {contains: PRETTY_NAME=}\nprinted_by: cat /etc/os-release");
    book.compare("two-containers");
  }

  @Test
  void advice_that_cannot_pass() {
    book.tell(
        "two must go, and both are there",
        b -> b.had(shop("shop")).had(box("looker").image("busybox:musl").exited(0)),
        "all:\n  - {container: shop, expect: absent}\n  - {container: looker, expect: absent}",
        "volume: shopdata\nexpect: absent");
    book.tell(
        "an echo that was only created",
        b ->
            b.has(box("vigilant_sanderson").command("echo", "hello").state(ContainerState.CREATED)),
        "container: {image: redis, newest: true}\nexpect: {state: exited, exit_code: 0, command: {exactly: [echo, hello]}}\never: [create, start]");
    book.tell(
        "a server that was only created, and should have stopped",
        b -> b.has(box("box").state(ContainerState.CREATED)),
        "container: box\nexpect: {state: exited, exit_code: 0, program: redis-server}");
    book.tell(
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
    book.tell(
        "a program that has ended, attached",
        b -> b.has(box("first").image("debian").command("tail", "/dev/null").exited(0).attached()),
        "container: first\nexpect: {image: debian, state: exited, exit_code: 0, command: {exactly: [tail, /dev/null]}}",
        "container: first\nexpect: {mode: detached}");
    book.tell(
        "a new one under an old name, before anything was tried",
        b -> b.happenedBefore("create", "shop").happenedBefore("destroy", "shop"),
        SHOP.replace("redis:7", "redis:8"),
        SHOPS_DATA);
    book.tell(
        "what was typed is no advice",
        b -> {
          b.engine.exec("box", "redis-cli get fruit", 0, "");
          return b.had(box("box")).ran("docker exec box redis-cli set sorb fruit", 0);
        },
        "exec: box\nrun: [redis-cli, get, fruit]\nexpect: {stdout: sorb}");
    book.tell(
        "the program was forgotten",
        b -> {
          b.engine.exec("box", "redis-cli get fruit", 0, "");
          return b.had(box("box")).ran("docker exec box set fruit sorb", 126);
        },
        "exec: box\nrun: [redis-cli, get, fruit]\nexpect: {stdout: sorb}");
    book.tell(
        "words that are the other way round",
        b -> b.ran("docker rm volume shopdata", 1),
        "volume: shopdata\nexpect: exists");
    book.tell(
        "words that are the other way round, and no command",
        b -> b.ran("docker ls volume", 125),
        "typed: {docker: volume ls}");
    book.tell(
        "the same with a flag",
        b -> b.ran("docker connect -q network shop box", 125),
        "network: shop\nexpect: exists");
    book.tell(
        "a container that an earlier lesson has left",
        b -> b.alien(box("shop").exited(0)).ran("docker exec shop redis-cli ping", 1),
        "typed: {docker: exec}");
    book.tell(
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
    book.tell(
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
    book.tell(
        "read only, by the wrong flag",
        b ->
            b.has(box("reader").image("debian").mount("bind", "/home/me", "/shared", false))
                .ran(
                    "docker run -d --name reader --read-only -v \"$PWD:/shared\" debian sleep infinity",
                    0),
        "container: reader\nexpect: {mounts: {any: {type: bind, target: /shared, read_only: true}}}");
    book.compare("cannot-pass");
  }

  @Test
  void words_of_the_check_itself() throws IOException {
    book.tell(
        "a command in the wrong form",
        in("FROM debian\nCMD tail /dev/null\n"),
        "dockerfile: Dockerfile\nexpect: {instructions: {any: {word: CMD, arguments: {matches: '^\\[ *\"tail\" *, *\"/dev/null\" *\\]$'}, form: exec}}}");
    book.tell(
        "an image whose command is one word",
        b -> command(b, "tail /dev/null"),
        "image: debian-nonroot\nexpect: {cmd: {exactly: [tail, /dev/null]}}");
    book.tell(
        "an image with another command",
        b -> command(b, "tail", "/dev/nul"),
        "image: debian-nonroot\nexpect: {cmd: {exactly: [tail, /dev/null]}}");
    book.tell(
        "a history in which a line is missing",
        b -> {
          command(b, "tail");
          b.engine.history("debian-nonroot", "CMD [\"tail\"]", "debian from Debian");
          return b;
        },
        "image: debian-nonroot\nexpect: {history: {any: {matches: 'groupadd .*1000.* dockergroup|groupadd dockergroup .*1000'}}}");
    book.tell(
        "a user who must be given in another form",
        b -> b.has(box("scribe").image("debian").command("touch", "mine").exited(0)),
        "container: scribe\nexpect: {user: {matches: '^[0-9]+:[0-9]+$'}}");
    book.tell(
        "an end of another kind",
        b ->
            b.happenedBefore("create", "shop")
                .happened("die", "shop", "exitCode", "137")
                .happened("destroy", "shop")
                .ran("docker rm -f shop", 0),
        "events: {happened: {action: die, name: shop, exit_code: 0}}",
        "container: shop\nexpect: absent");
    book.tell(
        "nothing has ended yet",
        b -> b.had(shop("shop")),
        "events: {happened: {action: die, name: shop, exit_code: 0}}");
    book.compare("words-of-the-check");
  }

  @TempDir Path folder;

  private UnaryOperator<Bench> in(String dockerfile) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    return b -> b.in(folder);
  }

  @Test
  void the_newest_nearest_try() {
    book.tell(
        "two volumes of nearly the name",
        b ->
            b.has(volume("shopdat"))
                .has(volume("ShopData"))
                .happenedToVolume("create", "shopdat")
                .happenedToVolume("create", "ShopData")
                .ran("docker volume create shopdat", 0)
                .ran("docker volume create --name=ShopData", 0),
        "volume: shopdata\nexpect: exists");
    book.tell(
        "two networks of nearly the name",
        b ->
            b.has(network("shopnt"))
                .has(network("ShopNet"))
                .happenedToNetwork("create", "shopnt")
                .happenedToNetwork("create", "ShopNet")
                .ran("docker network create shopnt", 0)
                .ran("docker network create ShopNet", 0),
        "network: shopnet\nexpect: exists");
    book.tell(
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
    book.tell(
        "the program, without the flag",
        b -> b.ran("docker exec workbench cp /etc/hostname /data", 0).ran("ls -l", 0),
        "any:\n  - {typed: {command: ls, args: {any: {matches: '^-[a-zA-Z]*n|^--numeric-uid-gid$'}}}}\n  - {typed: {command: stat}}");
    book.tell(
        "something happened to another one, long ago",
        b ->
            b.had(box("redistest"))
                .had(box("redistest2"))
                .happened("stop", "redistest2")
                .ran("docker restart redistest2", 0)
                .happened("start", "redistest")
                .ran("docker start redistest", 0),
        "container: redistest\nexpect: {state: running}\never: [stop, start]");
    book.tell(
        "a name in capital letters after one with another sign",
        b -> {
          command(b, "tail", "/dev/null");
          return b.ran("docker build -t debian_nonroot .", 0)
              .ran("docker build -t Debian-Nonroot .", 1);
        },
        "image: debian-non-root\nexpect: {base: {contains: debian}}");
    book.tell(
        "built without a name, after one with another name",
        b -> {
          command(b, "tail", "/dev/null");
          return b.ran("docker build -t debian_nonroot .", 0).ran("docker build .", 0);
        },
        "image: debian-non-root\nexpect: {base: {contains: debian}}");
    book.compare("newest-try");
  }
}
