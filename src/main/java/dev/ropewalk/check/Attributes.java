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

  List<String> names() {
    return all.stream().map(Attribute::name).toList();
  }
}
