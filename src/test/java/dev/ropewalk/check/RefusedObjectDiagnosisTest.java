package dev.ropewalk.check;

import static dev.ropewalk.check.RefusalBook.box;
import static dev.ropewalk.check.RefusalBook.create;
import static dev.ropewalk.engine.SampleExchange.delete;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a learner reads where the engine refused to remove or to use what is there. */
final class RefusedObjectDiagnosisTest {
  private final RefusalBook book = new RefusalBook();

  @Test
  void removals() {
    book.tell(
        "it runs",
        "container: box\nexpect: absent",
        b ->
            b.had(box())
                .asked(
                    "docker rm box",
                    1,
                    delete("/containers/box")
                        .refused(
                            409,
                            "You cannot remove a running container 626f78. Stop the container before attempting removal or force remove")));
    book.tell(
        "one that is not of the lesson",
        "container: other\nexpect: absent",
        b ->
            b.alien(box())
                .asked(
                    "docker rm box",
                    1,
                    delete("/containers/box")
                        .refused(
                            409,
                            "You cannot remove a running container 626f78. Stop the container before attempting removal or force remove")));
    book.tell(
        "an image that a container needs which is not of the lesson",
        "container: other\nexpect: absent",
        b ->
            b.alien(box())
                .asked(
                    "docker rmi redis",
                    1,
                    delete("/images/redis")
                        .refused(
                            409,
                            "conflict: unable to remove repository reference \"redis\" (must force) - container %s is using its referenced image bebdf7894bfa"
                                .formatted(SampleContainer.id("box").substring(0, 12)))));
    book.tell(
        "the same of a newer engine",
        "container: box\nexpect: absent",
        b ->
            b.had(box())
                .asked(
                    "docker rm box",
                    1,
                    delete("/containers/box")
                        .refused(
                            409,
                            "cannot remove container \"box\": container is running: stop the container before removing or force remove")));
    book.tell(
        "an image in use",
        "docker rmi redis",
        1,
        delete("/images/redis")
            .refused(
                409,
                "conflict: unable to remove repository reference \"redis\" (must force) - container 626f78000000 is using its referenced image bebdf7894bfa"));
    book.tell(
        "a volume in use",
        "volume: data\nexpect: absent",
        b ->
            b.had(box())
                .has(new Volume("data", "local", "/x", Map.of()))
                .asked(
                    "docker volume rm data",
                    1,
                    delete("/volumes/data")
                        .refused(
                            409,
                            "remove data: volume is in use - [%s]"
                                .formatted(SampleContainer.id("box")))));
    book.tell(
        "a network in use",
        "network: shop\nexpect: absent",
        b ->
            b.had(box())
                .has(new Network("n1", "shop", "bridge", false, List.of(), List.of(), Map.of()))
                .asked(
                    "docker network rm shop",
                    1,
                    delete("/networks/shop")
                        .refused(
                            403,
                            "error while removing network: network shop id n1 has active endpoints")));
    book.tell(
        "a network that is there already",
        "docker network create shop",
        1,
        post("/networks/create").refused(409, "network with name shop already exists"));
    book.tell(
        "a container that is in the network already",
        "docker network connect --alias shelf shop box",
        1,
        post("/networks/shop/connect")
            .refused(403, "endpoint with name box already exists in network shop"));
    book.tell(
        "a network that is there already, and in use",
        "container: other\nexpect: absent",
        b ->
            b.had(box().on("shop"))
                .asked(
                    "docker network create shop",
                    1,
                    post("/networks/create")
                        .refused(409, "network with name shop already exists")));
    book.tell(
        "the same without a new name",
        "docker network connect shop box",
        1,
        post("/networks/shop/connect")
            .refused(403, "endpoint with name box already exists in network shop"));
    book.tell(
        "the same with the default network",
        "docker network connect bridge box",
        1,
        post("/networks/bridge/connect")
            .refused(403, "endpoint with name box already exists in network bridge"));
    book.tell(
        "a container of a name unlike all others, of many",
        "container: box\nexpect: {state: paused}",
        b -> {
          Bench many = b.had(box());
          for (String other : List.of("cache", "idler", "greeter", "desk")) {
            many = many.had(new SampleContainer(other));
          }
          return many.asked(
              "docker pause box-of-x",
              1,
              post("/containers/box-of-x/pause").refused(404, "No such container: box-of-x"));
        });
    book.tell(
        "no such network",
        "docker run --name web --network shap redis",
        125,
        create("web"),
        post("/containers/web/start").refused(404, "network shap not found"));
    book.tell(
        "no such volume",
        "docker volume rm dada",
        1,
        delete("/volumes/dada").refused(404, "get dada: no such volume"));
    book.tell(
        "it does not run",
        "docker exec box ls",
        1,
        post("/containers/box/exec").refused(409, "Container 626f78 is not running"));
    book.tell(
        "it is paused",
        "docker exec box ls",
        1,
        post("/containers/box/exec")
            .refused(409, "Container box is paused, unpause the container before exec"));
    book.compare("refused-others");
  }
}
