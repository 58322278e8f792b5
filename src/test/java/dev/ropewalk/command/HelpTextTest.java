package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTextTest {
  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void every_line_of_every_help_is_understood(String version) {
    var helps = StoredHelps.of(version);

    for (List<String> path : helps.paths()) {
      CommandHelp help = HelpText.read(helps.help(path)).orElseThrow();
      assertThat(help.unread()).as("docker %s", path).isEmpty();
      assertThat(help.path()).isEqualTo(path);
      assertThat(help.description()).isNotEmpty();
    }
    assertThat(helps.paths()).hasSizeGreaterThan(180);
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void as_many_flags_are_read_as_lines_begin_with_a_new_one(String version) {
    var helps = StoredHelps.of(version);

    for (List<String> path : helps.paths()) {
      String text = helps.help(path);
      long lines =
          text.lines()
              .filter(line -> line.matches(" {2}(-.,| {3}) --.*"))
              .map(line -> line.replaceAll("^.*? --([a-z0-9-]+).*", "$1"))
              .distinct()
              .count();
      assertThat(HelpText.read(text).orElseThrow().flags())
          .as("docker %s", path)
          .hasSize((int) lines);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.command.StoredHelps#versions")
  void a_flag_has_its_letter_type_description_and_default(String version) {
    CommandHelp run = StoredHelps.table(version).help(List.of("run")).orElseThrow();

    assertThat(run.flag("detach"))
        .contains(
            new Flag("detach", "d", "", "Run container in background and print container ID", ""));
    assertThat(run.flag("publish"))
        .contains(
            new Flag("publish", "p", "list", "Publish a container's port(s) to the host", ""));
    assertThat(run.flag("sig-proxy").orElseThrow().preset()).isEqualTo("true");
    assertThat(run.flag("stop-signal").orElseThrow().type()).isEqualTo("string");
    assertThat(run.flag("health-start-period").orElseThrow().preset()).isEqualTo("0s");
    assertThat(run.flag("rm").orElseThrow().isSwitch()).isTrue();
  }

  @Test
  void a_command_stands_under_its_heading() {
    var root = StoredHelps.table(StoredHelps.NEW).root();

    assertThat(root.subcommands())
        .contains(
            new Subcommand("ps", "List containers", "Common Commands", Subcommand.Origin.CLIENT),
            new Subcommand(
                "volume", "Manage volumes", "Management Commands", Subcommand.Origin.CLIENT),
            new Subcommand("swarm", "Manage Swarm", "Swarm Commands", Subcommand.Origin.CLIENT));
  }

  @Test
  void a_star_marks_a_plugin() {
    var help =
        HelpText.read(
                """
                Usage:  docker [OPTIONS] COMMAND

                A self-sufficient runtime for containers

                Management Commands:
                  builder     Manage builds
                  buildx*     Docker Buildx (Docker Inc., v0.10.4)
                  compose*    Docker Compose

                Invalid Plugins:
                  broken      failed to fetch metadata: exit status 1
                """)
            .orElseThrow();

    assertThat(help.subcommands())
        .extracting(Subcommand::name, Subcommand::origin)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("builder", Subcommand.Origin.CLIENT),
            org.assertj.core.groups.Tuple.tuple("buildx", Subcommand.Origin.PLUGIN),
            org.assertj.core.groups.Tuple.tuple("compose", Subcommand.Origin.PLUGIN));
    assertThat(help.unread()).isEmpty();
  }

  @Test
  void a_value_that_may_be_left_out_makes_a_switch() {
    var help =
        HelpText.read(
                """
                Usage:  docker compose up [OPTIONS] [SERVICE...]

                Options:
                      --menu string[="on"]   Enable the menu
                  -V, --verbose count        Say more
                """)
            .orElseThrow();

    assertThat(help.flags()).hasSize(2).allMatch(Flag::isSwitch);
    assertThat(help.flag("menu")).map(Flag::description).contains("Enable the menu");
  }

  @Test
  void a_build_has_the_flags_of_both_builders() {
    CommandHelp build = StoredHelps.table(StoredHelps.OLD).help(List.of("build")).orElseThrow();

    assertThat(build.flag("memory")).isPresent();
    assertThat(build.flag("progress")).isPresent();
    assertThat(build.usages()).containsExactly("[OPTIONS] PATH | URL | -");
  }

  @Test
  void a_flag_is_known_by_every_form_of_its_name() {
    CommandHelp stop = StoredHelps.table(StoredHelps.OLD).help(List.of("stop")).orElseThrow();

    assertThat(List.of("t", "-t", "time", "--time", "timeout"))
        .allSatisfy(word -> assertThat(stop.flagName(word)).contains("timeout"));
    assertThat(stop.flagName("timeouts")).isEmpty();
  }

  @Test
  void a_text_that_is_no_help_gives_nothing() {
    assertThat(HelpText.read("docker: command not found\n")).isEmpty();
  }

  @Test
  void whether_a_client_takes_json_for_a_format_is_told_by_its_help() {
    for (String command : List.of("ps", "images", "inspect")) {
      assertThat(format(StoredHelps.NEW, command)).as(command).contains("json");
      assertThat(format(StoredHelps.OLD, command)).as(command).doesNotContain("json");
    }
  }

  private static String format(String version, String command) {
    return StoredHelps.table(version)
        .help(List.of(command))
        .flatMap(help -> help.flag("format"))
        .orElseThrow()
        .description();
  }
}
