package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The machine on which the engine runs, as far as probes look at it. Safe for use by several
 * threads.
 */
public interface EngineMachine {
  /**
   * Speaks to a port as a program of that machine does.
   *
   * @param request what is said; with nothing to say it is enough that somebody listens
   * @return the first line of the reply as the detail, and never one without a reply. {@code
   *     Refused} is said only when it is sure
   */
  Probes.Reply ask(String host, int port, String request);

  /**
   * The same, and listens to all that is said until the other side ends, at most 64 KiB; empty
   * where nothing is said in time.
   */
  String hear(String host, int port, String request);

  /**
   * Whether that machine runs this kernel: one that does not is not the engine's, which then runs
   * in a virtual machine.
   *
   * @param release as {@code uname -r} prints it
   */
  boolean runs(String release);

  /** The namespaces of that machine by kind; empty when they cannot be read from here. */
  Map<String, String> namespaces();

  /**
   * The namespaces of a running container's first process by kind, as far as they can be read from
   * here; nothing when it is no process of that machine.
   */
  Optional<Map<String, String>> namespaces(Container container);

  /**
   * What {@code /proc} tells there about a running container's first process.
   *
   * @param file below the folder of that process, such as {@code status}, or {@code root/sys/…} for
   *     what the container itself sees
   * @return nothing when it is no process of that machine, or there is nothing in the file
   */
  Optional<String> read(Container container, String file);

  /**
   * The process ids that a running container itself sees, by those of that machine; none for those
   * that are not seen there.
   */
  Map<Integer, Integer> pidsInside(Container container, List<Integer> pids);

  /** What a program there says, of 1 MiB at most, within bounds; nothing where it cannot be run. */
  String said(List<String> command);

  /** Where a file of that machine, named by its absolute path, is found here. */
  Path here(Path there);

  /** Bytes that are free for the files in a folder there; empty when that cannot be read. */
  OptionalLong freeBytes(Path folder);
}
