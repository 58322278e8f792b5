package dev.ropewalk.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;

/**
 * Who may connect to a recorder's sockets, beside root.
 *
 * @param user the number of the user whose clients may; without one, the user who has started it
 */
record Admission(OptionalInt user) {
  private static final String USER = "unix:uid";
  private static final String OWNER_ALONE = "rwx------";
  private static final String THROUGH = "rwx--x--x";

  /** Clients of the user who has started the recorder. */
  static final Admission OWN = new Admission(OptionalInt.empty());

  /**
   * Clients of the user whom a file belongs to: of a private engine's socket that is the root of
   * its machine, who is somebody else here. Only root can start such a recorder.
   *
   * @throws IOException when there is no such file
   */
  static Admission ofOwner(Path file) throws IOException {
    return new Admission(OptionalInt.of((int) Files.getAttribute(file, USER)));
  }

  /** Lets those users, and no others, go through a folder. */
  void openFolder(Path folder) throws IOException {
    Files.setPosixFilePermissions(
        folder, PosixFilePermissions.fromString(user.isEmpty() ? OWNER_ALONE : THROUGH));
  }

  /** Lets those users, and no others, connect to a socket. */
  void openSocket(Path socket) throws IOException {
    if (user.isPresent()) {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(OWNER_ALONE));
      Files.setAttribute(socket, USER, user.getAsInt());
    }
  }
}
