package dev.ropewalk.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are kept, by the XDG base directory rules.
 *
 * @param course the folder of the built-in course
 * @param state the learner's journal, history and log
 * @param cache what can be made again
 * @param home the learner's home
 */
record Places(Path course, Path state, Path cache, Path home) {
  /** The places of this process. */
  static Places of(Map<String, String> environment, Path home) {
    String distribution = System.getProperty("ropewalk.home", ".");
    return new Places(
        Path.of(distribution),
        base(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("ropewalk"),
        base(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("ropewalk"),
        home);
  }

  /** The rules say that a path that is not absolute is to be ignored. */
  static Path base(Map<String, String> environment, String name, Path usual) {
    String value = environment.getOrDefault(name, "");
    return value.startsWith("/") ? Path.of(value) : usual;
  }

  Path journal() {
    return state.resolve("journal.jsonl");
  }

  /** Held while somebody is at the journal. */
  Path lock() {
    return state.resolve("journal.lock");
  }

  /** Where the running course says how it is met. */
  Path pointer() {
    return state.resolve("running");
  }

  Path history() {
    return state.resolve("history");
  }

  Path log() {
    return state.resolve("ropewalk.log");
  }
}
