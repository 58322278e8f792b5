package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.WithoutEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The distribution as it is handed out: it starts from any folder, and its ahead-of-time cache is a
 * help that is never in the way.
 */
@WithoutEngine
class DistributionIT {
  private static final Path BUILT = Path.of(System.getProperty("ropewalk.dist"));
  private static final String JAR = "lib/ropewalk.jar";

  @TempDir private static Path shelf;
  private static byte[] cache;
  private static String name;

  @TempDir private Path folder;
  private Path home;

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void a_trained_distribution() throws Exception {
    Path trained = copy(BUILT, shelf.resolve("trained here"));
    Outcome training = run(shelf, Map.of(), List.of("tools/train", trained.toString()));
    assertThat(training).isEqualTo(new Outcome(0, "", ""));
    Path made = onlyCache(trained);
    name = "lib/" + made.getFileName();
    cache = Files.readAllBytes(made);
  }

  @BeforeEach
  void a_copy_with_the_cache() throws Exception {
    home = copy(BUILT, folder.resolve("moved to another folder"));
    Files.write(home.resolve(name), cache);
  }

  @Test
  void it_starts_from_its_cache_in_another_folder() throws Exception {
    // Then
    assertThat(origin()).isEqualTo("shared objects file");
    assertThatItStarts();
  }

  @Test
  void it_starts_by_a_link() throws Exception {
    // Given
    Path link = folder.resolve("ropewalk");
    Files.createSymbolicLink(link, folder.relativize(home.resolve("bin/ropewalk")));

    // When
    Outcome outcome = run(folder, Map.of(), List.of(link.toString(), "--version"));

    // Then
    assertThat(outcome.out()).startsWith("ropewalk ");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void the_cache_of_another_java_is_left_aside() throws Exception {
    // Given
    byte[] foreign = cache.clone();
    byte[] java = System.getProperty("java.vm.version").getBytes(StandardCharsets.US_ASCII);
    foreign[indexOf(foreign, java)] = 'x';
    Files.write(home.resolve(name), foreign);

    // Then
    assertThatItStartsWithoutItsCache();
  }

  @Test
  void a_cache_that_was_cut_short_is_left_aside() throws Exception {
    // Given
    Files.write(home.resolve(name), Arrays.copyOf(cache, cache.length / 2));

    // Then
    assertThatItStartsWithoutItsCache();
  }

  @Test
  void the_cache_of_older_classes_is_left_aside() throws Exception {
    // Given
    Files.write(home.resolve(JAR), new byte[1], StandardOpenOption.APPEND);

    // Then
    assertThatItStartsWithoutItsCache();
  }

  @Test
  void it_starts_where_there_is_no_cache() throws Exception {
    // Given
    Files.delete(home.resolve(name));

    // Then
    assertThatItStartsWithoutItsCache();
  }

  private void assertThatItStartsWithoutItsCache() throws Exception {
    assertThat(origin()).startsWith("file:").endsWith(JAR);
    assertThatItStarts();
  }

  private void assertThatItStarts() throws Exception {
    Outcome outcome = version(Map.of());
    assertThat(outcome.out()).matches("ropewalk \\S+\\R");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  /** Where Java says that it took the first class from. */
  private String origin() throws Exception {
    String main = "dev.ropewalk.cli.Main source: ";
    Outcome outcome = version(Map.of("ROPEWALK_JAVA_OPTS", "-Xlog:class+load"));
    String line = outcome.out().lines().filter(l -> l.contains(main)).findFirst().orElseThrow();
    return line.substring(line.indexOf(main) + main.length());
  }

  private Outcome version(Map<String, String> environment) throws Exception {
    return run(folder, environment, List.of(home.resolve("bin/ropewalk").toString(), "--version"));
  }

  /** What it prints goes to files, so that no stream can fill up while the other is read. */
  private static Outcome run(Path places, Map<String, String> environment, List<String> command)
      throws Exception {
    Path out = places.resolve("out");
    Path err = places.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("XDG_STATE_HOME", places.resolve("state").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    return new Outcome(code, Files.readString(out), Files.readString(err));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private static Path onlyCache(Path home) throws IOException {
    try (DirectoryStream<Path> caches =
        Files.newDirectoryStream(home.resolve("lib"), "ropewalk-*.aot")) {
      return caches.iterator().next();
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at < bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("the cache does not name the Java that made it");
  }
}
