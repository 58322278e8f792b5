package dev.ropewalk.check;

import java.util.List;
import java.util.Optional;

/**
 * The attributes of a noun in the order in which they are judged: from what all else depends on to
 * details.
 *
 * @param <F> the facts of the noun
 */
record Attributes<F>(List<Attribute<F>> all) {
  Attributes {
    all = List.copyOf(all);
  }

  Optional<Attribute<F>> find(String name) {
    return all.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
  }

  /** As a mapping of matchers, with the words of the table. */
  Shape.Keys form() {
    return new Shape.Keys(
        all.stream()
            .map(a -> Shape.Key.optional(a.name(), new Shape.Matched(a.type()), a.doc()))
            .toList(),
        Shape.Take.SOME);
  }

  List<String> names() {
    return all.stream().map(Attribute::name).toList();
  }
}
