package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTableTest {
  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void the_short_top_level_name_is_the_canonical_one(String version) {
    assertThat(name(version, "container", "ls")).isEqualTo("ps");
    assertThat(name(version, "container", "list")).isEqualTo("ps");
    assertThat(name(version, "container", "ps")).isEqualTo("ps");
    assertThat(name(version, "image", "ls")).isEqualTo("images");
    assertThat(name(version, "image", "remove")).isEqualTo("rmi");
    assertThat(name(version, "builder", "build")).isEqualTo("build");
    assertThat(name(version, "system", "info")).isEqualTo("info");
    assertThat(name(version, "network", "list")).isEqualTo("network ls");
    assertThat(name(version, "trust", "key", "load")).isEqualTo("trust key load");
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void commands_that_only_look_alike_keep_their_names(String version) {
    assertThat(name(version, "container", "inspect")).isEqualTo("container inspect");
    assertThat(name(version, "image", "inspect")).isEqualTo("image inspect");
    assertThat(name(version, "inspect")).isEqualTo("inspect");
    assertThat(name(version, "container", "prune")).isEqualTo("container prune");
    assertThat(name(version, "plugin", "rm")).isEqualTo("plugin rm");
  }

  @Test
  void an_old_client_yields_the_same_names_as_a_new_one_prints() {
    Map<String, String> different = new HashMap<>();

    for (List<String> path : StoredHelps.of(StoredHelps.OLD).paths()) {
      if (StoredHelps.of(StoredHelps.NEW).paths().contains(path)) {
        String old = name(StoredHelps.OLD, path.toArray(String[]::new));
        String now = name(StoredHelps.NEW, path.toArray(String[]::new));
        if (!old.equals(now)) {
          different.put(old, now);
        }
      }
    }

    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void a_command_that_docker_lacks_has_no_help(String version) {
    CommandTable table = StoredHelps.table(version);

    assertThat(table.help(List.of("pss"))).isEmpty();
    assertThat(table.help(List.of("container", "lss"))).isEmpty();
    assertThat(table.help(List.of("container", "container"))).isEmpty();
  }

  @Test
  void a_client_that_has_answered_is_asked_once_whatever_its_answer() {
    List<List<String>> asked = new ArrayList<>();
    var table =
        new CommandTable(
            path -> {
              asked.add(path);
              return path.isEmpty() || path.getFirst().equals("redis") ? "Usage:  docker\n" : "";
            });

    for (int i = 0; i < 3; i++) {
      assertThat(table.help(List.of("redis"))).isEmpty();
      assertThat(table.help(List.of("silent"))).isEmpty();
    }

    assertThat(asked)
        .containsExactly(List.of("redis"), List.of("silent"), List.of("silent"), List.of("silent"));
  }

  @Test
  void a_build_that_a_plugin_takes_over_stays_build() {
    String forwarded =
        """
        Usage:  docker buildx build [OPTIONS] PATH | URL | -

        Start a build

        Aliases:
          docker build, docker builder build, docker image build, docker buildx b
        """;
    var table = new CommandTable(path -> path.equals(List.of("build")) ? forwarded : "");

    CommandHelp help = table.help(List.of("build")).orElseThrow();

    assertThat(table.canonicalName(help)).isEqualTo("build");
  }

  @Test
  void a_client_that_does_not_answer_has_no_commands() {
    var table = new CommandTable(_ -> "");

    assertThat(table.root().subcommands()).isEmpty();
  }

  private static String name(String version, String... path) {
    CommandTable table = StoredHelps.table(version);
    return table.canonicalName(table.help(List.of(path)).orElseThrow());
  }
}
