package dev.ropewalk.check.inside;

import dev.ropewalk.check.Probes;
import java.util.List;
import java.util.Optional;

/**
 * A running container beside its host, as far as both can be seen from here.
 *
 * @param image as it was asked for
 * @param namespaces of its first process, in the order in which they are told
 * @param processes each with both pids; the inner one is 0 where it cannot be seen
 * @param limits what the kernel holds it to, beside what the host has
 * @param rights of its first process; empty where that cannot be seen
 * @param unseen what cannot be seen and why, a whole sentence each
 */
public record InsideView(
    String container,
    String image,
    List<Namespace> namespaces,
    List<Probes.Process> processes,
    List<Limit> limits,
    Optional<Rights> rights,
    List<String> unseen) {
  public InsideView {
    namespaces = List.copyOf(namespaces);
    processes = List.copyOf(processes);
    limits = List.copyOf(limits);
    unseen = List.copyOf(unseen);
  }

  /** Whose a namespace is. */
  public enum Whose {
    /** Another one than the host's. */
    NOT_THE_HOSTS,
    /** The host's. */
    THE_HOSTS,
    /** Nobody tells. */
    UNKNOWN
  }

  /**
   * A namespace.
   *
   * @param kind as the kernel names it, such as {@code net}
   * @param inside its number; empty where it cannot be seen
   * @param host the number of the host's; empty where it cannot be seen
   */
  public record Namespace(String kind, String inside, String host, Whose whose) {}

  /**
   * Something that is limited.
   *
   * @param inside what the container may use, in words such as {@code 64m} or {@code no limit};
   *     empty where it cannot be seen
   * @param host what the host has of it; empty where it cannot be seen
   */
  public record Limit(String what, String inside, String host) {}

  /**
   * What its first process may do.
   *
   * @param capabilities the effective ones, without {@code CAP_}
   * @param hostCapabilities how many the kernel knows, all of which root of the host has; 0 where
   *     that cannot be seen
   * @param seccomp {@code off}, {@code strict} or {@code filter}
   * @param user the number of its user
   */
  public record Rights(
      List<String> capabilities,
      int hostCapabilities,
      String seccomp,
      boolean noNewPrivileges,
      long user) {
    public Rights {
      capabilities = List.copyOf(capabilities);
    }
  }
}
