package dev.ropewalk.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.sandbox.SandboxProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How ssh is asked to forward the socket of an engine. */
final class SshTunnelTest {
  private static final Path HERE = Path.of("/tmp/engine.sock");

  @Test
  void user_port_and_socket_are_those_of_the_address() {
    assertThat(SshTunnel.command(SshTunnel.read("ssh://ann@build:2222/run/other.sock"), HERE))
        .containsExactly(
            "ssh",
            "-nNT",
            "-o",
            "BatchMode=yes",
            "-o",
            "ExitOnForwardFailure=yes",
            "-p",
            "2222",
            "-l",
            "ann",
            "-L",
            "/tmp/engine.sock:/run/other.sock",
            "--",
            "build");
  }

  @Test
  void what_is_not_said_is_left_to_the_configuration_of_ssh() {
    assertThat(SshTunnel.command(SshTunnel.read("ssh://build"), HERE))
        .doesNotContain("-p", "-l")
        .endsWith("-L", "/tmp/engine.sock:/var/run/docker.sock", "--", "build");
  }

  /** Nothing in an address may become an option of ssh, and no password may be in one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://-oProxyCommand=x",
        "ssh://-x@build",
        "ssh://ann:secret@build",
        "ssh://",
        "http://build",
        "ssh:// build"
      })
  void what_is_no_address_is_refused(String address) {
    assertThatThrownBy(() -> SshTunnel.read(address))
        .isInstanceOf(SandboxProblem.class)
        .hasMessageContaining("Write it as ssh://USER@HOST:PORT, without a password.");
  }
}
