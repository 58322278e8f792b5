package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.Sandbox;
import dev.ropewalk.sandbox.SandboxPlan;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.sandbox.TrustLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** `ropewalk author prove` on a machine that has no private engines. */
final class AuthorProveCommandTest {
  @TempDir private Path folder;

  @Test
  void where_no_private_engine_is_possible_the_remedy_is_told_and_the_other_way() {
    StringWriter err = new StringWriter();
    Places places =
        new Places(Path.of(""), folder.resolve("state"), folder.resolve("cache"), folder);
    Context context =
        new Context(
            Map.of("PATH", ""),
            places,
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Clock.systemUTC());

    int code = new CommandLine(new AuthorProveCommand(context, new Impossible())).execute();

    assertThat(code).isEqualTo(ExitCode.NO_ENGINE);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            error: private engines are not possible here
              Sandboxes need root: start this with `sudo`.
              fix: do that, or use the present engine with `--here`
            """);
  }

  /** What a machine offers to a user who is not root. */
  private static final class Impossible implements Sandboxes {
    @Override
    public TrustLevel trust() {
      return TrustLevel.NAMESPACES;
    }

    @Override
    public List<String> missing() {
      return List.of("Sandboxes need root: start this with `sudo`.");
    }

    @Override
    public Sandbox start(SandboxPlan plan) {
      throw new AssertionError("it is not possible");
    }

    @Override
    public void sweep() {}

    @Override
    public void store(SandboxPlan plan, List<String> images, Path file) {
      throw new AssertionError("it is not possible");
    }
  }
}
