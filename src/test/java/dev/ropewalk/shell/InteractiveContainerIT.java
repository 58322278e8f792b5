package dev.ropewalk.shell;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that the learner's line hands the terminal to. */
class InteractiveContainerIT {
  @TempDir Path folder;

  @Test
  void an_interactive_container_has_the_terminal() throws Exception {
    assumeThat(new ProcessBuilder("docker", "version").start().waitFor()).isZero();

    try (Tmux tmux = TerminalLoop.in(folder)) {
      tmux.awaitEnd("0@@");
      tmux.type("docker run -it --rm --name shellit redis bash").awaitEnd("#");
      tmux.type("echo in $((40 + 2)); exit 5").awaitText("\nin 42").awaitEnd("5@@");
    }
  }
}
