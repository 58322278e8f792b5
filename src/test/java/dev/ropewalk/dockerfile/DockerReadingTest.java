package dev.ropewalk.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small files that readers get wrong. What stands in {@code NAME.expected} was written by
 * BuildKit's own parser and converter (of August 2026), not by ours: instructions with their words
 * and here-documents, stages, image, user and environment, or {@code refused}.
 */
final class DockerReadingTest {
  static Stream<String> names() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".df"))
              .map(name -> name.substring(0, name.length() - ".df".length()))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @Test
  void no_case_is_lost() throws Exception {
    assertThat(names().count()).isGreaterThanOrEqualTo(240);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_file_is_read_as_docker_reads_it(String name) throws Exception {
    String text = Files.readString(folder().resolve(name + ".df"));

    String reading = reading(text);

    assertThat(reading).isEqualTo(Files.readString(folder().resolve(name + ".expected")));
  }

  /** Nothing that a learner may write keeps the prompt waiting, or ends it. */
  static Stream<String> heavy() {
    return Stream.of(
        "RUN x" + " ".repeat(60_000) + "y",
        "RUN x" + "\r".repeat(60_000) + "y",
        "FROM " + "a/".repeat(25_000) + "a",
        "HEALTHCHECK --interval=" + "1s".repeat(20_000) + " CMD a",
        "COPY --chmod=" + "u+x,".repeat(15_000) + "u+x a b",
        "RUN " + "sudo ".repeat(12_000) + "apt-get install b",
        "USER " + "${A:-".repeat(10_000) + "x" + "}".repeat(10_000),
        "CMD " + "[".repeat(30_000),
        "RUN " + "$(".repeat(30_000),
        "ENV A=" + "a".repeat(5_000) + "\nENV B=${A##" + "*a".repeat(200) + "b}",
        IntStream.range(1, 1_500)
            .mapToObj(n -> "FROM s%s AS s%s\nCOPY --from=s%s /a /b".formatted(n - 1, n, n - 1))
            .collect(Collectors.joining("\n")));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("heavy")
  void a_heavy_file_is_read_at_once(String part) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(2), () -> assertThat(reading("FROM a AS s0\n" + part)).isNotEmpty());
  }

  private static Path folder() throws URISyntaxException {
    URL url = Objects.requireNonNull(DockerReadingTest.class.getResource("/dockerfile/read"));
    return Path.of(url.toURI());
  }

  private static String reading(String text) {
    try {
      Dockerfile file = Dockerfile.parse(text);
      List<String> lines = new ArrayList<>(List.of("accepted"));
      file.instructions().forEach(each -> tell(each, lines));
      file.stages().forEach(stage -> lines.add("stage " + stage.name()));
      Stage last = file.last();
      lines.add("image " + bracketed(last.image()));
      lines.add("user " + bracketed(last.user().orElse("")));
      last.environment()
          .forEach((name, value) -> lines.add("env " + bracketed(name + "=" + value)));
      return String.join("\n", lines) + "\n";
    } catch (Unreadable e) {
      return "refused\n";
    }
  }

  private static void tell(Instruction each, List<String> lines) {
    StringBuilder line = new StringBuilder();
    line.append(each.line()).append(' ').append(each.word());
    line.append(each.form() == Instruction.Form.EXEC ? " exec" : " shell");
    each.flags().forEach(flag -> line.append(" {").append(escaped(flag)).append('}'));
    each.words().forEach(word -> line.append(' ').append(bracketed(word)));
    lines.add(line.toString());
    each.documents().forEach(document -> lines.add("  document " + bracketed(document)));
  }

  private static String bracketed(String text) {
    return "[" + escaped(text) + "]";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
