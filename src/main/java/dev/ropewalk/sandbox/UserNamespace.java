package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A new user namespace, held by a process that waits, until others are in it. Made by root itself,
 * so that no setting against those of ordinary users forbids it and no `newuidmap` is needed.
 */
final class UserNamespace implements AutoCloseable {
  private final Process holder;

  private UserNamespace(Process holder) {
    this.holder = holder;
  }

  /** Root inside is the first of the ids outside. */
  static UserNamespace create(int firstId, int count) throws IOException {
    var command = List.of("unshare", "--user", "sh", "-c", "echo made; read -r _");
    var namespace = new UserNamespace(HostCommand.of(command).start());
    try {
      String word = namespace.holder.inputReader().readLine();
      if (!"made".equals(word)) {
        throw new SandboxProblem("No user namespace can be made: %s.".formatted(word));
      }
      for (String map : List.of("uid_map", "gid_map")) {
        Path file = Path.of("/proc", Long.toString(namespace.pid()), map);
        Files.writeString(file, "0 %s %s\n".formatted(firstId, count));
      }
      return namespace;
    } catch (IOException | RuntimeException e) {
      namespace.close();
      throw e;
    }
  }

  long pid() {
    return holder.pid();
  }

  @Override
  public void close() {
    holder.destroyForcibly();
  }
}
