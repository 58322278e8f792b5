package dev.ropewalk.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ropewalk.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads compose files without Compose; {@link ComposeConfigIT} asks Compose the same. */
final class ComposeReaderTest {
  @TempDir private Path parent;

  @Test
  void what_is_read_of_files_that_compose_takes() throws Exception {
    StringBuilder text = new StringBuilder();
    for (OddProjects.Project project : OddProjects.taken().toList()) {
      text.append(project).append('\n');
      for (Service service : ours(project.into(parent)).services().values()) {
        text.append("  ").append(told(service)).append('\n');
      }
    }

    Golden.assertSame("compose/taken.txt", text.toString());
  }

  @Test
  void what_is_said_of_files_that_compose_refuses() throws Exception {
    StringBuilder text = new StringBuilder();
    for (OddProjects.Project project : OddProjects.refused().toList()) {
      Path folder = project.into(parent);
      Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> ours(folder));
      text.append(
          "%s%n  %s: %s%n  > %s%n%n"
              .formatted(project, refusal.place(), refusal.sentence(), refusal.remedy()));
    }

    Golden.assertSame("compose/refused.txt", text.toString());
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.compose.OddProjects#refused")
  void the_line_is_told(OddProjects.Project project) throws IOException {
    Path folder = project.into(parent);
    String line = project.title().split(" ", 2)[0];

    Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> ours(folder));

    assertThat(refusal.place())
        .isEqualTo("`compose.yaml`" + (line.equals("0") ? "" : ", line " + line));
  }

  @Test
  void the_environment_wins_over_the_file_of_variables() throws Exception {
    Map<String, String> files =
        Map.of("/p/compose.yaml", "services: {web: {image: \"a:$TAG\"}}", "/p/.env", "TAG=1");

    ComposeFile file = read(files, Map.of("TAG", "2"));

    assertThat(Objects.requireNonNull(file.services().get("web")).image()).contains("a:2");
  }

  @Test
  void aliases_that_multiply_are_refused() {
    StringBuilder text = new StringBuilder("x-0: &a0 [1, 2]\n");
    for (int i = 1; i < 30; i++) {
      text.append("x-%s: &a%s [*a%s, *a%s]%n".formatted(i, i, i - 1, i - 1));
    }
    Map<String, String> files = Map.of("/p/compose.yaml", text.toString());

    Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> read(files, Map.of()));

    assertThat(refusal.sentence()).isEqualTo("The aliases multiply without end.");
  }

  @Test
  void a_file_that_includes_itself_is_refused() {
    Map<String, String> files =
        Map.of("/p/compose.yaml", "include: [compose.yaml]\nservices: {web: {image: a}}");

    Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> read(files, Map.of()));

    assertThat(refusal.sentence()).isEqualTo("The file includes or extends itself.");
  }

  @Test
  void an_included_file_brings_its_services() throws Exception {
    Map<String, String> files =
        Map.of(
            "/p/compose.yaml",
            "include: [db/compose.yaml]\nservices: {web: {image: a, depends_on: [db]}}",
            "/p/db/compose.yaml",
            "services: {db: {image: b, volumes: ['./data:/data']}}");

    ComposeFile file = read(files, Map.of());

    assertThat(Objects.requireNonNull(file.services().get("db")).mounts())
        .containsExactly(new Service.Mount("bind", "./db/data", "/data", false));
  }

  private static ComposeFile read(Map<String, String> files, Map<String, String> environment)
      throws Unreadable {
    return new ComposeReader(
            Path.of("/p"), path -> Optional.ofNullable(files.get(path.toString())), environment)
        .read(List.of("compose.yaml"));
  }

  /** What we read of a project. */
  static ComposeFile ours(Path folder) throws Unreadable {
    return new ComposeReader(folder, ComposeReaderTest::text, Map.of())
        .read(ComposeReader.together("compose.yaml", name -> Files.exists(folder.resolve(name))));
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String told(Service service) {
    String ports =
        service.ports().stream()
            .map(port -> port.address() + ":" + port.host() + ":" + port.container())
            .collect(Collectors.joining(" "));
    String mounts =
        service.mounts().stream()
            .map(m -> m.type() + " " + m.source() + ":" + m.target() + (m.readOnly() ? ":ro" : ""))
            .collect(Collectors.joining(", "));
    return "%s: image %s, build %s, command %s, ports [%s], after %s, mounts [%s], networks %s, profiles %s, environment %s"
        .formatted(
            service.name(),
            service.image().orElse("-"),
            service.build().orElse("-"),
            service.command(),
            ports,
            service.dependsOn(),
            mounts,
            service.networks(),
            service.profiles(),
            service.env());
  }
}
