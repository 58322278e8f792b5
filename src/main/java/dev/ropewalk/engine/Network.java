package dev.ropewalk.engine;

import java.util.List;
import java.util.Map;

/**
 * A network, inspected.
 *
 * @param internal whether it leads nowhere outside
 * @param subnets such as {@code 172.18.0.0/16}
 * @param members the names of the running containers on it
 */
public record Network(
    String id,
    String name,
    String driver,
    boolean internal,
    List<String> subnets,
    List<String> members,
    Map<String, String> labels) {
  public Network {
    subnets = List.copyOf(subnets);
    members = List.copyOf(members);
    labels = Map.copyOf(labels);
  }
}
