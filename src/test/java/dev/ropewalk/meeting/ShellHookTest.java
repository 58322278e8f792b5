package dev.ropewalk.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The code with which a shell takes part. */
final class ShellHookTest {
  private static final String AWKWARD = "it's a \\ \"$HOME\" `id` (x)";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void the_code_is_this(ShellKind kind) {
    ShellHook hook =
        new ShellHook(
            kind,
            4242,
            Path.of("/tmp/ropewalk-1/shells/shell-1"),
            Optional.of("unix:///tmp/ropewalk-2/1.sock"),
            "tcp://build:2375",
            "this shell takes part as shell-1.");

    Golden.assertSame("env/" + kind.word(), hook.code());
  }

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void the_shell_reads_values_as_they_are_and_undoes_everything(ShellKind kind)
      throws IOException, InterruptedException {
    assumeTrue(isThere(kind), "there is no " + kind.word() + " here");
    Path report = Files.createFile(folder.resolve(AWKWARD.replace("/", "")));
    ShellHook hook =
        new ShellHook(
            kind,
            ProcessHandle.current().pid(),
            report,
            Optional.of("unix:///" + AWKWARD),
            "tcp://" + AWKWARD,
            AWKWARD);
    String script =
        hook.code()
            + "echo \"<$DOCKER_HOST>\"\n"
            + ShellHook.off(kind)
            + "echo \"<$DOCKER_HOST>\"\nset | grep -c ropewalk\n";

    assertThat(run(kind, script))
        .isEqualTo(
            "ropewalk: %s\n<unix:///%s>\n<tcp://%s>\n0\n".formatted(AWKWARD, AWKWARD, AWKWARD));
    assertThat(Files.readString(report)).contains("hello\0").endsWith("\0bye\0");
  }

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void where_docker_goes_its_own_way_nothing_is_exported(ShellKind kind)
      throws IOException, InterruptedException {
    assumeTrue(isThere(kind), "there is no " + kind.word() + " here");
    Path report = Files.createFile(folder.resolve("report"));
    ShellHook hook = new ShellHook(kind, 1, report, Optional.empty(), "", "so.");

    assertThat(run(kind, hook.code() + "env | grep -c -e DOCKER_HOST -e ropewalk_\n"))
        .isEqualTo("ropewalk: so.\n0\n");
  }

  @ParameterizedTest
  @CsvSource({"/usr/bin/bash,BASH", "-zsh,ZSH", "fish,FISH"})
  void a_shell_is_known_by_its_program(String program, ShellKind kind) {
    assertThat(ShellKind.of(program)).contains(kind);
  }

  @Test
  void other_shells_are_not_known() {
    assertThat(ShellKind.of("/bin/dash")).isEmpty();
    assertThat(ShellKind.of("")).isEmpty();
  }

  private String run(ShellKind kind, String script) throws IOException, InterruptedException {
    ProcessBuilder builder =
        switch (kind) {
          case BASH -> new ProcessBuilder("bash", "--norc", "--noprofile");
          case ZSH -> new ProcessBuilder("zsh", "-f");
          case FISH -> new ProcessBuilder("fish", "--no-config");
        };
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DOCKER_HOST");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static boolean isThere(ShellKind kind) {
    return java.util.stream.Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, kind.word())));
  }
}
