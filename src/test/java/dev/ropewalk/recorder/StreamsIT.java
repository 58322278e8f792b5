package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.recorder.Relay.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Long streams and many requests arrive as they are and leave the recorder as small as it was;
 * {@code bench/recorder} does the same with more of both.
 */
class StreamsIT {
  private static final String N = "str" + ProcessHandle.current().pid();

  @Test
  void memory_grows_neither_with_the_length_of_streams_nor_with_the_number_of_requests()
      throws Exception {
    String engine = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    Path folder = Files.createTempDirectory("rec");
    bash(
        "docker inspect busybox || docker pull -q busybox;"
            + " docker run -d --init --name $N busybox sleep 1000",
        engine);
    try (RelayProcess relay = RelayProcess.start(folder)) {
      String pings =
          "curl -sSo /dev/null -H 'Connection: close' --unix-socket ${DOCKER_HOST#unix://}"
              + " 'http://docker/_ping?[1-1000]'";
      bash(pings, relay.address());
      long before = relay.memory("VmRSS");

      String out = "docker exec $N sh -c 'seq 20000000 | head -c 150000000' | md5sum";
      String in = "seq 20000000 | head -c 150000000 | docker exec -i $N md5sum";
      Ran outDirect = bash("seq 20000000 | head -c 150000000 | md5sum", engine);
      Ran outRecorded = bash(out, relay.address());
      Ran inRecorded = bash(in, relay.address());
      Ran asked = bash(pings + " && " + pings, relay.address());

      assertThat(outRecorded).isEqualTo(outDirect);
      assertThat(inRecorded.out()).isEqualTo(outDirect.out());
      assertThat(asked.code()).isZero();
      assertThat(relay.memory("VmHWM")).as("megabytes, at most").isLessThan(before + 40);
      assertThat(relay.underWay()).isEmpty();
    } finally {
      bash("docker rm -f $N; rm -r " + folder, engine);
    }
  }

  private static Ran bash(String line, String host) {
    return Ran.bash("N=" + N + "; " + line, host);
  }
}
