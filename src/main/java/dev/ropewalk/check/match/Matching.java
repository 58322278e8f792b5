package dev.ropewalk.check.match;

import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Quantity;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Judges matchers against values of one type, with the variables of the moment. */
public final class Matching {
  private static final int REGEX_STEPS = 200_000;

  /** A long text is read once without any trouble. */
  private static final int STEPS_A_CHARACTER = 20;

  private final Variables variables;

  public Matching(Variables variables) {
    this.variables = variables;
  }

  /**
   * Whether the value is as expected.
   *
   * @throws Variables.UnknownVariable when the matcher uses a variable that has no value yet
   */
  public boolean test(Matcher matcher, Type type, Value actual) {
    return actual instanceof Value.Ways(var ways)
        ? fits(matcher, type, ways)
        : fits(matcher, type, actual);
  }

  /** Whether one of the ways of saying a fact fits, or none where none may. */
  private boolean fits(Matcher matcher, Type type, List<Value> ways) {
    return switch (matcher) {
      case Matcher.Not(var inner) -> !fits(inner, type, ways);
      case Matcher.Either(var inner) -> inner.stream().anyMatch(each -> fits(each, type, ways));
      case Matcher.Both(var inner) -> inner.stream().allMatch(each -> fits(each, type, ways));
      case Matcher.NoItem _, Matcher.AllItems _, Matcher.Absent _, Matcher.Empty _ ->
          ways.stream().allMatch(way -> fits(matcher, type, way));
      default -> ways.stream().anyMatch(way -> fits(matcher, type, way));
    };
  }

  private boolean fits(Matcher matcher, Type type, Value actual) {
    return switch (matcher) {
      case Matcher.Is(var literal) -> type.same(literal.value(variables), actual);
      case Matcher.Not(var inner) -> !isMissing(inner, type, actual) && !test(inner, type, actual);
      case Matcher.Contains(var literal) -> contains(literal, type, actual);
      case Matcher.StartsWith(var literal) ->
          text(actual).startsWith(variables.expand(literal.text()));
      case Matcher.EndsWith(var literal) -> text(actual).endsWith(variables.expand(literal.text()));
      case Matcher.Matches(var pattern) -> found(pattern, text(actual));
      case Matcher.OneOf(var literals) ->
          literals.stream().anyMatch(literal -> type.same(literal.value(variables), actual));
      case Matcher.AtLeast(var literal) ->
          actual instanceof Value.Number(var n) && n >= number(literal);
      case Matcher.AtMost(var literal) ->
          actual instanceof Value.Number(var n) && n <= number(literal);
      case Matcher.Version(var range) -> range.includes(text(actual));
      case Matcher.Sized(var inner) -> test(inner, Type.Single.SIZE, bytes(actual));
      case Matcher.Hashed(var hidden) -> hidden.is(text(actual));
      case Matcher.Exists() -> !empty(actual);
      case Matcher.Absent() -> actual instanceof Value.Nothing;
      case Matcher.Empty() -> empty(actual);
      case Matcher.Count(var inner) ->
          test(inner, Type.Single.NUMBER, Value.of(items(actual).size()));
      case Matcher.AllItems(var inner) -> items(actual).stream().allMatch(item(inner, type));
      case Matcher.AnyItem(var inner) -> items(actual).stream().anyMatch(item(inner, type));
      case Matcher.NoItem(var inner) -> items(actual).stream().noneMatch(item(inner, type));
      case Matcher.Exactly(var inner) -> exactly(inner, type, items(actual));
      case Matcher.InOrder(var inner) -> inOrder(inner, type, items(actual));
      case Matcher.Parts(var parts) -> parts(parts, type, actual);
      case Matcher.Either(var inner) -> inner.stream().anyMatch(each -> test(each, type, actual));
      case Matcher.Both(var inner) -> inner.stream().allMatch(each -> test(each, type, actual));
    };
  }

  /** A number that is not there is not another one either. */
  private static boolean isMissing(Matcher inner, Type type, Value actual) {
    boolean asksIfThere =
        inner instanceof Matcher.Exists
            || inner instanceof Matcher.Absent
            || inner instanceof Matcher.Empty;
    return actual instanceof Value.Nothing && !asksIfThere && type.quantity();
  }

  private static Value bytes(Value value) {
    try {
      return value instanceof Value.Text(var text) ? Value.of(Quantity.bytes(text)) : value;
    } catch (IllegalArgumentException e) {
      return new Value.Nothing();
    }
  }

  private static boolean found(Pattern pattern, String text) {
    return part(pattern, text).isPresent();
  }

