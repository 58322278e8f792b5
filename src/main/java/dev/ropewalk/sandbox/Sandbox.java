package dev.ropewalk.sandbox;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A running private engine and the small machine around it. It ends with {@link #close}, or with
 * this process, however that ends.
 */
public interface Sandbox extends AutoCloseable {
  /** The engine's socket, for {@code DOCKER_HOST=unix://…}. */
  Path socket();

  /** Where the ports that it publishes are reached from this machine. */
  InetAddress address();

  /** What stands between this machine and what runs inside. */
  TrustLevel trust();

  /**
   * Where its files are found on this machine, for as long as it lives. A link of them that is
   * absolute leads to a file of this machine, when it is followed from here.
   */
  Path files();

  /**
   * How much processor time all that ran inside has used, the start of the engine included; zero
   * where the machine does not count it, and after {@link #close}.
   */
  Duration processorTime();

  /**
   * Of which limits all was used at once so far, in their order; none where the machine does not
   * keep that, and after {@link #close}.
   */
  List<UsedUp> usedUp();

  /** Whether somebody has stopped the engine by a signal, so that it answers nothing. */
  boolean isEngineStopped();

  /**
   * The command line, to be started on this machine, that runs a command inside as root: its
   * network, processes, files and engine are the sandbox's. Standard streams and terminal are those
   * of the process that the caller starts; its end is the command's.
   *
   * <p>Of the caller's environment nothing gets in, so that no secret does.
   *
   * @param directory the folder inside in which it starts; it must exist
   * @param variables are added to {@code PATH}, {@code HOME}, {@code TERM} and {@code LANG}
   * @param command a program and its arguments
   */
  List<String> enter(Path directory, Map<String, String> variables, List<String> command);

  /** The same for a command in root's home folder. */
  default List<String> enter(String... command) {
    return enter(HOME, Map.of(), List.of(command));
  }

  /** Inside, the folder that holds {@link #socket} on this machine. */
  Path SHARED = Path.of("/run/sandbox");

  /** The home folder inside, empty at the start; files for it go through {@code enter("tar"…)}. */
  Path HOME = Path.of("/root");

  /**
   * Ends all that runs inside and removes it: processes, files, network and cgroups. Does nothing
   * the second time.
   *
   * @throws SandboxProblem when something cannot be removed; the next start tries again
   */
  @Override
  void close();
}
