package dev.ropewalk.check;

import java.util.List;

/**
 * The kinds of namespaces that docker makes or leaves to the host, by the names of their links
 * under {@code /proc}.
 */
public final class NamespaceKinds {
  public static final List<String> ALL =
      List.of("pid", "net", "ipc", "mnt", "uts", "user", "cgroup");

  private NamespaceKinds() {}
}
