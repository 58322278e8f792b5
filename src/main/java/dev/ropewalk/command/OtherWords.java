package dev.ropewalk.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people say for docker's commands, from other programs and from plain speech. */
final class OtherWords {
  private static final Map<String, List<String>> DOCKERS =
      Map.ofEntries(
          Map.entry("fetch", List.of("pull")),
          Map.entry("download", List.of("pull")),
          Map.entry("get", List.of("pull")),
          Map.entry("install", List.of("pull")),
          Map.entry("upload", List.of("push")),
          Map.entry("publish", List.of("push")),
          Map.entry("delete", List.of("rm")),
          Map.entry("del", List.of("rm")),
          Map.entry("remove", List.of("rm")),
          Map.entry("erase", List.of("rm")),
          Map.entry("uninstall", List.of("rm")),
          Map.entry("list", List.of("ps", "ls")),
          Map.entry("containers", List.of("ps", "ls")),
          Map.entry("processes", List.of("top")),
          Map.entry("terminate", List.of("stop")),
          Map.entry("end", List.of("stop")),
          Map.entry("halt", List.of("stop")),
          Map.entry("shutdown", List.of("stop")),
          Map.entry("abort", List.of("kill")),
          Map.entry("launch", List.of("run")),
          Map.entry("begin", List.of("start")),
          Map.entry("resume", List.of("unpause")),
          Map.entry("enter", List.of("exec")),
          Map.entry("shell", List.of("exec")),
          Map.entry("describe", List.of("inspect")),
          Map.entry("details", List.of("inspect")),
          Map.entry("show", List.of("inspect")),
          Map.entry("copy", List.of("cp")),
          Map.entry("new", List.of("create")),
          Map.entry("add", List.of("create")),
          Map.entry("mk", List.of("create")),
          Map.entry("make", List.of("build", "create")));

  private OtherWords() {}

  /** The command that was meant, if it is one of those that are known. */
  static Optional<String> meant(String word, Collection<String> known) {
    return DOCKERS.getOrDefault(word, List.of()).stream().filter(known::contains).findFirst();
  }
}
