package dev.ropewalk.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What words and events cannot tell, and a recorder can: whose a thing is that somebody else makes
 * by the same name meanwhile, and what other clients than docker make for a line. {@code FOLDER}
 * has the scripts, {@code ENGINE} is the engine's address, round the recorder.
 */
final class RecordedRows {
  private static final Path PLUGINS =
      Path.of(
          System.getenv().getOrDefault("ROPEWALK_ENGINE_STATE", "/var/lib/ropewalk-engine"),
          "cache/cli-plugins");

  private static final String BOX = "docker create --name rwt-box busybox true";
  private static final String BOX_LISTED = "CONTAINER rwt-box (busybox, created)";
  private static final String DATA =
      "docker run --rm -v rwt-data:/d busybox sh -c 'echo precious >/d/file'";
  private static final String NET = "docker network create rwt-net";
  private static final String IMAGE = "docker build -q -t rwt-image:1 DIR";
  private static final String BUILDKIT = "DOCKER_BUILDKIT=1 /usr/bin/docker build -q ";
  private static final String BUILDX = "docker --config FOLDER/cfg buildx build -q ";
  private static final String ARCHIVE = "; docker save rwt-image:1 -o FOLDER/a.tar";
  private static final String WITHOUT = "; docker rmi rwt-image:1";

  private RecordedRows() {}

  /** Writes the scripts and projects that the rows use. */
  static void write(Path folder) throws IOException {
    script(folder, "box", BOX);
    script(folder, "late", "sleep 1; " + BOX);
    script(folder, "data", "docker volume create rwt-data");
    script(folder, "net", NET);
    script(folder, "tag", "docker tag redis rwt-tag:1");
    script(folder, "build", "docker build -q -t rwt-image:1 " + folder.resolve("image"));
    Files.writeString(
        folder.resolve("box.py"),
        """
        import http.client, os, socket
        c = http.client.HTTPConnection('docker')
        c.sock = socket.socket(socket.AF_UNIX)
        c.sock.connect(os.environ['DOCKER_HOST'].removeprefix('unix://'))
        c.request('POST', '/containers/create?name=rwt-box', '{"Image": "busybox"}',
                  {'Content-Type': 'application/json'})
        print(c.getresponse().read())
        """);
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(
        project.resolve("compose.yaml"),
        """
        name: rwt
        services:
          one: {image: busybox, container_name: rwt-box, command: sleep 100, init: true}
          two:
            image: busybox
            container_name: rwt-mine
            command: sleep 100
            init: true
            volumes: ['data:/d']
        networks: {default: {name: rwt-net}}
        volumes: {data: {name: rwt-data}}
        """);
    Files.writeString(
        project.resolve("built.yaml"),
        """
        name: rwt
        services:
          one: {build: ../image, image: 'rwt-image:1', container_name: rwt-box, network_mode: none}
        """);
    Files.createDirectories(folder.resolve("cfg"));
    if (hasPlugins() && !Files.exists(folder.resolve("cfg/cli-plugins"))) {
      Files.createSymbolicLink(folder.resolve("cfg/cli-plugins"), PLUGINS);
    }
  }

