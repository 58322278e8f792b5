package dev.ropewalk.check.match;

import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A matcher's word: what it says, of which values, and what stands after it. */
public enum MatcherWord {
  NOT("the opposite of what stands after it", _ -> true, Shape.Matched::new),
  CONTAINS(
      "a part of a text, a member of a list, a name of a mapping",
      type -> type.textual() || isList(type) || isTable(type),
      type -> new Shape.Of(contained(type))),
  STARTS_WITH("how a text begins", Type::textual, _ -> new Shape.Of(Type.Single.TEXT)),
  ENDS_WITH("how a text ends", Type::textual, _ -> new Shape.Of(Type.Single.TEXT)),
  MATCHES(
      "a regular expression that is found in a text; it gives up after 200000 steps, or 20 for each character",
      Type::textual,
      _ -> new Shape.Constant(Type.Single.TEXT)),
  ONE_OF("one of these values", MatcherWord::isSingle, t -> new Shape.Many(new Shape.Of(t), 1)),
  AT_LEAST("this much or more", Type::quantity, Shape.Of::new),
  AT_MOST("this much or less", Type::quantity, Shape.Of::new),
  BETWEEN("two values, the least and the most", Type::quantity, MatcherWord::pair),
  VERSION(
      "a version within bounds, such as `\">=20.10 <30\"`; a bare version means any that begins so",
      Type::textual,
      _ -> new Shape.Constant(Type.Single.TEXT)),
  SIZE(
      "a number of bytes, written as a size such as `64m`",
      type -> type.textual() || type == Type.Single.NUMBER || type == Type.Single.SIZE,
      _ -> new Shape.Matched(Type.Single.SIZE)),
  HASHED(
      "a text of which only the SHA-256 is told: the hash of `SALT:TEXT`, or of the text alone",
      Type::textual,
      _ -> ConstantReader.HASHED),
  EXISTS("whether there is a value, and not an empty one", _ -> true, _ -> flag()),
  ABSENT("whether there is no value", _ -> true, _ -> flag()),
  EMPTY("whether there is nothing in it", _ -> true, _ -> flag()),
  COUNT("how many it has", MatcherWord::isList, _ -> new Shape.Matched(Type.Single.NUMBER)),
  ALL("what each member is like", MatcherWord::isList, MatcherWord::members),
  ANY("what at least one member is like", MatcherWord::isList, MatcherWord::members),
  NONE("what no member is like", MatcherWord::isList, MatcherWord::members),
  EXACTLY("the members, in any order, and no others", MatcherWord::isList, t -> items(t, 0)),
  IN_ORDER("members in this order, others between them", MatcherWord::isList, t -> items(t, 1)),
  SAME_AS("equal to a captured value, by its name", MatcherWord::isSingle, MatcherWord::earlier),
  DIFFERS_FROM(
      "not equal to a captured value, by its name", MatcherWord::isSingle, MatcherWord::earlier);

  private final String doc;
  private final Predicate<Type> fits;
  private final Function<Type, Shape> argument;

  MatcherWord(String doc, Predicate<Type> fits, Function<Type, Shape> argument) {
    this.doc = doc;
    this.fits = fits;
    this.argument = argument;
  }

  static Optional<MatcherWord> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> fitting(Type type) {
    return Arrays.stream(values()).filter(w -> w.fits(type)).map(MatcherWord::word).toList();
  }

  /** Those that can be said of a type, as keys of a mapping. */
  public static List<Shape.Key> keys(Type type) {
    return Arrays.stream(values())
        .filter(w -> w.fits(type))
        .map(w -> Shape.Key.optional(w.word(), w.argument(type), w.doc()))
        .toList();
  }

  /** As written in a check file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it says, in half a sentence. */
  public String doc() {
    return doc;
  }

  /** Whether it can be said of values of a type. */
  public boolean fits(Type type) {
    return fits.test(type);
  }

  /** Whether no label or variable can be named so in a check; {@code version} is a common label. */
  boolean isReserved() {
    return this != VERSION && this != SIZE && this != HASHED;
  }

  /** What stands after it. */
  public Shape argument(Type type) {
    return argument.apply(type);
  }

  /** The type of what a value contains: a part of a text, a member of a list, a name of a table. */
  static Type contained(Type type) {
    return type instanceof Type.ListOf(Type item) ? item : Type.Single.TEXT;
  }

  private static boolean isList(Type type) {
    return type instanceof Type.ListOf;
  }

  private static boolean isTable(Type type) {
    return type instanceof Type.TableOf;
  }

  private static boolean isSingle(Type type) {
    return !isList(type) && !isTable(type);
  }

  /** A value, or the bare name of a variable. */
  private static Shape earlier(Type type) {
    return type == Type.Single.TEXT
        ? new Shape.Of(type)
        : Shape.Either.of(new Shape.Of(type), new Shape.Captured());
  }

  private static Shape flag() {
    return new Shape.Constant(Type.Single.FLAG);
  }

  private static Shape pair(Type type) {
    return new Shape.Many(new Shape.Of(type), 2);
  }

  private static Shape items(Type type, int least) {
    return new Shape.Many(new Shape.Matched(Matching.itemType(type)), least);
  }

  private static Shape members(Type type) {
    return Shape.Either.of(new Shape.Matched(Matching.itemType(type)), items(type, 1));
  }
}
