package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.engine.Outcome;
import dev.ropewalk.proof.Turns;
import dev.ropewalk.recorder.Relay.Ran;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Nobody can tell the recorder from the engine: the command lines of {@code commands.txt} print the
 * same, on both streams, and end with the same code. What differs from run to run without a
 * recorder too is named in {@link #DIFFERENT_ANYWAY}.
 */
class TransparencyIT {
  /** Those that only read: in so many days all have had their turn. */
  private static final int READING_DAYS = 2;

  /** Those for which all is set up anew take minutes; in so many days all have had their turn. */
  private static final int DAYS = 5;

  private static final String N = "rec" + ProcessHandle.current().pid();
  private static final String SORTED = "[sorted] ";
  private static final String AGES = "[ages] ";
  private static final String AGE =
      "((Less than|About) an? (second|minute)( ago)?|\\d+ (seconds?|minutes?)( ago)?)? +";

  /** What changes from run to run by itself, and how it is written for the comparison. */
  private static final Map<String, String> DIFFERENT_ANYWAY =
      new TreeMap<>(
          Map.of(
              "[0-9a-f]{64}", "ID",
              "\\b[0-9a-f]{12}\\b", "ID",
              "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME",
              // What the engine itself holds open at this moment.
              "\"(NFd|NGoroutines|NEventsListener)\":\\d+", "NUMBER",
              // Where `docker` itself names the address that it was given.
              "unix:///[^ :'\"]+sock", "SOCKET",
              "docker-(import|tmp|build)\\w*\\d+", "TEMPORARY",
              // `script` hands the end of its input on as a NUL, which its terminal shows wherever
              // the output is by then.
              "\\^@", ""));

  private static Relay relay;
  private static String engine;

  @BeforeAll
  static void start() throws Exception {
    engine = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    relay = Relay.start();
    Ran.bash("for i in busybox redis; do docker inspect $i || docker pull -q $i; done", engine);
  }

  @AfterAll
  static void end() throws Exception {
    clear();
    relay.close();
  }

  @TestFactory
  Stream<DynamicTest> a_command_line_prints_the_same() throws IOException {
    String[] parts =
        Files.readString(Path.of("src/test/resources/recorder/commands.txt")).split("=\n", 2);
    prepare();
    return Stream.concat(
        Turns.ofToday(rows(parts[0]).toList(), READING_DAYS).stream()
            .map(row -> DynamicTest.dynamicTest(row, () -> same(row, () -> {}))),
        Turns.ofToday(rows(parts[1]).toList(), DAYS).stream()
            .map(row -> DynamicTest.dynamicTest(row, () -> same(row, TransparencyIT::prepare))));
  }

  private static Stream<String> rows(String text) {
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  @Test
  void two_hundred_at_once_are_all_answered() {
    String all =
        "for i in $(seq 200); do docker inspect -f \"$i {{.Name}}\" $N-up & done | sort -n; wait";
    prepare();

    Ran direct = bash(all, engine);
    Ran recorded = bash(all, relay.address());

    assertThat(recorded).isEqualTo(direct);
    assertThat(recorded.out().lines()).hasSize(200);
  }

  @Test
  void what_a_client_writes_that_docker_never_would_is_answered_the_same() throws IOException {
    for (String request :
        List.of(
            "GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n".repeat(3)
                + "GET /_ping HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n",
            "GET /_ping HTTP/1.0\r\n\r\n",
            "GET /_ping HTTP/1.1\nHost: d\nConnection: close\n\n",
            "rubbish\r\n\r\n",
            "GET /_ping HTTP/1.1\r\nHost: d\r\nContent-Length: x\r\n\r\n",
            "POST /containers/create HTTP/1.1\r\nHost: d\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2;a=b\r\n{}\r\n0\r\nTrailer: x\r\n\r\n")) {
      String direct = answer(request, engine);

      assertThat(answer(request, relay.address())).isEqualTo(direct).startsWith("HTTP/1.");
    }
  }

  private static String answer(String request, String host) throws IOException {
    Path socket = Path.of(host.substring("unix://".length()));
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      Channels.newOutputStream(client).write(request.getBytes(StandardCharsets.UTF_8));
      byte[] answer = Channels.newInputStream(client).readAllBytes();
      return new String(answer, StandardCharsets.UTF_8).replaceAll("Date: .*", "");
    }
  }

  @Test
  void compose_brings_a_project_up_and_down_and_buildx_builds() throws IOException {
    Path plugins =
        Path.of(
            System.getenv().getOrDefault("ROPEWALK_ENGINE_STATE", "/var/lib/ropewalk-engine"),
            "cache/cli-plugins");
    assumeTrue(
        Files.isExecutable(plugins.resolve("docker-compose"))
            && Files.isExecutable(plugins.resolve("docker-buildx")),
        "the plugins are not in " + plugins + ": `engine/plugins` fetches them");
    Path configuration = Files.createTempDirectory("cfg");
    Files.createSymbolicLink(configuration.resolve("cli-plugins"), plugins);
    Path project = Files.createDirectory(configuration.resolve("project"));
    Files.writeString(
        project.resolve("compose.yaml"),
        """
        name: %s
        services:
          one: {image: busybox, command: sh -c 'echo from one; sleep 100', init: true}
          two: {build: ., command: sh -c 'echo from two; sleep 100', init: true, volumes: ['data:/d']}
        volumes: {data: {}}
        """
            .formatted(N));
    Files.writeString(
        project.resolve("Dockerfile"), "FROM busybox\nRUN echo built > /built\nCMD cat /built\n");
    String in = "export DOCKER_CONFIG=%s; cd %s; ".formatted(configuration, project);
    String built = in + "docker buildx build -q --load -t $N-img . && docker run --rm $N-img";
    String up =
        in
            + "docker compose --progress quiet up -d --build && docker compose ps -a --format"
            + " '{{.Service}} {{.State}}' | sort && docker compose logs --no-color | sort &&"
            + " docker compose exec -T one echo executed && docker compose --progress quiet down -v"
            + " --rmi local";

    same(built, TransparencyIT::prepare);
    same(up, TransparencyIT::prepare);

    assertThat(bash(built, relay.address()).out()).endsWith("built\n");
    assertThat(bash(up, relay.address()).out()).contains("two running", "from two", "executed");
    assertThat(relay.outcomes(Outcome.BuildSession.class)).isNotEmpty();
    clear();
    bash("rm -r " + configuration, engine);
  }

  private static void same(String row, Runnable prepare) {
    String line = row.replace(SORTED, "").replace(AGES, "");
    prepare.run();
    Ran direct = bash(line, engine);
    prepare.run();
    Ran recorded = bash(line, relay.address());

    assertThat(comparable(recorded, row)).isEqualTo(comparable(direct, row));
    assertThat(recorded.code()).as("neither was given up").isNotEqualTo(124);
    assertThat(recorded.err()).as("all programs are there").doesNotContain("command not found");
  }

  private static Ran comparable(Ran ran, String row) {
    return new Ran(ran.code(), comparable(ran.out(), row), comparable(ran.err(), row));
  }

  private static String comparable(String output, String row) {
    String text = output;
    for (Map.Entry<String, String> each : DIFFERENT_ANYWAY.entrySet()) {
      text = text.replaceAll(each.getKey(), each.getValue());
    }
    if (row.startsWith(AGES)) {
      text = text.replaceAll(AGE, " ");
    }
    return row.startsWith(SORTED)
        ? text.lines().map(String::stripTrailing).sorted().collect(Collectors.joining("\n"))
        : text;
  }

  private static void prepare() {
    clear();
    bash(
        "docker volume create $N-vol & docker network create $N-net & docker run -d --init --name $N-up"
            + " busybox sleep 1000; docker run --name $N-out busybox sh -c 'echo one; echo two'; wait",
        engine);
  }

  private static void clear() {
    bash(
        "docker rm -fv $(docker ps -aqf name=$N);"
            + " docker volume rm $(docker volume ls -qf name=$N) &"
            + " docker network rm $(docker network ls -qf name=$N) &"
            + " docker rmi -f $(docker images -q \"$N*\"); wait",
        engine);
  }

  private static Ran bash(String line, String host) {
    return Ran.bash("N=" + N + "; " + line, host);
  }
}
