package dev.ropewalk.engine;

import java.util.Map;

/**
 * A volume, inspected.
 *
 * @param mountpoint where the engine's machine keeps it
 */
public record Volume(String name, String driver, String mountpoint, Map<String, String> labels) {
  public Volume {
    labels = Map.copyOf(labels);
  }
}
