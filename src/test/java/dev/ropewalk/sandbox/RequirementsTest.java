package dev.ropewalk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine is said to lack. */
final class RequirementsTest {
  @TempDir Path folder;

  @Test
  void another_system_lacks_linux_and_nothing_else() {
    var requirements = new Requirements(folder.resolve("none"), List.of());

    assertThat(requirements.missing())
        .containsExactly("Sandboxes need Linux with user namespaces: use a Linux machine.");
  }

  @Test
  void each_program_is_named_with_its_package() throws IOException {
    Path processes = folder.resolve("proc");
    Files.createDirectories(processes.resolve("self/ns/user"));
    Files.writeString(processes.resolve("mounts"), "proc /proc proc rw 0 0\n");

    var requirements = new Requirements(processes, List.of(folder));

    assertThat(requirements.missing())
        .contains(
            "No cgroups with the controllers `cpu`, `memory` and `pids` are mounted: use a machine"
                + " or container that has them.",
            "The program `dockerd` is missing: `apt-get install docker.io`.",
            "The program `tc` is missing: `apt-get install iproute2`.");
  }
}
