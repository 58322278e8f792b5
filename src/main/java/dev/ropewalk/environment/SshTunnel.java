package dev.ropewalk.environment;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.scratch.ScratchFolder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The socket of an engine on another machine, forwarded to one of this machine by the {@code ssh}
 * command, with the user's own configuration and keys; nobody is asked for a password. For one
 * thread.
 */
public final class SshTunnel implements AutoCloseable {
  private static final String USUAL_SOCKET = "/var/run/docker.sock";
  private static final int POLL_MILLIS = 50;

  private final ScratchFolder folder;
  private final Process process;
  private final String host;

  private SshTunnel(ScratchFolder folder, Process process, String host) {
    this.folder = folder;
    this.process = process;
    this.host = host;
  }

  /**
   * Opens one.
   *
   * @param address such as {@code ssh://ann@build:22}; a path names another socket there
   * @throws SandboxProblem with ssh's own words, when it cannot be opened
   */
  public static SshTunnel open(String address) throws InterruptedException {
    URI uri = read(address);
    ScratchFolder folder = ScratchFolder.create();
    try {
      Process process =
          new ProcessBuilder(command(uri, folder.path().resolve("engine.sock")))
              .redirectErrorStream(true)
              .redirectOutput(folder.path().resolve("said").toFile())
              .redirectInput(new File("/dev/null"))
              .start();
      SshTunnel tunnel = new SshTunnel(folder, process, uri.getHost());
      tunnel.await(address);
      return tunnel;
    } catch (IOException e) {
      folder.close();
      throw problem(address, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads an address.
   *
   * @throws SandboxProblem when it is none
   */
  static URI read(String address) {
    try {
      URI uri = new URI(address);
      boolean plain = uri.getHost() != null && !uri.getHost().startsWith("-");
      boolean asked = uri.getUserInfo() == null || !uri.getUserInfo().matches("-.*|.*:.*");
      if ("ssh".equals(uri.getScheme()) && plain && asked) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw problem(address, "Write it as ssh://USER@HOST:PORT, without a password.");
  }

  /** The command that forwards the engine's socket to one here. */
  static List<String> command(URI uri, Path socket) {
    List<String> words =
        new ArrayList<>(
            List.of("ssh", "-nNT", "-o", "BatchMode=yes", "-o", "ExitOnForwardFailure=yes"));
    if (uri.getPort() > 0) {
      words.addAll(List.of("-p", String.valueOf(uri.getPort())));
    }
    Optional.ofNullable(uri.getUserInfo()).ifPresent(user -> words.addAll(List.of("-l", user)));
    String path = uri.getPath();
    String there = path == null || path.isEmpty() || path.equals("/") ? USUAL_SOCKET : path;
    words.addAll(List.of("-L", socket + ":" + there, "--", uri.getHost()));
    return words;
  }

  private void await(String address) throws InterruptedException {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    while (!Files.exists(socket())) {
      boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() > deadline) {
        String said = ended ? said() : "It does not answer.";
        close();
        throw problem(address, said);
      }
    }
  }

  private String said() {
    try {
      return Files.readString(folder.path().resolve("said"), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static SandboxProblem problem(String address, String why) {
    return new SandboxProblem(
        "the engine at `%s` is not reached by ssh. %s".formatted(address, why));
  }

  /** The socket of this machine that leads to the engine. */
  public Path socket() {
    return folder.path().resolve("engine.sock");
  }

  /** The machine that the engine is on. */
  public String host() {
    return host;
  }

  @Override
  public void close() {
    process.destroy();
    folder.close();
  }
}
