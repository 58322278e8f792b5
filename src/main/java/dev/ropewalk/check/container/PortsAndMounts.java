package dev.ropewalk.check.container;

import dev.ropewalk.check.value.Value;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Port;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports and the mounts of a container as named values. */
final class PortsAndMounts {
  private PortsAndMounts() {}

  static Value port(Port port) {
    return new Value.Fields(
        Map.of(
            "container",
            Value.of(port.container() + "/" + port.protocol()),
            "host",
            Value.of(port.host()),
            "address",
            Value.of(port.address())));
  }

  static Value mount(Container.Mount mount) {
    return new Value.Fields(
        Map.of(
            "type",
            Value.of(mount.type()),
            "source",
            Value.of(mount.source()),
            "target",
            Value.of(mount.target()),
            "read_only",
            Value.of(mount.readOnly())));
  }

  /** Reads the short way of writing one, as after {@code -p}. */
  static Map<String, String> published(String text) {
    String[] parts = text.split(":", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("container", parts[parts.length - 1]);
    if (parts.length > 1) {
      fields.put("host", parts[parts.length - 2]);
    }
    if (parts.length > 2) {
      fields.put("address", String.join(":", List.of(parts).subList(0, parts.length - 2)));
    }
    return fields;
  }

  /** Reads the short way of writing one, as after {@code -v}. */
  static Map<String, String> mounted(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2) {
      throw new IllegalArgumentException("a mount such as `data:/data`");
    }
    return Map.of(
        "source",
        parts[0],
        "target",
        parts[1],
        "read_only",
        Boolean.toString(parts.length > 2 && parts[2].contains("ro")));
  }
}
