package dev.ropewalk.check.container;

import java.util.Map;

/** What a person calls what the engine tells of: {@code the end of `box`} for its {@code die}. */
public final class EventNouns {
  private record Noun(String words, String before) {
    static Noun of(String words) {
      return new Noun(words, "of");
    }
  }

  private static final Map<String, Noun> NOUNS =
      Map.ofEntries(
          Map.entry("archive-path", new Noun("a copy", "out of")),
          Map.entry("attach", new Noun("a terminal attached", "to")),
          Map.entry("commit", new Noun("an image made", "of")),
          Map.entry("connect", new Noun("a container put", "into")),
          Map.entry("create", Noun.of("the making")),
          Map.entry("delete", Noun.of("the removal")),
          Map.entry("destroy", Noun.of("the removal")),
          Map.entry("detach", new Noun("a terminal detached", "from")),
          Map.entry("die", Noun.of("the end")),
          Map.entry("disconnect", new Noun("a container taken", "out of")),
          Map.entry("exec_create", new Noun("a command", "inside")),
          Map.entry("exec_die", new Noun("the end of a command", "inside")),
          Map.entry("exec_start", new Noun("a command", "inside")),
          Map.entry("extract-to-dir", new Noun("a copy", "into")),
          Map.entry("health_status", Noun.of("a health check")),
          Map.entry("kill", new Noun("a signal", "to")),
          Map.entry("oom", new Noun("a lack of memory", "in")),
          Map.entry("pause", Noun.of("a pause")),
          Map.entry("pull", Noun.of("a pull")),
          Map.entry("push", Noun.of("a push")),
          Map.entry("remove", Noun.of("the removal")),
          Map.entry("rename", Noun.of("a new name")),
          Map.entry("restart", Noun.of("a restart")),
          Map.entry("start", Noun.of("a start")),
          Map.entry("stop", Noun.of("a stop")),
          Map.entry("tag", new Noun("a tag", "named")),
          Map.entry("unpause", new Noun("the end of the pause", "of")),
          Map.entry("untag", new Noun("the removal of a tag", "named")),
          Map.entry("update", Noun.of("a change")));

  private EventNouns() {}

  /**
   * The happening.
   *
   * @param action as the engine calls it
   * @param object what it happened to, for a sentence; empty for anything
   */
  public static String of(String action, String object) {
    Noun noun = NOUNS.getOrDefault(action, Noun.of("`" + action + "`"));
    return object.isEmpty() ? noun.words() : noun.words() + " " + noun.before() + " " + object;
  }
}
