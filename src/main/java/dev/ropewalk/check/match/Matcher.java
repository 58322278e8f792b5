package dev.ropewalk.check.match;

import dev.ropewalk.check.value.HashedText;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an author expects of a value. Matchers are judged by {@link Matching} and described by
 * {@link Wording}.
 */
public sealed interface Matcher {
  /** Equal to a value, by the rules of its type. */
  record Is(Literal literal) implements Matcher {}

  /** Not what another matcher expects. */
  record Not(Matcher matcher) implements Matcher {}

  /** A text with this in it, or a list or table with such a member. */
  record Contains(Literal literal) implements Matcher {}

  /** A text that begins so. */
  record StartsWith(Literal literal) implements Matcher {}

  /** A text that ends so. */
  record EndsWith(Literal literal) implements Matcher {}

  /** A text in which the pattern is found; given up after a bounded number of steps. */
  record Matches(Pattern pattern) implements Matcher {}

  /** Equal to one of several values. */
  record OneOf(List<Literal> literals) implements Matcher {
    public OneOf {
      literals = List.copyOf(literals);
    }
  }

  /** A quantity that is not less. */
  record AtLeast(Literal literal) implements Matcher {}

  /** A quantity that is not more. */
  record AtMost(Literal literal) implements Matcher {}

  /** A version that is within bounds. */
  record Version(VersionRange range) implements Matcher {}

  /** A number of bytes, also where it is written as a text such as {@code 64m}. */
  record Sized(Matcher bytes) implements Matcher {}

  /** A text that is only known by its hash, so that the check file does not tell it. */
  record Hashed(HashedText text) implements Matcher {}

  /** Neither absent nor empty. */
  record Exists() implements Matcher {}

  /** There is no such value. */
  record Absent() implements Matcher {}

  /** A text, list or table with nothing in it. */
  record Empty() implements Matcher {}

  /** A list with so many members. */
  record Count(Matcher number) implements Matcher {}

  /** Every member is so. */
  record AllItems(Matcher item) implements Matcher {}

  /** At least one member is so. */
  record AnyItem(Matcher item) implements Matcher {}

  /** No member is so. */
  record NoItem(Matcher item) implements Matcher {}

  /** These members in any order, and no others. */
  record Exactly(List<Matcher> items) implements Matcher {
    public Exactly {
      items = List.copyOf(items);
    }
  }

  /** These members in this order, others may stand between. */
  record InOrder(List<Matcher> items) implements Matcher {
    public InOrder {
      items = List.copyOf(items);
    }
  }

  /** Named parts, each as expected; parts that are not named do not matter. */
  record Parts(Map<String, Matcher> parts) implements Matcher {
    public Parts {
      parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
    }
  }

  /** At least one of several matchers. */
  record Either(List<Matcher> matchers) implements Matcher {
    public Either {
      matchers = List.copyOf(matchers);
    }
  }

  /** All of several matchers. */
  record Both(List<Matcher> matchers) implements Matcher {
    public Both {
      matchers = List.copyOf(matchers);
    }
  }
}
