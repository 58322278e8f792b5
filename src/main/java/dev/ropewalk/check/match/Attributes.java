package dev.ropewalk.check.match;

import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attributes of a noun in the order in which they are judged: from what all else depends on to
 * details.
 *
 * @param <F> the facts of the noun
 */
public record Attributes<F>(List<Attribute<F>> all) {
  public Attributes {
    all = List.copyOf(all);
  }

  /** The attribute of a name; empty where there is none. */
  public Optional<Attribute<F>> find(String name) {
    return all.stream().filter(attribute -> attribute.name().equals(name)).findFirst();
  }

  /** A mapping in which matchers that name no attribute speak of one attribute. */
  public YamlNode.Mapping gather(String attribute, YamlNode.Mapping mapping) {
    List<YamlNode.Entry> matchers =
        mapping.entries().stream().filter(e -> find(e.key().text()).isEmpty()).toList();
    if (matchers.isEmpty() || mapping.entry(attribute).isPresent()) {
      return mapping;
    }
    Place place = matchers.getFirst().key().place();
    List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
    entries.removeAll(matchers);
    entries.add(
        new YamlNode.Entry(
            new YamlNode.Scalar(place, attribute, true), new YamlNode.Mapping(place, matchers)));
    return new YamlNode.Mapping(mapping.place(), entries);
  }

  /** A fact as a captured variable keeps it. */
  public Optional<String> value(String name, F facts) {
    return find(name)
        .map(attribute -> attribute.read().apply(facts))
        .map(value -> value instanceof Value.Text(var text) ? text : Type.Single.TEXT.show(value));
  }

  /** As a mapping of matchers, with the words of the table. */
  public Shape.Keys form() {
    return new Shape.Keys(
        all.stream()
            .map(a -> Shape.Key.optional(a.name(), new Shape.Matched(a.type()), a.doc()))
            .toList(),
        Shape.Take.SOME);
  }

  /** Their names, in order. */
  public List<String> names() {
    return all.stream().map(Attribute::name).toList();
  }
}
