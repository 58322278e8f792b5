package dev.ropewalk.command;

import java.util.Set;

/** The commands of docker that stand right after its name. */
public final class DockerVerbs {
  private static final Set<String> ALL =
      Set.of(
          "attach",
          "build",
          "buildx",
          "commit",
          "compose",
          "container",
          "cp",
          "create",
          "diff",
          "events",
          "exec",
          "export",
          "history",
          "image",
          "images",
          "import",
          "info",
          "inspect",
          "kill",
          "load",
          "login",
          "logout",
          "logs",
          "network",
          "pause",
          "port",
          "ps",
          "pull",
          "push",
          "rename",
          "restart",
          "rm",
          "rmi",
          "run",
          "save",
          "search",
          "start",
          "stats",
          "stop",
          "system",
          "tag",
          "top",
          "unpause",
          "update",
          "version",
          "volume",
          "wait");

  private DockerVerbs() {}

  /** Whether a word is one of them. */
  public static boolean has(String word) {
    return ALL.contains(word);
  }
}
