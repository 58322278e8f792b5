package dev.ropewalk.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The pair of network devices between this machine and a sandbox. Through it this machine reaches
 * the sandbox, and the sandbox reaches nothing but one port of ours: a filter on our end, which
 * root inside cannot touch and which goes with the device, drops all else that comes in.
 */
final class SandboxLink {
  private static final int ACCEPT = 14;
  private static final int DROP = 15;

  private final SandboxSlot slot;

  SandboxLink(SandboxSlot slot) {
    this.slot = slot;
  }

  /** Makes both ends, the other in the network of a process, where it is called eth0. */
  void create(long pid) throws InterruptedException {
    HostCommand.run(
        """
        link add %1$s type veth peer name eth0 netns %2$s
        address add %3$s/30 dev %1$s
        """
            .formatted(slot.link(), pid, slot.hostAddress()),
        "ip",
        "-batch",
        "-");
  }

  /** Lets the sandbox knock at one port of our end, and opens the link. */
  void open(int port) throws InterruptedException {
    HostCommand.run(
        """
        qdisc add dev %1$s clsact
        filter add dev %1$s ingress bpf direct-action bytecode "%2$s"
        """
            .formatted(slot.link(), filter(port)),
        "tc",
        "-batch",
        "-");
    HostCommand.run("", "ip", "link", "set", slot.link(), "up");
  }

  // Bytecode of the classic BPF, `code jump-if-true jump-if-false value`, on an Ethernet frame:
  // ARP, and TCP to our address that answers (has ACK) or is for the port.
  // https://www.kernel.org/doc/html/latest/networking/filter.html
  private String filter(int port) {
    List<String> program =
        List.of(
            "40 0 0 12", // the kind of frame
            when(1, 21, 0x0806, ACCEPT, 2),
            when(2, 21, 0x0800, 3, DROP),
            "48 0 0 23", // the protocol
            when(4, 21, 6, 5, DROP),
            "32 0 0 30", // the address it is for
            when(6, 21, address(), 7, DROP),
            "40 0 0 20", // where a fragment belongs: only the first has a TCP header
            when(8, 69, 0x1fff, DROP, 9),
            "177 0 0 14", // the length of the IP header
            "80 0 0 27", // TCP's flags
            when(11, 69, 0x10, ACCEPT, 12),
            "72 0 0 16", // the port it is for
            when(13, 21, port, ACCEPT, DROP),
            "6 0 0 0", // accept
            "6 0 0 2"); // drop
    return program.size() + "," + String.join(",", program);
  }

  private static String when(int at, int code, long value, int then, int otherwise) {
    return "%s %s %s %s".formatted(code, then - at - 1, otherwise - at - 1, value);
  }

  private long address() {
    try {
      byte[] bytes = InetAddress.getByName(slot.hostAddress()).getAddress();
      return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(slot.hostAddress(), e);
    }
  }
}
