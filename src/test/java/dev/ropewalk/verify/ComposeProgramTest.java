package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Probes.ComposeAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComposeProgramTest {
  private static final List<String> ONE = List.of("compose.yaml");

  @TempDir Path folder;

  private String says = "read\nthe config\n";
  private int asked;
  private final ComposeProgram compose =
      new ComposeProgram(
          _ -> {
            asked++;
            return says;
          },
          UnaryOperator.identity());

  @BeforeEach
  void a_file() throws IOException {
    write("compose.yaml", "services: {web: {image: busybox}}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void the_same_files_are_asked_about_once() {
    ComposeAnswer first = compose.ask(folder, ONE);
    ComposeAnswer second = compose.ask(folder, ONE);

    assertThat(first).isEqualTo(new ComposeAnswer.Read("the config\n"));
    assertThat(second).isEqualTo(first);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void what_has_changed_is_asked_about_again() throws IOException {
    compose.ask(folder, ONE);
    write("compose.yaml", "services: {web: {image: busyboX}}");
    compose.ask(folder, ONE);
    write(".env", "EDITION=1");
    compose.ask(folder, ONE);
    Files.delete(folder.resolve(".env"));
    compose.ask(folder, ONE);
    write("compose.override.yaml", "services: {}");
    compose.ask(folder, List.of("compose.yaml", "compose.override.yaml"));

    assertThat(asked).isEqualTo(5);
  }

  @Test
  void files_that_have_others_read_are_asked_about_each_time() throws IOException {
    for (String line :
        List.of(
            "include: [other.yaml]",
            "services: {web: {extends: {file: other.yaml, service: web}}}",
            "services: {web: {image: busybox, env_file: other.env}}",
            "services: {web: {image: busybox, \"env_file\" : other.env}}",
            "services: {web: {image: busybox, label_file: [other.labels]}}")) {
      asked = 0;
      write("compose.yaml", line);
      compose.ask(folder, ONE);
      compose.ask(folder, ONE);

      assertThat(asked).as(line).isEqualTo(2);
    }
  }

  @Test
  void a_compose_that_is_not_there_may_come() {
    says = "none\nHOME=/root\0";
    assertThat(compose.ask(folder, ONE))
        .isEqualTo(new ComposeAnswer.NotThere(Map.of("HOME", "/root")));

    says = "refused\nno such key\n";
    assertThat(compose.ask(folder, ONE)).isEqualTo(new ComposeAnswer.Refused("no such key"));
  }
}
