package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.recorder.Relay.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A recorder that is killed leaves no client waiting, and the next line works. Not tried: {@code
 * docker stats} without {@code --no-stream}, and what reads the body of its request from a pipe
 * that stays silent: docker waits there for more, whoever is at the other end.
 */
class KilledIT {
  private static final String N = "kil" + ProcessHandle.current().pid();

  private final String engine =
      System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
  private Path folder;

  @BeforeEach
  void start() throws Exception {
    folder = Files.createTempDirectory("rec");
    bash(
        "docker inspect busybox || docker pull -q busybox; docker run -d --init --name $N-up"
            + " busybox sh -c 'while echo on; do sleep 0.1; done'",
        engine);
  }

  @AfterEach
  void end() {
    bash("docker rm -fv $(docker ps -aqf name=$N); rm -r " + folder, engine);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '\0',
      textBlock =
          """
          /start:204 ~ docker run --rm --init --name $N-a busybox sleep 200
          /start:204 ~ docker run --rm --init -i --name $N-b busybox cat < <(sleep 40)
          /start:204 ~ script -qec "docker run --rm -it --init --name $N-c busybox sleep 200" /dev/null
          /attach:101 ~ docker attach $N-up
          /start:101 ~ docker exec $N-up sleep 200
          /start:101 ~ docker exec $N-up yes >/dev/null
          /start:101 ~ script -qec "docker exec -it $N-up sleep 200" /dev/null
          /logs:200 ~ docker logs -f $N-up
          /events:200 ~ docker events
          /wait:200 ~ docker wait $N-up
          /build:200 ~ printf 'FROM busybox\\nRUN sleep 200\\n' | DOCKER_BUILDKIT=0 docker build -
          /load:0 ~ docker load < <(while echo x; do sleep 0.1; done)
          /archive:0 ~ docker cp - $N-up:/tmp < <(tar -cC /etc hosts; yes)
          /events:200 ~ curl -sSN --unix-socket ${DOCKER_HOST#unix://} http://docker/events
          """)
  void nobody_hangs_and_the_next_line_works(String state, String line) throws Exception {
    try (RelayProcess relay = RelayProcess.start(folder)) {
      CompletableFuture<Ran> client =
          CompletableFuture.supplyAsync(() -> bash(line, relay.address()));
      relay.await(state);

      relay.kill();

      assertThat(client.get(Patience.BUSY_MACHINE.toSeconds(), TimeUnit.SECONDS).code())
          .isNotZero();
    }
    assertThat(bash("docker inspect -f '{{.Name}}' $N-up", engine).out())
        .isEqualTo("/" + N + "-up\n");
    try (RelayProcess again = RelayProcess.start(folder)) {
      assertThat(bash("docker inspect -f '{{.Name}}' $N-up", again.address()).code()).isZero();
    }
  }

  private static Ran bash(String line, String host) {
    return Ran.bash("N=" + N + "; " + line, host);
  }
}
