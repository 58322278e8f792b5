package dev.ropewalk.engine;

/**
 * One port of a container and, where it is published, the port of the host that leads to it.
 *
 * @param container the number inside the container
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param host the number on the host; 0 where the port is only exposed, not published
 * @param address the host's address it is bound to, {@code 0.0.0.0} or {@code ::} for all; empty
 *     where not published
 */
public record Port(int container, String protocol, int host, String address) {
  public boolean published() {
    return host != 0;
  }

  /** Whether every address of the host leads to it. */
  public boolean onAllAddresses() {
    return address.equals("0.0.0.0") || address.equals("::");
  }
}
