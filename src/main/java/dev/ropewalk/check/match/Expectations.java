package dev.ropewalk.check.match;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is expected of one object, attribute by attribute, in the order of the noun's table.
 *
 * @param <F> the facts of the noun
 */
public record Expectations<F>(List<Expected<F>> all) {
  public Expectations {
    all = List.copyOf(all);
  }

  /** One attribute and what is expected of it. */
  public record Expected<F>(Attribute<F> attribute, Matcher matcher) {}

  /** One that is not met. */
  public record Mismatch<F>(Attribute<F> attribute, Matcher matcher, Value actual) {
    /** How a person reads what is the case: where only the number matters, the number. */
    public String shown() {
      return counted().isPresent()
          ? Integer.toString(counted().getAsInt())
          : attribute.type().show(actual);
    }

    /** How many members there are, where nothing but that is asked for. */
    public OptionalInt counted() {
      return counts(matcher) && actual instanceof Value.Items(var items)
          ? OptionalInt.of(items.size())
          : OptionalInt.empty();
    }

    private static boolean counts(Matcher matcher) {
      return switch (matcher) {
        case Matcher.Count _ -> true;
        case Matcher.Not(var inner) -> counts(inner);
        case Matcher.Both(var all) -> all.stream().allMatch(Mismatch::counts);
        case Matcher.Either(var all) -> all.stream().allMatch(Mismatch::counts);
        default -> false;
      };
    }
  }

  /** Whether something is expected of an attribute. */
  public boolean asksFor(String attribute) {
    return all.stream().anyMatch(expected -> expected.attribute().name().equals(attribute));
  }

  /** Reads the mapping after {@code expect:}; empty when it is broken, which is then noted. */
  public static <F> Optional<Expectations<F>> read(
      YamlNode.Mapping mapping, Attributes<F> attributes, String noun, NodeReader reading) {
    MatcherReader matchers = new MatcherReader(reading);
    if (mapping.entries().isEmpty()) {
      reading
          .problems()
          .add(
              mapping.place(),
              "this expects nothing",
              "name at least one of: " + String.join(", ", attributes.names()));
      return Optional.empty();
    }
    reading.allow(mapping, "a " + noun, attributes.names());
    List<Expected<F>> all = new ArrayList<>();
    for (Attribute<F> attribute : attributes.all()) {
      mapping
          .entry(attribute.name())
          .flatMap(entry -> matchers.read(entry.value(), attribute.type()))
          .ifPresent(matcher -> all.add(new Expected<>(attribute, matcher)));
    }
    return all.size() == mapping.entries().size()
        ? Optional.of(new Expectations<>(all))
        : Optional.empty();
  }

  /** What is expected of an attribute; empty where nothing is. */
  public Optional<Matcher> of(String attribute) {
    return all.stream()
        .filter(expected -> expected.attribute().name().equals(attribute))
        .map(Expected::matcher)
        .findFirst();
  }

  /** Whether an attribute is as expected, or nothing is expected of it. */
  public boolean meets(String attribute, F facts, Variables variables) {
    return all.stream()
        .filter(expected -> expected.attribute().name().equals(attribute))
        .allMatch(
            expected ->
                new Matching(variables)
                    .test(
                        expected.matcher(),
                        expected.attribute().type(),
                        expected.attribute().read().apply(facts)));
  }

  /** The first that is not met; empty when all are. */
  public Optional<Mismatch<F>> mismatch(F facts, Variables variables) {
    Matching matching = new Matching(variables);
    for (Expected<F> expected : all) {
      Value actual = expected.attribute().read().apply(facts);
      if (!matching.test(expected.matcher(), expected.attribute().type(), actual)) {
        return Optional.of(new Mismatch<>(expected.attribute(), expected.matcher(), actual));
      }
    }
    return Optional.empty();
  }
}
