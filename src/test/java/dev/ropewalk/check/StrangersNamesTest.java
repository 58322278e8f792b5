package dev.ropewalk.check;

import static dev.ropewalk.check.StrangersBook.box;
import static dev.ropewalk.check.StrangersBook.network;
import static dev.ropewalk.check.StrangersBook.volume;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Strangers mistake a name, make something of another kind, or speak of another container. */
final class StrangersNamesTest {
  private static final String SHOPS_DATA =
      "container: shop\nexpect: {mounts: {any: {type: volume, source: shopdata, target: /data}}}";

  private final StrangersBook book = new StrangersBook();

  private static UnaryOperator<Bench> given(UnaryOperator<Bench> rest) {
    return b ->
        rest.apply(b.alien(network("bridge")).alien(network("host")).alien(network("none")));
  }

  private static final String HERMIT =
      "container: hermit\nexpect: {image: redis, state: exited, exit_code: 0, network_mode: none}";

  @Test
  void a_name_that_the_step_asks_for_was_mistaken() {
    book.tell(
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
    book.tell(
        "a network that is called no",
        given(b -> b.has(network("no")).has(box("hermit").network("no").exited(0))),
        HERMIT);
    book.tell(
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
    book.tell(
        "a network of the step's, mistyped",
        given(b -> nearly.apply(b.has(network("town")))),
        found);
    book.tell(
        "the same, and it is not there yet", given(nearly), found, "network: town\nexpect: exists");
    book.tell(
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
    book.tell(
        "a volume of the step's, mistyped, where another one is nearer",
        b ->
            b.alien(volume("shopdat1"))
                .asked(
                    "docker volume inspect shopdat",
                    1,
                    SampleExchange.get("/volumes/shopdat")
                        .refused(404, "get shopdat: no such volume")),
        SHOPS_DATA);
    book.tell(
        "nothing is asked for by name",
        given(
            b ->
                b.asked(
                    "docker network inspect shopnet",
                    1,
                    SampleExchange.get("/networks/shopnet")
                        .refused(404, "network shopnet not found"))),
        "typed: {docker: network inspect}");
    book.compare("mistaken-names");
  }

  @Test
  void something_of_another_name_or_kind_was_made() {
    String town = "network: town\nexpect: exists";
    book.tell(
        "words that are the other way round, and the wrong name",
        b -> b.ran("docker create network shopnet", 1),
        town);
    book.tell("the same, and the right name", b -> b.ran("docker create network town", 1), town);
    book.tell(
        "the same of a volume, with a flag",
        b -> b.ran("docker create --label=a volume data", 1),
        "volume: shopdata\nexpect: exists");
    book.tell(
        "a network of quite another name",
        b ->
            b.has(network("shopnet"))
                .happenedToNetwork("create", "shopnet")
                .ran("docker network create shopnet", 0),
        town);
    book.tell(
        "one that the step asks for, too",
        b ->
            b.has(network("village"))
                .happenedToNetwork("create", "village")
                .ran("docker network create village", 0),
        town,
        "network: village\nexpect: exists");
    book.tell(
        "a volume in the place of a network",
        b ->
            b.has(volume("town"))
                .happenedToVolume("create", "town")
                .ran("docker volume create town", 0),
        town);
    book.tell(
        "a network in the place of a volume",
        b ->
            b.has(network("shopdata"))
                .happenedToNetwork("create", "shopdata")
                .ran("docker network create shopdata", 0),
        "volume: shopdata\nexpect: exists");
    book.tell(
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
      book.tell(
          parts[0],
          b -> b.asked(parts[0], 1, post("/networks/create").refused(403, parts[1])),
          town);
    }
    book.compare("another-kind");
  }

  @Test
  void the_line_was_about_another_container() {
    String stopped = "container: redistest\nexpect: {state: exited, exit_code: 0}\never: [stop]";
    String again = "container: redistest\nexpect: {state: running}\never: [stop, start]";
    String gone = "container: redistest\nexpect: absent";
    book.tell(
        "a container of the learner's own",
        b -> b.had(box("redistest")).alien(box("web").exited(0)).ran("docker stop web", 0),
        stopped);
    book.tell(
        "by its id",
        b ->
            b.had(box("redistest"))
                .alien(box("web").exited(0))
                .ran("docker stop %s".formatted(SampleContainer.id("web").substring(0, 8)), 0),
        stopped);
    book.tell(
        "restarted",
        b -> b.had(box("redistest")).alien(box("web")).ran("docker restart web", 0),
        again);
    book.tell(
        "removed, where another one must go",
        b -> b.had(box("redistest").exited(0)).ran("docker rm -f web", 0),
        gone);
    book.tell(
        "the right one after it",
        b ->
            b.had(box("redistest"))
                .alien(box("web").exited(0))
                .ran("docker stop web", 0)
                .ran("docker pause redistest; docker unpause redistest", 0),
        stopped);
    book.tell(
        "both",
        b ->
            b.had(box("redistest"))
                .alien(box("web").exited(0))
                .ran("docker restart web redistest", 0),
        stopped);
    book.tell(
        "one of two that must go",
        b ->
            b.had(box("redistest").exited(0))
                .happenedBefore("create", "hog")
                .happened("destroy", "hog")
                .ran("docker rm hog", 0),
        gone,
        "container: hog\nexpect: absent");
    book.tell(
        "nobody knows which",
        b -> b.had(box("redistest")).ran("docker stop $(docker ps -lq)", 0),
        stopped);
    book.tell(
        "the right one, by another command",
        b ->
            b.had(box("redistest"))
                .happened("kill", "redistest")
                .happened("die", "redistest")
                .happened("start", "redistest")
                .ran("docker kill redistest; docker start redistest", 0),
        again);
    book.tell(
        "one that had its port",
        b ->
            b.had(
                    box("redistest")
                        .state(ContainerState.CREATED)
                        .error("listen tcp4 0.0.0.0:12345: bind: address already in use"))
                .ran("docker rm -f old", 0),
        "container: redistest\nexpect: {state: running}");
    book.tell(
        "one that had its name",
        b -> b.alien(box("redistest-mine")).ran("docker rename redistest redistest-mine", 0),
        "container: redistest\nexpect: {state: running, image: redis}");
    book.compare("another-container");
  }
}
