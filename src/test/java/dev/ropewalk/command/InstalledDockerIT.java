package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.sandbox.WithoutEngine;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithoutEngine
class InstalledDockerIT {
  /**
   * All helps of a client, read once for all tests: each is a start of the client. Who uses it runs
   * in the one thread of this class.
   */
  private record Read(Path folder, CommandTable table, List<CommandHelp> helps) {
    static Read by(Path client) {
      try {
        Path own = Files.createTempDirectory(shelf, "helps");
        CommandTable table = CommandTable.of(client, own);
        return new Read(own, table, all(table));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final Map<Path, Read> READ = new ConcurrentHashMap<>();

  @TempDir private static Path shelf;

  @TempDir Path folder;

  /** Every docker client on the search path of this machine. */
  static Stream<Path> clients() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(place -> InstalledDocker.find(place))
        .flatMap(java.util.Optional::stream)
        .map(InstalledDockerIT::real)
        .distinct();
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @MethodSource("clients")
  void the_help_of_every_command_has_a_known_shape(Path client) {
    Read read = READ.computeIfAbsent(client, Read::by);

    assertThat(read.helps())
        .hasSizeGreaterThan(100)
        .allSatisfy(help -> assertThat(help.unread()).isEmpty());
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @MethodSource("clients")
  void every_alias_that_a_help_names_leads_to_the_same_command(Path client) {
    Read read = READ.computeIfAbsent(client, Read::by);
    CommandTable table = read.table();

    for (CommandHelp help : read.helps()) {
      for (List<String> alias : help.aliases()) {
        CommandHelp other = table.help(alias).orElseThrow();
        assertThat(table.canonicalName(other))
            .as("docker %s", alias)
            .isEqualTo(table.canonicalName(help));
      }
    }
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @MethodSource("clients")
  void a_second_start_reads_the_file_alone(Path client) throws IOException {
    Read first = READ.computeIfAbsent(client, Read::by);
    List<Path> files;
    try (var list = Files.list(first.folder())) {
      files = list.toList();
    }

    CommandTable second = new CommandTable(new HelpFile(files.getFirst(), _ -> ""));

    assertThat(files).hasSize(1);
    assertThat(all(second)).isEqualTo(first.helps());
  }

  /**
   * Pins which commands end their flags at the first argument: after it, {@code --help} is no flag.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "create",
        "exec",
        "top",
        "tag",
        "commit",
        "ps",
        "stop",
        "rm",
        "logs",
        "cp",
        "network rm",
        "rename"
      })
  void flags_end_where_docker_ends_them(String name) throws Exception {
    for (Path client : clients().toList()) {
      boolean helped = output(client, name + " x --help").contains("Usage:  docker");

      DockerCommand command =
          DockerLine.parse("docker " + name + " x --help", CommandTable.of(client, folder))
              .getFirst();

      assertThat(command.flags().containsKey("help")).as("%s %s", client, name).isEqualTo(helped);
    }
  }

  /** Pins the flags that docker takes although no help shows them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --net",
        "run --net-alias",
        "run --dns-opt",
        "create --net",
        "stop --time",
        "restart --time"
      })
  void docker_still_takes_the_former_names(String line) throws Exception {
    for (Path client : clients().toList()) {
      DockerCommand command =
          DockerLine.parse("docker " + line + "=1 x", CommandTable.of(client, folder)).getFirst();

      assertThat(output(client, line)).contains("flag needs an argument");
      assertThat(command.problems()).isEmpty();
    }
  }

  @Test
  void a_client_that_is_not_there_has_no_help() {
    var none = new InstalledDocker(folder.resolve("docker"), Duration.ofSeconds(1));

    assertThat(none.help(List.of())).isEmpty();
    assertThat(InstalledDocker.find(folder.toString())).isEmpty();
  }

  @Test
  void a_client_that_hangs_is_ended_at_the_deadline() throws IOException {
    Path script =
        Files.writeString(folder.resolve("docker"), "#!/bin/sh\nexec tail -f /dev/null\n");
    assumeTrue(script.toFile().setExecutable(true));

    assertThat(new InstalledDocker(script, Duration.ofMillis(200)).help(List.of())).isEmpty();
  }

  @Test
  void another_program_has_another_fingerprint() throws IOException {
    Path program = Files.writeString(folder.resolve("docker"), "one");
    String first = new InstalledDocker(program, Duration.ofSeconds(1)).fingerprint();
    Files.writeString(program, "other");

    assertThat(new InstalledDocker(program, Duration.ofSeconds(1)).fingerprint())
        .isNotEqualTo(first);
  }

  private static List<CommandHelp> all(CommandTable table) {
    List<CommandHelp> helps = new ArrayList<>();
    Deque<List<String>> open = new ArrayDeque<>(List.of(List.of()));
    while (!open.isEmpty()) {
      List<String> path = open.remove();
      CommandHelp help = table.help(path).orElseThrow();
      helps.add(help);
      for (Subcommand below : help.subcommands()) {
        open.add(Stream.concat(path.stream(), Stream.of(below.name())).toList());
      }
    }
    return helps;
  }

  /** What a client prints that finds no engine, so that nothing can happen. */
  private static String output(Path client, String line) throws Exception {
    List<String> command = new ArrayList<>(List.of(client.toString()));
    command.addAll(List.of(line.split(" ")));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCKER_HOST", "unix:///nonexistent/docker.sock");
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path;
    }
  }
}
