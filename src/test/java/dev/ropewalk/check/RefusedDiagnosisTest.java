package dev.ropewalk.check;

import static dev.ropewalk.check.RefusalBook.WEB;
import static dev.ropewalk.check.RefusalBook.box;
import static dev.ropewalk.check.RefusalBook.create;
import static dev.ropewalk.engine.SampleExchange.get;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.SampleExchange;
import org.junit.jupiter.api.Test;

/**
 * What a learner reads where the engine refused to run a container, in the words of 20.10 and 28.
 */
final class RefusedDiagnosisTest {
  private final RefusalBook book = new RefusalBook();

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

    book.tell("the name is taken", "docker run --name box redis", 125, conflict());
    book.tell(
        "by a container of somebody else",
        WEB,
        b -> b.alien(box()).asked("docker run --name box redis", 125, conflict()));
    book.tell(
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
    book.tell(
        "two words the other way round",
        "docker create volume shopdata",
        1,
        create("").refused(404, "No such image: volume:latest"),
        post("/images/create")
            .with("fromImage", "volume")
            .with("tag", "latest")
            .refused(404, "pull access denied for volume, repository does not exist"));
    book.tell(
        "a registry that is not reached",
        "docker pull redis:9",
        1,
        post("/images/create")
            .with("fromImage", "redis")
            .with("tag", "9")
            .refused(
                500,
                "Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io: no such host"));
    book.tell(
        "an image that was missing, and then pulled, is no reason",
        "docker run --name web redis false",
        1,
        create("web").refused(404, "No such image: redis:latest"),
        post("/images/create"),
        create("web"));
    book.tell(
        "the port is taken by a container",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "driver failed programming external connectivity on endpoint web (14f4): Bind for 0.0.0.0:12345 failed: port is already allocated"));
    book.tell(
        "the port is taken by a program",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "driver failed programming external connectivity on endpoint web (14f4): Error starting userland proxy: listen tcp4 0.0.0.0:80: bind: address already in use"));
    book.tell(
        "the same of a newer engine",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "failed to set up container networking: driver failed programming external connectivity on endpoint web (14f4): failed to bind host port for 0.0.0.0:80:172.17.0.3:80/tcp: address already in use"));
    book.tell(
        "no such address",
        run,
        125,
        created,
        post(start)
            .refused(
                500,
                "Error starting userland proxy: listen tcp4 1.2.3.4:80: bind: cannot assign requested address"));
    book.tell(
        "no such program",
        "docker run --name web redis ecko",
        127,
        created,
        post(start)
            .refused(
                400,
                "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"ecko\": executable file not found in $PATH: unknown"));
    book.tell(
        "a flag after the image",
        "docker run redis --name web",
        127,
        created,
        post(start)
            .refused(
                400,
                "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"--name\": executable file not found in $PATH: unknown"));
    book.tell(
        "a program and its argument in quotes",
        "docker run --name web redis 'uname -r'",
        127,
        created,
        post(start)
            .refused(
                400,
                "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"uname -r\": executable file not found in $PATH: unknown"));
    book.tell(
        "a user whom the image does not have",
        "docker run --name web -u nobodyhere redis",
        125,
        created,
        post(start)
            .refused(400, "unable to find user nobodyhere: no matching entries in passwd file"));
    book.tell(
        "a group that the image does not have",
        "docker run --name web -u 5:staffs redis",
        125,
        created,
        post(start).refused(400, "unable to find group staffs: no matching entries in group file"));
    book.tell(
        "a mount the wrong way round",
        "docker run --name web -v /data:shopdata redis",
        125,
        create("web")
            .refused(
                400,
                "invalid volume specification: '/data:shopdata': invalid mount config for type \"bind\": invalid mount path: 'shopdata' mount path must be absolute"));
    book.tell(
        "a mode at the wrong place",
        "docker run --name web -v /srv:ro:/data redis",
        125,
        create("web").refused(400, "invalid mode: /data"));
    book.tell(
        "no name of a volume",
        "docker run --name web -v 'a b:/data' redis",
        125,
        create("web")
            .refused(
                400,
                "create a b: \"a b\" includes invalid characters for a local volume name, only \"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. If you intended to pass a host directory, use absolute path"));
    book.tell(
        "no such folder",
        "docker run --name web --mount type=bind,source=/nowhere,target=/data redis",
        125,
        create("web")
            .refused(
                400,
                "invalid mount config for type \"bind\": bind source path does not exist: /nowhere"));
    book.tell(
        "an invalid reference",
        "curl",
        0,
        create("web").refused(400, "invalid reference format: repository name must be lowercase"));
    book.tell(
        "what nobody knows is quoted",
        "docker run --name web -m 1m redis",
        125,
        create("web").refused(400, "the moon is in the wrong quarter"));
    book.tell(
        "a long answer is cut",
        "docker run --name web redis",
        125,
        create("web").refused(400, "x".repeat(5000)));
    book.tell(
        "no such container",
        "docker start web",
        1,
        post(start).refused(404, "No such container: web"));
    book.tell(
        "no such container, since it was never made",
        WEB,
        b ->
            b.had(box())
                .asked(
                    "docker run -m 1m --name web redis",
                    125,
                    create("web").refused(400, "Minimum memory limit allowed is 6MB"))
                .asked("docker start web", 1, post(start).refused(404, "No such container: web")));
    book.tell(
        "the client only tried",
        "docker inspect redis",
        0,
        get("/containers/redis/json").refused(404, "No such container: redis"),
        get("/images/redis/json"));
    book.tell(
        "before the state of a container that is there",
        "container: box\nexpect: {state: running}",
        b ->
            b.had(box().exited(0))
                .asked(
                    "docker start box",
                    1,
                    post("/containers/box/start")
                        .refused(500, "something that nobody has heard of")));
    book.tell("what the client refuses by itself", "docker run --name web --bogus redis", 125);
    book.compare("refused-containers");
  }

  @Test
  void messages_that_are_not_above() {
    book.tell("above", WEB, b -> b.had(box()).ran("docker network rm a", 1));
    book.tell("elsewhere", WEB, b -> b.had(box()).ran("docker network rm a 2>/dev/null", 1));
    book.tell(
        "of an earlier line",
        WEB,
        b -> b.had(box()).ran("docker run --name web -m 1m redis", 125).ran("docker start web", 1));
    book.compare("refused-where");
  }
}
