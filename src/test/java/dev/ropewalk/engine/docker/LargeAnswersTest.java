package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.EngineProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what an engine has to say without end, a bounded part is taken, counted in bytes. */
final class LargeAnswersTest {
  private static final String CONTAINER = "0123456789ab";
  private static final long FILE = 150L << 20;
  private static final int MARGIN = 4 << 20;

  @TempDir private Path folder;
  private final AtomicLong sent = new AtomicLong();

  @Test
  void of_a_large_file_no_more_than_the_first_mebibyte_is_fetched() throws IOException {
    try (UnixServer server = endless(header(), (byte) 'a');
        DockerJavaEngine engine = connect(Duration.ofMinutes(5))) {
      String text = engine.file(CONTAINER, "/data/dump.rdb").orElseThrow();

      assertThat(text).hasSize(1 << 20);
      assertThat(sent.get()).as("bytes that the engine could send").isLessThan(MARGIN);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void an_answer_that_is_taken_whole_has_a_bound() throws IOException {
    try (UnixServer server = endless(bytes("["), (byte) ' ');
        DockerJavaEngine engine = connect(Duration.ofMinutes(5))) {
      assertThatExceptionOfType(EngineProblem.class)
          .isThrownBy(engine::world)
          .matches(problem -> problem.sentence().contains("the answer is larger than 64 MiB"));

      assertThat(sent.get()).isLessThan(UnixHttpClient.MOST_BYTES + MARGIN);
      assertThat(server.requests()).hasSize(2);
    }
  }

  /** An engine that says a beginning and then the same letter for ever. */
  private UnixServer endless(byte[] beginning, byte letter) throws IOException {
    byte[] more = new byte[1 << 16];
    Arrays.fill(more, letter);
    return UnixServer.start(
        folder.resolve("s"),
        (request, out) -> {
          if (request.startsWith("GET /_ping")) {
            out.write(
                bytes(
                    "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nServer: Docker/20\r\nContent-Length: 2\r\n\r\nOK"));
            return;
          }
          out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\n\r\n"));
          send(out, beginning);
          while (true) {
            send(out, more);
          }
        });
  }

  private void send(OutputStream out, byte[] part) throws IOException {
    out.write(part);
    sent.addAndGet(part.length);
  }

  private static byte[] header() {
    TarArchiveEntry file = new TarArchiveEntry("dump.rdb");
    file.setSize(FILE);
    byte[] block = new byte[512];
    file.writeEntryHeader(block);
    return block;
  }

  private DockerJavaEngine connect(Duration deadline) {
    return DockerJavaEngine.connect(
        new EngineAddress.Socket(folder.resolve("s")), deadline, InstantSource.system());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