  /**
   * The first group of a pattern in a text, or all that it finds where it has no groups.
   *
   * @throws IllegalArgumentException when that needs too many steps
   */
  public static Optional<String> part(Pattern pattern, String text) {
    try {
      var matcher = pattern.matcher(Bounded.of(text));
      return matcher.find()
          ? Optional.of(text.substring(start(matcher), end(matcher)))
          : Optional.empty();
    } catch (StackOverflowError e) {
      // The JDK's matcher calls itself for every turn of a repeated group.
      throw new IllegalArgumentException("a pattern that repeats a group too often", e);
    }
  }

  private static int start(java.util.regex.Matcher found) {
    return isGrouped(found) ? found.start(1) : found.start();
  }

  private static int end(java.util.regex.Matcher found) {
    return isGrouped(found) ? found.end(1) : found.end();
  }

  /** A group may have no part in what was found. */
  private static boolean isGrouped(java.util.regex.Matcher found) {
    return found.groupCount() > 0 && found.start(1) >= 0;
  }

  private Predicate<Value> item(Matcher matcher, Type list) {
    return value -> test(matcher, itemType(list), value);
  }

  /** The type of a list's members; any other type stands for itself. */
  static Type itemType(Type type) {
    return type instanceof Type.ListOf(Type item) ? item : type;
  }

  /** The type of a named part. */
  static Type partType(Type type, String name) {
    return type instanceof Type.RecordOf record
        ? record.fields().getOrDefault(name, Type.Single.TEXT)
        : Type.Single.TEXT;
  }

  private boolean contains(Literal literal, Type type, Value actual) {
    return switch (actual) {
      case Value.Items(var items) -> {
        Value wanted = literal.value(variables);
        yield items.stream().anyMatch(each -> itemType(type).same(wanted, each));
      }
      case Value.Fields(var fields) -> fields.containsKey(variables.expand(literal.text()));
      default -> text(actual).contains(variables.expand(literal.text()));
    };
  }

  private boolean parts(Map<String, Matcher> parts, Type type, Value actual) {
    return actual instanceof Value.Fields(var fields)
        && parts.entrySet().stream()
            .allMatch(
                part ->
                    test(
                        part.getValue(),
                        partType(type, part.getKey()),
                        fields.getOrDefault(part.getKey(), new Value.Nothing())));
  }

  private boolean exactly(List<Matcher> wanted, Type type, List<Value> actual) {
    List<Value> left = new ArrayList<>(actual);
    for (Matcher matcher : wanted) {
      int found = -1;
      for (int i = 0; i < left.size() && found < 0; i++) {
        found = test(matcher, itemType(type), left.get(i)) ? i : -1;
      }
      if (found < 0) {
        return false;
      }
      left.remove(found);
    }
    return left.isEmpty();
  }

  private boolean inOrder(List<Matcher> wanted, Type type, List<Value> actual) {
    Iterator<Value> rest = actual.iterator();
    return wanted.stream()
        .allMatch(
            matcher -> {
              while (rest.hasNext()) {
                if (test(matcher, itemType(type), rest.next())) {
                  return true;
                }
              }
              return false;
            });
  }

  private long number(Literal literal) {
    return literal.value(variables) instanceof Value.Number(var n) ? n : Long.MAX_VALUE;
  }

  private static List<Value> items(Value value) {
    return switch (value) {
      case Value.Items(var items) -> items;
      case Value.Nothing() -> List.of();
      default -> List.of(value);
    };
  }

  private static boolean empty(Value value) {
    return switch (value) {
      case Value.Nothing() -> true;
      case Value.Text(var text) -> text.isEmpty();
      case Value.Items(var items) -> items.isEmpty();
      case Value.Fields(var fields) -> fields.isEmpty();
      default -> false;
    };
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Items(var items) -> String.join(" ", items.stream().map(Matching::text).toList());
      case Value.Number(var number) -> Long.toString(number);
      case Value.Flag(var flag) -> Boolean.toString(flag);
      default -> "";
    };
  }

  /**
   * A text that gives up when a pattern has looked at it too often: a bound that no clock moves.
   */
  private record Bounded(String text, long most, long[] steps) implements CharSequence {
    static Bounded of(String text) {
      long most = Math.max(REGEX_STEPS, (long) STEPS_A_CHARACTER * text.length());
      return new Bounded(text, most, new long[] {0});
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > most) {
        throw new IllegalArgumentException("a pattern that needs more than " + most + " steps");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Bounded(text.substring(start, end), most, steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
