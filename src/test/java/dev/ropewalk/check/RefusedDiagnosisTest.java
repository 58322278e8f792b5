package dev.ropewalk.check;

import static dev.ropewalk.engine.SampleExchange.delete;
import static dev.ropewalk.engine.SampleExchange.get;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import dev.ropewalk.engine.Volume;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads where the engine refused a request: the words are those of 20.10 and 28. */
final class RefusedDiagnosisTest {
  private static final String WEB = "container: web\nexpect: {state: running}";
  private final Book book = new Book();

  private void tell(String situation, String check, UnaryOperator<Bench> setting) {
    book.tell(situation, check, setting);
  }

  private void tell(String situation, String line, int code, SampleExchange... requests) {
    tell(
        situation,
        WEB,
        b -> {
          b.engine.withImage("redis:latest");
          return b.had(box()).asked(line, code, requests);
        });
  }

  private static SampleContainer box() {
    return new SampleContainer("box").port("0.0.0.0", 12345, 6379);
  }

  private static SampleExchange create(String name) {
    return post("/containers/create").with("name", name);
  }

  private static SampleExchange conflict() {
    return create("box")
        .refused(
            409,
            "Conflict. The container name \"/box\" is already in use by container \"626f78\". You have to remove (or rename) that container to be able to reuse that name.");
  }

  @Test
  void containers() {
    String run = "docker run -d --name web redis";
    SampleExchange created = create("web");
    String start = "/containers/web/start";

    tell("the name is taken", "docker run --name box redis", 125, conflict());
    tell(
        "by a container of somebody else",
        WEB,
        b -> b.alien(box()).asked("docker run --name box redis", 125, conflict()));
    tell(
        "there is no such image",
        "docker run --name web radis",
        125,
        create("web").refused(404, "No such image: radis:latest"),
        post("/images/create")
            .with("fromImage", "radis")
            .with("tag", "latest")
            .refused(
                404,
                "pull access denied for radis, repository does not exist or may require 'docker login'"));
    tell(
        "a registry that is not reached",
        "docker pull redis:9",
        1,
        post("/images/create")
            .with("fromImage", "redis")
            .with("tag", "9")
            .refused(
                500,
                "Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host"));
    tell(
        "an image that was missing, and then pulled, is no reason",
        "docker run --name web redis false",
        1,
        create("web").refused(404, "No such image: redis:latest"),
        post("/images/create"),
        create("web"));
    tell(
        "the port is taken by a container",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "driver failed programming external connectivity on endpoint web (14f4): Bind for 0.0.0.0:12345 failed: port is already allocated"));
    tell(
        "the port is taken by a program",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "driver failed programming external connectivity on endpoint web (14f4): Error starting userland proxy: listen tcp4 0.0.0.0:80: bind: address already in use"));
    tell(
        "the same of a newer engine",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "failed to set up container networking: driver failed programming external connectivity on endpoint web (14f4): failed to bind host port for 0.0.0.0:80:172.17.0.3:80/tcp: address already in use"));
    tell(
        "no such address",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "Error starting userland proxy: listen tcp4 1.2.3.4:80: bind: cannot assign requested address"));
    tell(
        "no such program",
        "docker run --name web redis ecko",
        127,
        created,
        post(start)
            .refused(
                400,
                "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"ecko\": executable file not found in $PATH: unknown"));
    tell(
        "an invalid reference",
        "curl",
        0,
        create("web").refused(400, "invalid reference format: repository name must be lowercase"));
    tell(
        "what nobody knows is quoted",
        "docker run --name web -m 1m redis",
        125,
        create("web").refused(400, "Minimum memory limit allowed is 6MB"));
    tell(
        "a long answer is cut",
        "docker run --name web redis",
        125,
        create("web").refused(400, "x".repeat(5000)));
    tell(
        "no such container",
        "docker start web",
        1,
        post(start).refused(404, "No such container: web"));
    tell(
        "no such container, since it was never made",
        WEB,
        b ->
            b.had(box())
                .asked(
                    "docker run -m 1m --name web redis",
                    125,
                    create("web").refused(400, "Minimum memory limit allowed is 6MB"))
                .asked("docker start web", 1, post(start).refused(404, "No such container: web")));
    tell(
        "the client only tried",
        "docker inspect redis",
        0,
        get("/containers/redis/json").refused(404, "No such container: redis"),
        get("/images/redis/json"));
    tell(
        "before the state of a container that is there",
        "container: box\nexpect: {state: running}",
        b ->
            b.had(box().exited(0))
                .asked(
                    "docker start box",
                    1,
                    post("/containers/box/start")
                        .refused(500, "something that nobody has heard of")));
    tell("what the client refuses by itself", "docker run --name web --bogus redis", 125);
    book.compare("refused-containers");
  }

  @Test
  void removals() {
    tell(
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
    tell(
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
    tell(
        "an image in use",
        "docker rmi redis",
        1,
        delete("/images/redis")
            .refused(
                409,
                "conflict: unable to remove repository reference \"redis\" (must force) - container 626f78000000 is using its referenced image bebdf7894bfa"));
    tell(
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
    tell(
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
    tell(
        "a network that is there already",
        "docker network create shop",
        1,
        post("/networks/create").refused(409, "network with name shop already exists"));
    tell(
        "no such network",
        "docker run --name web --network shap redis",
        125,
        create("web"),
        post("/containers/web/start").refused(404, "network shap not found"));
    tell(
        "no such volume",
        "docker volume rm dada",
        1,
        delete("/volumes/dada").refused(404, "get dada: no such volume"));
    tell(
        "it does not run",
        "docker exec box ls",
        1,
        post("/containers/box/exec").refused(409, "Container 626f78 is not running"));
    tell(
        "it is paused",
        "docker exec box ls",
        1,
        post("/containers/box/exec")
            .refused(409, "Container box is paused, unpause the container before exec"));
    book.compare("refused-others");
  }

  @Test
  void messages_that_are_not_above() {
    tell("above", WEB, b -> b.had(box()).ran("docker network rm a", 1));
    tell("elsewhere", WEB, b -> b.had(box()).ran("docker network rm a 2>/dev/null", 1));
    tell(
        "of an earlier line",
        WEB,
        b -> b.had(box()).ran("docker run --name web -m 1m redis", 125).ran("docker start web", 1));
    book.compare("refused-where");
  }

  @Test
  void other_programs() {
    String uname = "typed: {command: uname, args: [-r]}";
    String failing = "typed: {command: cat, exit_code: {at_least: 1}}";

    tell("nothing", uname, b -> b);
    tell("as asked", uname, b -> b.ran("uname -r", 0));
    tell("by its path, as another", uname, b -> b.ran("sudo /usr/bin/uname -r", 0));
    tell("by an alias", uname, b -> b.ran("u", 0, "uname -r"));
    tell("in a pipe", uname, b -> b.ran("uname -r | grep x", 1));
    tell("other words", uname, b -> b.ran("uname -a", 0));
    tell("another program", uname, b -> b.ran("ls -l", 0));
    tell("it failed", uname, b -> b.ran("uname -r; false", 1));
    tell("it was to fail", failing, b -> b.ran("cat nothing", 1));
    tell("it did not fail", failing, b -> b.ran("cat something", 0));
    book.compare("typed-program");
  }
}
