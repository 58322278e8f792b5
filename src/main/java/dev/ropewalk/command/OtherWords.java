package dev.ropewalk.command;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What people say for docker's commands, from other programs and from plain speech. */
final class OtherWords {
  private static final Map<String, String> DOCKERS =
      Map.ofEntries(
          Map.entry("fetch", "pull"),
          Map.entry("download", "pull"),
          Map.entry("get", "pull"),
          Map.entry("install", "pull"),
          Map.entry("upload", "push"),
          Map.entry("publish", "push"),
          Map.entry("delete", "rm"),
          Map.entry("del", "rm"),
          Map.entry("remove", "rm"),
          Map.entry("erase", "rm"),
          Map.entry("uninstall", "rm"),
          Map.entry("list", "ps"),
          Map.entry("containers", "ps"),
          Map.entry("processes", "top"),
          Map.entry("terminate", "stop"),
          Map.entry("end", "stop"),
          Map.entry("halt", "stop"),
          Map.entry("shutdown", "stop"),
          Map.entry("abort", "kill"),
          Map.entry("launch", "run"),
          Map.entry("begin", "start"),
          Map.entry("resume", "unpause"),
          Map.entry("enter", "exec"),
          Map.entry("shell", "exec"),
          Map.entry("describe", "inspect"),
          Map.entry("details", "inspect"),
          Map.entry("show", "inspect"),
          Map.entry("copy", "cp"),
          Map.entry("make", "build"));

  private OtherWords() {}

  /** The command that was meant, if it is one of those that are known. */
  static Optional<String> meant(String word, Collection<String> known) {
    return Optional.ofNullable(DOCKERS.get(word)).filter(known::contains);
  }
}
