package dev.ropewalk.recorder;

import dev.ropewalk.engine.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of request is about: what is read of its bodies, what the engine is asked besides,
 * and what came of it.
 *
 * @param asked the values that are taken from the request's body
 * @param items where the objects of the answer are, that are read one by one
 * @param answered the values that are taken from the answer's body
 * @param view what the answer shows of a container, where that is no JSON to be read
 * @param before is called before the last byte of the request goes on; where nothing is taken from
 *     its body, before the first byte of that goes on
 * @param told is called when the answer is complete and is no error
 */
record Meaning(
    Set<String> asked,
    Form form,
    String items,
    Set<String> answered,
    Outcome.@Nullable View view,
    Before before,
    Told told) {

  /** How the answer's body is read. */
  enum Form {
    /** One object, or a list of them: the first ten thousand items are kept. */
    OBJECTS,
    /** Reports of a long work, the result at the end: the last hundred items are kept. */
    PROGRESS
  }

  /** Asks the engine about what the request is going to change. */
  interface Before {
    void ask(Subject subject, Lookup engine);
  }

  /** Says what came of it. */
  interface Told {
    List<Outcome> outcomes(Subject subject, Lookup engine);
  }

  /** Nothing is told of such a request but that it was there. */
  static final Meaning NONE = telling((_, _) -> List.of());

  static Meaning telling(Told told) {
    return new Meaning(Set.of(), Form.OBJECTS, "", Set.of(), null, (_, _) -> {}, told);
  }

  Meaning asking(String... paths) {
    return new Meaning(Set.of(paths), form, items, answered, view, before, told);
  }

  Meaning reading(String... paths) {
    return new Meaning(asked, Form.OBJECTS, items, Set.of(paths), view, before, told);
  }

  /** The objects of the answer are below this path, from the top. */
  Meaning below(String path) {
    return new Meaning(asked, form, path, answered, view, before, told);
  }

  Meaning following(String... paths) {
    return new Meaning(asked, Form.PROGRESS, items, Set.of(paths), view, before, told);
  }

  Meaning first(Before question) {
    return new Meaning(asked, form, items, answered, view, question, told);
  }

  static Meaning showing(Outcome.View view) {
    Told shown =
        (subject, _) ->
            List.of(new Outcome.Shown(view, subject.object(), subject.bytes(), subject.words()));
    return new Meaning(Set.of(), Form.OBJECTS, "", Set.of(), view, (_, _) -> {}, shown);
  }
}
