package dev.ropewalk.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The builder that every engine since 20.10 has beside BuildKit: it is asked what it makes of
 * files.
 */
final class ClassicBuilder {
  /** Said of a file that is not built. */
  static final String REFUSED = "refused";

  private final Path context;

  /**
   * @param context a folder of its own in a folder that may be written to
   */
  ClassicBuilder(Path context) {
    this.context = context;
  }

  /** An image's configuration as a text; the variables and words of the command in brackets. */
  static String summary(String user, String variables, String command) {
    return "user [%s] env %s cmd %s".formatted(user, variables, command);
  }

  /** What the builder makes of each, a few at a time: {@link #summary} or {@link #REFUSED}. */
  List<String> made(List<String> texts) throws Exception {
    List<Future<String>> builds = new ArrayList<>();
    try (ExecutorService builders = Executors.newFixedThreadPool(4)) {
      texts.forEach(text -> builds.add(builders.submit(() -> build(text))));
    }
    List<String> made = new ArrayList<>();
    Set<String> images = new LinkedHashSet<>();
    for (Future<String> build : builds) {
      String id = build.get();
      made.add(id.isEmpty() ? REFUSED : id);
      images.addAll(id.isEmpty() ? Set.of() : Set.of(id));
    }
    assertThat(images).isNotEmpty();
    Map<String, String> configurations = configurations(List.copyOf(images));
    run(Stream.concat(Stream.of("docker", "rmi", "-f"), images.stream()));
    return made.stream()
        .map(each -> REFUSED.equals(each) ? each : configurations.getOrDefault(each, ""))
        .map(ClassicBuilder::text)
        .toList();
  }

  private String build(String text) throws IOException, InterruptedException {
    Path file = Files.createTempFile(context.getParent(), "Dockerfile", "");
    Files.writeString(file, text);
    String id = run(Stream.of("docker", "build", "-q", "-f", file.toString(), context.toString()));
    Files.delete(file);
    return id;
  }

  private static Map<String, String> configurations(List<String> images)
      throws IOException, InterruptedException {
    String format =
        "{{.Config.User}}\u0001{{range .Config.Env}}[{{.}}]\u0002{{end}}"
            + "\u0001{{range .Config.Cmd}}[{{.}}]{{end}}\u0003";
    String all =
        run(Stream.concat(Stream.of("docker", "image", "inspect", "-f", format), images.stream()));
    Map<String, String> configurations = new HashMap<>();
    String[] each = all.split("\u0003\n?", -1);
    for (int image = 0; image < images.size(); image++) {
      configurations.put(images.get(image), each[image]);
    }
    return configurations;
  }

  private static String text(String configuration) {
    if (configuration.equals(REFUSED)) {
      return configuration;
    }
    String[] parts = configuration.split("\u0001", -1);
    String variables =
        Stream.of(parts[1].split("\u0002"))
            .filter(each -> !each.startsWith("[PATH=") && !each.isEmpty())
            .sorted()
            .collect(Collectors.joining());
    return summary(parts[0], variables, parts[2]);
  }

  /** What a command prints; empty when it fails. */
  private static String run(Stream<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.toList());
    builder.environment().put("DOCKER_BUILDKIT", "0");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(Patience.BUSY_MACHINE)).isTrue();
    return process.exitValue() == 0 ? output : "";
  }
}