  private static void script(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".sh"), text + "\n");
  }

  private static boolean hasPlugins() {
    return Files.isExecutable(PLUGINS.resolve("docker-compose"))
        && Files.isExecutable(PLUGINS.resolve("docker-buildx"));
  }

  static Stream<OwnershipRow> all() {
    return Stream.of(
            sameNames(), clients(), images(), hasPlugins() ? plugins() : List.<OwnershipRow>of())
        .flatMap(List::stream);
  }

  private static List<OwnershipRow> sameNames() {
    return List.of(
        OwnershipRow.row("container, of another meanwhile by the same name")
            .line("WAIT; " + BOX)
            .meanwhile(BOX)
            .leaves("rwt-box"),
        OwnershipRow.row("container, of another meanwhile by the name of one that is gone")
            .line(BOX + "; docker rm rwt-box; WAIT")
            .meanwhile(BOX)
            .leaves("rwt-box"),
        OwnershipRow.row("network, of another meanwhile by the same name")
            .line("WAIT; " + NET)
            .meanwhile(NET)
            .leaves("rwt-net"),
        OwnershipRow.row("network, of another meanwhile by the name of one that is gone")
            .line(NET + "; docker network rm rwt-net; WAIT")
            .meanwhile(NET)
            .leaves("rwt-net"),
        OwnershipRow.row("volume, of another meanwhile by the same name, for a script")
            .line("WAIT; bash FOLDER/data.sh")
            .meanwhile(DATA)
            .leaves("rwt-data: data"),
        OwnershipRow.row("volume, of another meanwhile by the name of one that is gone")
            .line("docker volume create rwt-data; docker volume rm rwt-data; WAIT")
            .meanwhile(DATA)
            .leaves("rwt-data: data"),
        OwnershipRow.row("tag, there and moved by a script")
            .before("docker tag busybox rwt-tag:1")
            .line("bash FOLDER/tag.sh")
            .leaves("rwt-tag:1 redis"));
  }

  private static List<OwnershipRow> clients() {
    return List.of(
        OwnershipRow.row("container, of a script").line("bash FOLDER/box.sh").lists(BOX_LISTED),
        OwnershipRow.row("volume, of sh -c")
            .line("sh -c 'docker volume create rwt-data'")
            .lists("VOLUME rwt-data"),
        OwnershipRow.row("network, of a script, once")
            .line("bash FOLDER/net.sh")
            .lists("NETWORK rwt-net"),
        OwnershipRow.row("containers, of xargs")
            .line("echo rwt-box rwt-mine | xargs -n 1 sh -c 'docker create --name $0 busybox'")
            .meanwhile()
            .lists(BOX_LISTED, "CONTAINER rwt-mine (busybox, created)"),
        OwnershipRow.row("volume, of xargs itself")
            .line("echo rwt-data | xargs docker volume create")
            .lists("VOLUME rwt-data"),
        OwnershipRow.row("container, of curl")
            .line(
                "curl -sS -d '{\"Image\": \"busybox\"}' -H 'Content-Type: application/json'"
                    + " --unix-socket \"${DOCKER_HOST#unix://}\""
                    + " http://docker/containers/create?name=rwt-box")
            .lists(BOX_LISTED),
        OwnershipRow.row("container, of python").line("python3 FOLDER/box.py").lists(BOX_LISTED),
        OwnershipRow.row("container, of a script in the background, later")
            .line("bash FOLDER/late.sh >/dev/null 2>&1 &")
            .after("until docker inspect rwt-box; do sleep 0.1; done; sleep 0.2")
            .lists(BOX_LISTED),
        OwnershipRow.row("containers, one of them round the recorder")
            .line(BOX + "; docker -H ENGINE create --name rwt-mine busybox")
            .lists(BOX_LISTED, "CONTAINER rwt-mine (busybox, created)"),
        OwnershipRow.row("volumes, one of them round the recorder, beside another's")
            .line("WAIT; docker volume create rwt-data; docker -H ENGINE volume create rwt-mine")
            .meanwhile(DATA)
            .lists("VOLUME rwt-mine")
            .leaves("rwt-data: data"));
  }

  private static List<OwnershipRow> images() {
    return List.of(
        OwnershipRow.row("image, of a script")
            .line("bash FOLDER/build.sh")
            .lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image, of BuildKit")
            .line(BUILDKIT + "-t rwt-image:1 DIR")
            .lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image, of BuildKit in a script")
            .line("DOCKER_BUILDKIT=1 PATH=/usr/bin:$PATH bash FOLDER/build.sh")
            .lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image without a name, of BuildKit")
            .line(BUILDKIT + "DIR")
            .lists("IMAGE without a name"),
        OwnershipRow.row("image, of another meanwhile while BuildKit builds")
            .line("WAIT; " + BUILDKIT + "-t rwt-mine:1 DIR2")
            .meanwhile(IMAGE)
            .lists("IMAGE rwt-mine:1")
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image, loaded")
            .before(IMAGE + ARCHIVE + WITHOUT)
            .line("docker load -i FOLDER/a.tar")
            .lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image, loaded and there")
            .before(IMAGE + ARCHIVE)
            .line("docker load -i FOLDER/a.tar")
            .leaves("rwt-image:1 built"),
        OwnershipRow.row("image without a name, loaded")
            .before(
                IMAGE + "; docker save $(docker images -q rwt-image:1) -o FOLDER/a.tar" + WITHOUT)
            .line("cat FOLDER/a.tar | docker load")
            .lists("IMAGE without a name"),
        OwnershipRow.row("image, imported")
            .line(BOX + "; docker export rwt-box | docker import - rwt-image:1")
            .lists(BOX_LISTED, "IMAGE rwt-image:1"),
        OwnershipRow.row("image without a name, committed by sh -c")
            .line(BOX + "; sh -c \"docker commit -c 'LABEL rwt=yes' rwt-box\"")
            .lists(BOX_LISTED, "IMAGE without a name"),
        OwnershipRow.row("image without a name, committed by another meanwhile")
            .line(BOX + "; WAIT")
            .meanwhile("docker commit -c 'LABEL rwt=yes' rwt-box")
            .lists(BOX_LISTED)
            .leaves("an image without a name"));
  }

  private static List<OwnershipRow> plugins() {
    String up = "docker --config FOLDER/cfg compose -f FOLDER/project/";
    return List.of(
        OwnershipRow.row("project, of compose")
            .line(up + "compose.yaml up -d")
            .lists(
                "CONTAINER rwt-box (busybox, running)",
                "CONTAINER rwt-mine (busybox, running)",
                "NETWORK rwt-net",
                "VOLUME rwt-data"),
        OwnershipRow.row("project, of compose, with what others have made")
            .before(NET + " --label com.docker.compose.network=default", DATA)
            .line(up + "compose.yaml create")
            .lists(BOX_LISTED, "CONTAINER rwt-mine (busybox, created)")
            .leaves("rwt-data: data", "rwt-net"),
        OwnershipRow.row("project, of compose, with an image that it builds")
            .line(up + "built.yaml up -d; docker wait rwt-box")
            .lists("CONTAINER rwt-box (rwt-image:1, exited)", "IMAGE rwt-image:1"),
        OwnershipRow.row("image, of buildx")
            .line(BUILDX + "-t rwt-image:1 DIR")
            .lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image, of buildx in a shell")
            .line("sh -c '" + BUILDX + "-t rwt-image:1 DIR'")
            .lists("IMAGE rwt-image:1"),
        OwnershipRow.row("image, of another meanwhile while buildx builds")
            .line("WAIT; " + BUILDX + "-t rwt-mine:1 DIR2")
            .meanwhile(IMAGE)
            .lists("IMAGE rwt-mine:1")
            .leaves("rwt-image:1 built"));
  }
}
