package dev.ropewalk.check;

import dev.ropewalk.engine.Container;
import java.util.HashMap;
import java.util.Map;

/** Probes that find what they were told; every other port is closed. */
final class FakeProbes implements Probes {
  private final Map<Integer, Reply> replies = new HashMap<>();
  private final Map<String, String> inside = new HashMap<>();
  private final Map<String, String> outside = new HashMap<>();

  /** What a knock at a port finds. */
  FakeProbes at(int port, Reply reply) {
    replies.put(port, reply);
    return this;
  }

  /** The numbers of one kind of namespace. */
  FakeProbes namespace(String kind, String container, String host) {
    inside.put(kind, container);
    outside.put(kind, host);
    return this;
  }

  @Override
  public Reply knock(String host, int port, Protocol protocol) {
    return replies.getOrDefault(port, new Reply.Refused());
  }

  @Override
  public Map<String, String> namespaces(Container container) {
    return container.running() ? Map.copyOf(inside) : Map.of();
  }

  @Override
  public Map<String, String> hostNamespaces() {
    return Map.copyOf(outside);
  }
}
