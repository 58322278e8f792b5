package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.Volume;

/** Reads inspected networks and volumes. */
final class NetworkFacts {
  private NetworkFacts() {}

  static Network network(Fields network) {
    Fields members = network.child("Containers");
    return new Network(
        network.text("Id"),
        network.text("Name"),
        network.text("Driver"),
        network.flag("Internal"),
        network.child("IPAM").children("Config").stream()
            .map(config -> config.text("Subnet"))
            .filter(subnet -> !subnet.isEmpty())
            .toList(),
        network.keys("Containers").stream()
            .map(id -> members.child(id).text("Name"))
            .sorted()
            .toList(),
        network.map("Labels"));
  }

  static Volume volume(Fields volume) {
    return new Volume(
        volume.text("Name"),
        volume.text("Driver"),
        volume.text("Mountpoint"),
        volume.map("Labels"));
  }
}
