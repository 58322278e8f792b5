package dev.ropewalk.recorder;

import dev.ropewalk.engine.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request as its {@link Meaning} sees it.
 *
 * @param object what the path names; empty where it names nothing
 * @param asked what was taken from the request's body
 * @param answered the items that were taken from the answer's body
 * @param before what the engine said before the request went on, by what it was asked about
 * @param bytes how much output the answer brought
 * @param words those that were asked for and were in it
 */
record Subject(
    RequestLine line,
    String object,
    int status,
    JsonItem asked,
    List<JsonItem> answered,
    Map<String, Lookup.Said> before,
    Execs execs,
    long bytes,
    Set<String> words) {
  private static final JsonItem NOTHING = new JsonItem();

  /** The answer where it is one object. */
  JsonItem answer() {
    return answered.isEmpty() ? NOTHING : answered.getFirst();
  }

  /** All values at a path, of all items of the answer. */
  List<String> all(String path) {
    return answered.stream().flatMap(item -> item.texts(path).stream()).toList();
  }

  /** Whether something was there when the request came. */
  Outcome.Before before(String asked) {
    return switch (before.get(asked)) {
      case Lookup.Said.There _ -> Outcome.Before.PRESENT;
      case Lookup.Said.NotThere _ -> Outcome.Before.ABSENT;
      case Lookup.Said.Nothing _ -> Outcome.Before.UNKNOWN;
      case null -> Outcome.Before.UNKNOWN;
    };
  }

  /** The id that something had when the request came; empty when it was not there. */
  String idBefore(String asked) {
    return before.get(asked) instanceof Lookup.Said.There(var facts) ? facts.text("Id") : "";
  }
}
