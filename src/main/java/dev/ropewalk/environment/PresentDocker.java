package dev.ropewalk.environment;

import dev.ropewalk.patience.Patience;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What private engines are given by the engine that the docker command uses. */
public final class PresentDocker {
  private static final Pattern MIRROR = Pattern.compile("http://([\\w.-]+):(\\d{1,5})/?");
  private static final int KNOCKING_MILLIS = (int) Patience.OF_COURTESY.toMillis();
  // For images of any size.
  private static final Duration PATIENCE = Patience.BUSY_MACHINE.multipliedBy(5);

  private PresentDocker() {}

  /** The registry that mirrors the public one for it, if that speaks plain HTTP and answers. */
  public static Optional<InetSocketAddress> registry() throws InterruptedException {
    Output output =
        run(List.of("info", "--format", "{{range .RegistryConfig.Mirrors}}{{println .}}{{end}}"));
    return output
        .text()
        .lines()
        .map(line -> MIRROR.matcher(line.strip()))
        .filter(Matcher::matches)
        .map(form -> new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2))))
        .filter(PresentDocker::answers)
        .findFirst();
  }

  private static boolean answers(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, KNOCKING_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The folder with the plugins of this user alone, if there is one. */
  static Optional<Path> plugins() {
    Path configuration =
        Optional.ofNullable(System.getenv("DOCKER_CONFIG"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".docker"));
    try {
      return Optional.of(configuration.resolve("cli-plugins").toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes images into a file; why that is not done, if it is not. */
  static Optional<String> save(List<String> images, Path file) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("save", "--output", file.toString()));
    words.addAll(images);
    Output output = run(words);
    return output.exitCode() == 0 ? Optional.empty() : Optional.of(output.text());
  }

  /** How a docker command ended. */
  record Output(int exitCode, String text) {}

  private static Output run(List<String> words) throws InterruptedException {
    return run(Map.of(), words);
  }

  /**
   * Runs a docker command.
   *
   * @param variables added to those of this process, such as {@code DOCKER_HOST}
   */
  static Output run(Map<String, String> variables, List<String> words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(words);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"));
      builder.environment().putAll(variables);
      Process process = builder.start();
      Thread guard =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      if (!process.waitFor(PATIENCE)) {
                        process.destroyForcibly();
                      }
                    } catch (InterruptedException e) {
                      process.destroyForcibly();
                    }
                  });
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      guard.join();
      return new Output(code, text.strip());
    } catch (IOException e) {
      return new Output(-1, String.valueOf(e.getMessage()));
    }
  }
}
