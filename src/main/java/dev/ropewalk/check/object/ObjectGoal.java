package dev.ropewalk.check.object;

import dev.ropewalk.check.Noun;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of an object that has a name.
 *
 * @param <F> the facts of the noun
 */
sealed interface ObjectGoal<F> {
  /** It is there. */
  record There<F>() implements ObjectGoal<F> {}

  /** It was there, and is no more. */
  record Gone<F>() implements ObjectGoal<F> {}

  /** It is there, and is so. */
  record Like<F>(Expectations<F> like) implements ObjectGoal<F> {}

  /** What it must be like; empty where being there or gone is all. */
  default Optional<Expectations<F>> expectations() {
    return this instanceof Like<F>(var like) ? Optional.of(like) : Optional.empty();
  }

  /** Reads what stands after {@code expect:}; empty when it is broken, which is then noted. */
  static <F> Optional<ObjectGoal<F>> read(
      YamlNode.Mapping sentence, Attributes<F> attributes, String noun, NodeReader reading) {
    if (Noun.expects(sentence, "exists")) {
      return Optional.of(new There<>());
    }
    if (Noun.expects(sentence, "absent")) {
      return Optional.of(new Gone<>());
    }
    String article = noun.matches("[aeiou].*") ? "an " : "a ";
    return Noun.expect(sentence, article + noun, List.of("exists", "absent"), reading)
        .flatMap(mapping -> Expectations.read(mapping, attributes, noun, reading))
        .map(Like::new);
  }
}
