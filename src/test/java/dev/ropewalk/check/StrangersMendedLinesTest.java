package dev.ropewalk.check;

import static dev.ropewalk.check.StrangersBook.box;
import static dev.ropewalk.check.StrangersBook.network;
import static dev.ropewalk.check.StrangersBook.shop;
import static dev.ropewalk.check.StrangersBook.volume;
import static dev.ropewalk.engine.SampleExchange.delete;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strangers' lines, of which the advice keeps what is right and mends the rest. */
final class StrangersMendedLinesTest {
  private final StrangersBook book = new StrangersBook();

  @Test
  void what_is_right_in_a_line_stays_and_what_is_wrong_goes() {
    String shop = "container: shop\nexpect: {state: running, mode: detached, image: \"redis:7\"}";
    String data =
        "container: shop\nexpect: {mounts: {any: {type: volume, source: shopdata, target: /data}}}";
    book.tell(
        "a volume without its folder, removed",
        b ->
            b.happened("create", "shop")
                .happened("destroy", "shop")
                .ran("docker run -d -v shopdata --name shop redis:7", 0)
                .ran("docker rm -f shop", 0),
        shop,
        data);
    book.tell(
        "the same with --mount, beside another one",
        b ->
            b.has(box("shop").image("redis:7").mount("volume", "logs", "/logs", false))
                .ran("docker run -d --mount target=shopdata -v logs:/logs --name shop redis:7", 0),
        shop,
        data);
    String mute =
        "container: mute\nexpect: {state: running, mode: detached, image: busybox, command: [sleep, \"3600\"]}";
    String caps =
        "security: mute\nexpect: {capabilities: {any: {one_of: [CHOWN]}, all: {not: NET_RAW}}}";
    book.tell(
        "a flag after the command",
        b ->
            b.has(
                    box("mute")
                        .image("busybox")
                        .command("sleep", "3600", "--cap-drop", "NET_RAW")
                        .exited(1))
                .ran("docker run -d --name mute busybox sleep 3600 --cap-drop NET_RAW", 0),
        mute,
        caps);
    book.tell(
        "two dashes after the image",
        b ->
            b.has(
                    box("looker")
                        .image("busybox:musl")
                        .command("--", "ls", "-l", "/look")
                        .state(ContainerState.CREATED)
                        .error("exec: \"--\": executable file not found in $PATH")
                        .mount("volume", "shopdata", "/look", true))
                .asked(
                    "docker run --name looker -v shopdata:/look:ro busybox:musl -- ls -l /look",
                    127,
                    post("/containers/looker/start")
                        .refused(400, "exec: \"--\": executable file not found in $PATH: unknown")),
        "container: looker\nexpect: {image: \"busybox:musl\", state: exited, exit_code: 0, command: {in_order: [ls, -l, /look]}}");
    book.compare("what-stays");
  }

  @Test
  void a_value_is_stored_otherwise() {
    String fruit = "exec: shop\nrun: [redis-cli, get, fruit]\nexpect: {stdout: sorb}";
    for (String line :
        List.of(
            "docker exec shop redis-cli set sorb fruit",
            "docker exec -it shop redis-cli SET 'sorb' fruit",
            "docker exec shop sh -c 'redis-cli set sorb fruit'",
            "docker run --rm redis:7 redis-cli set fruit sorb",
            "docker run --rm --link shop redis:7 redis-cli -h shop set fruit 'sorb pear'",
            "docker exec shop redis-cli set fruit pear",
            "docker exec shop redis-cli get fruit")) {
      book.tell(
          line,
          b -> {
            b.engine.exec("shop", "redis-cli get fruit", 0, "");
            return b.had(shop("shop")).ran(line, line.contains("--rm redis") ? 1 : 0);
          },
          fruit);
    }
    book.compare("stored-otherwise");
  }

  @Test
  void who_has_it_is_named_with_the_command_that_removes_it() {
    String gone = "volume: shopdata\nexpect: absent";
    book.tell(
        "a container of the lesson",
        b ->
            b.had(shop("looker").exited(0))
                .has(volume("shopdata"))
                .asked(
                    "docker rm shop; docker volume rm shopdata",
                    1,
                    delete("/volumes/shopdata")
                        .refused(
                            409,
                            "remove shopdata: volume is in use - [%s]"
                                .formatted(SampleContainer.id("looker")))),
        gone);
    book.tell(
        "two, one of them somebody else's",
        b ->
            b.had(shop("looker").exited(0))
                .alien(shop("mine"))
                .has(volume("shopdata"))
                .asked(
                    "docker volume rm shopdata",
                    1,
                    delete("/volumes/shopdata")
                        .refused(
                            409,
                            "remove shopdata: volume is in use - [%s, %s]"
                                .formatted(
                                    SampleContainer.id("looker"), SampleContainer.id("mine")))),
        gone);
    book.tell(
        "a network",
        b ->
            b.had(box("db").network("town"))
                .has(network("town"))
                .asked(
                    "docker network rm town",
                    1,
                    delete("/networks/town")
                        .refused(
                            403,
                            "error while removing network: network town has active endpoints")),
        "network: town\nexpect: absent");
    book.compare("who-has-it");
  }
}
