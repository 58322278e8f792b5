package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.docker.EngineAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A recorder before the real engine, with all that it has told, for tests. */
final class Relay implements AutoCloseable {
  private final List<Exchange> told = new CopyOnWriteArrayList<>();
  private final Path folder;
  private final Recorder recorder;
  private final Lane lane;

  private Relay() throws IOException, RecorderUnavailable {
    folder = Files.createTempDirectory("rec");
    recorder =
        Recorder.start(
            folder.resolve("r"),
            EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))),
            told::add);
    lane = recorder.lane("test");
  }

  static Relay start() throws IOException, RecorderUnavailable {
    return new Relay();
  }

  Recorder recorder() {
    return recorder;
  }

  String address() {
    return lane.address();
  }

  List<Exchange> told() {
    return told;
  }

  void forget() {
    told.clear();
  }

  /** All outcomes told so far, but those of pings and the like, in their order. */
  List<Outcome> outcomes() {
    return told.stream().flatMap(exchange -> exchange.outcomes().stream()).toList();
  }

  <T extends Outcome> Stream<T> outcomes(Class<T> kind) {
    return told.stream().flatMap(exchange -> exchange.outcomes(kind));
  }

  /** Runs a line of bash whose docker goes through the recorder. */
  Ran bash(String line) {
    return Ran.bash(line, address());
  }

  @Override
  public void close() throws IOException {
    recorder.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = new ArrayList<>(files.toList());
      for (Path file : all.reversed()) {
        Files.delete(file);
      }
    }
  }

  /** What a command line did. */
  record Ran(int code, String out, String err) {
    /**
     * Runs a line of bash.
     *
     * @param host the value of {@code DOCKER_HOST}
     */
    static Ran bash(String line, String host) {
      try {
        Path err = Files.createTempFile("err", "");
        Path out = Files.createTempFile("out", "");
        ProcessBuilder builder =
            new ProcessBuilder("timeout", "--kill-after=5", "120", "bash", "-c", line)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("DOCKER_HOST", host);
        int code = builder.start().waitFor();
        Ran ran = new Ran(code, text(out), text(err));
        Files.delete(out);
        Files.delete(err);
        return ran;
      } catch (IOException e) {
        throw new AssertionError(line, e);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }

    /** Bytes as they are, one character each. */
    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
  }
}
