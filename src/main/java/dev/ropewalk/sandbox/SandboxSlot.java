package dev.ropewalk.sandbox;

import java.nio.file.Path;

/**
 * The place of one sandbox on this machine: every name, address and user id that it uses follows
 * from its number, so that what a crash has left is found by its names.
 *
 * @param folder on this machine, for the owner's mark, the script and the engine's socket
 */
record SandboxSlot(int number, Path folder) {
  /** As many sandboxes can there be at once. */
  static final int COUNT = 256;

  static final int IDS = 65536;
  // Above those that systemd and subuid hand out, below 2^31.
  private static final int FIRST_ID = 0x7200_0000;

  String group() {
    return "ropewalk-sandbox-" + number;
  }

  /** At most 15 characters. */
  String link() {
    return "rwsandbox" + number;
  }

  // 198.18.0.0/15 is set apart for networks in test benches (RFC 2544), so that nobody's is hidden.
  String hostAddress() {
    return "198.19." + number + ".1";
  }

  String guestAddress() {
    return "198.19." + number + ".2";
  }

  /** The user id outside that is root inside. */
  int firstId() {
    return FIRST_ID + number * IDS;
  }

  /** Holds the engine's socket; belongs to root inside until the socket is there. */
  Path shared() {
    return folder.resolve("engine");
  }

  Path socket() {
    return shared().resolve("docker.sock");
  }
}
