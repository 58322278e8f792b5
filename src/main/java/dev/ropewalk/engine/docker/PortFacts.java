package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.Port;
import java.util.ArrayList;
import java.util.List;

/** Reads ports in the shapes in which the engine tells them. */
final class PortFacts {
  private PortFacts() {}

  /**
   * The ports in a map from {@code 6379/tcp} to where each leads from. A port that is only exposed
   * has no host's port and no address; a binding to no address in particular is one to all.
   */
  static List<Port> inMap(Fields object, String key) {
    List<Port> ports = new ArrayList<>();
    Fields map = object.child(key);
    for (String port : object.keys(key)) {
      String[] parts = port.split("/", 2);
      int number = number(parts[0]);
      String protocol = parts.length == 2 ? parts[1] : "tcp";
      List<Fields> bindings = map.children(port);
      if (bindings.isEmpty()) {
        ports.add(new Port(number, protocol, 0, ""));
      }
      for (Fields binding : bindings) {
        String address = binding.text("HostIp");
        ports.add(
            new Port(
                number,
                protocol,
                number(binding.text("HostPort")),
                address.isEmpty() ? "0.0.0.0" : address));
      }
    }
    return ports;
  }

  /** The ports in a list of containers. */
  static List<Port> inList(Fields container) {
    return container.children("Ports").stream()
        .map(
            port ->
                new Port(
                    port.integer("PrivatePort"),
                    port.text("Type"),
                    port.integer("PublicPort"),
                    port.text("IP")))
        .toList();
  }

  /** A port's number; 0 where the engine may choose one, from all or from a range. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
