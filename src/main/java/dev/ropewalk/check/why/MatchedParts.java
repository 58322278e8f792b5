package dev.ropewalk.check.why;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in a matcher what can be typed to meet it. */
public final class MatchedParts {
  private MatchedParts() {}

  /** The one value that meets it; empty where there are several, or it is hard to tell. */
  public static Optional<String> literal(Matcher matcher, Scene scene) {
    return switch (matcher) {
      case Matcher.Is(var literal) -> Optional.of(literal.show(scene.variables()));
      case Matcher.Contains(var literal) -> Optional.of(literal.show(scene.variables()));
      case Matcher.AnyItem(var item) -> literal(item, scene);
      case Matcher.AllItems(var item) -> literal(item, scene);
      case Matcher.Exactly(List<Matcher> items) when items.size() == 1 ->
          literal(items.getFirst(), scene);
      case Matcher.OneOf(var literals) when literals.size() == 1 ->
          Optional.of(literals.getFirst().show(scene.variables()));
      case Matcher.Either(List<Matcher> ways) when ways.size() == 1 ->
          literal(ways.getFirst(), scene);
      case Matcher.Sized(var bytes) -> literal(bytes, scene);
      default -> Optional.empty();
    };
  }

  /** A value that meets it, where there may be several; empty where it is hard to tell. */
  public static Optional<String> example(Matcher matcher, Scene scene) {
    return switch (matcher) {
      case Matcher.OneOf(var literals) ->
          literals.stream()
              .map(literal -> literal.show(scene.variables()))
              .filter(value -> !value.isEmpty())
              .findFirst();
      case Matcher.Either(List<Matcher> ways) ->
          ways.stream().flatMap(way -> example(way, scene).stream()).findFirst();
      case Matcher.AtLeast(var literal) -> Optional.of(literal.show(scene.variables()));
      case Matcher.AtMost(var literal) -> Optional.of(literal.show(scene.variables()));
      case Matcher.AnyItem(var item) -> example(item, scene);
      case Matcher.AllItems(var item) -> example(item, scene);
      case Matcher.Exactly(List<Matcher> items) when items.size() == 1 ->
          example(items.getFirst(), scene);
      case Matcher.Sized(var bytes) -> example(bytes, scene);
      default -> literal(matcher, scene);
    };
  }

  /** Whether what has no such value at all meets it, too. */
  public static boolean mayBeMissing(Matcher matcher, Scene scene) {
    return switch (matcher) {
      case Matcher.OneOf(var literals) ->
          literals.stream().anyMatch(literal -> literal.text().isEmpty());
      case Matcher.Either(List<Matcher> ways) ->
          ways.stream().anyMatch(way -> mayBeMissing(way, scene));
      default -> Wording.wantsNone(matcher);
    };
  }

  /** The words that it asks for, one by one; empty where it asks otherwise. */
  public static List<String> words(Matcher matcher, Scene scene) {
    List<Matcher> items = matcher instanceof Matcher.Exactly(var all) ? all : List.of();
    List<String> words = items.stream().flatMap(item -> literal(item, scene).stream()).toList();
    return words.size() == items.size() ? words : List.of();
  }

  /** The named parts of one member that it asks for; empty where it asks otherwise. */
  public static Map<String, Matcher> parts(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Parts(var parts) -> parts;
      case Matcher.AnyItem(var item) -> parts(item);
      case Matcher.AllItems(var item) -> parts(item);
      case Matcher.Exactly(List<Matcher> items) when !items.isEmpty() -> parts(items.getFirst());
      default -> Map.of();
    };
  }

  /** The first named value that is not as expected. */
  public static Optional<Map.Entry<String, Matcher>> unmet(
      Expectations.Mismatch<?> mismatch, Scene scene) {
    Map<String, Value> actual =
        mismatch.actual() instanceof Value.Fields(var fields) ? fields : Map.of();
    return parts(mismatch.matcher()).entrySet().stream()
        .filter(
            part ->
                !scene
                    .matching()
                    .test(
                        part.getValue(),
                        Type.Single.TEXT,
                        actual.getOrDefault(part.getKey(), new Value.Nothing())))
        .findFirst();
  }

  /** Flags as they are typed, with a blank behind each, as far as what they must be is known. */
  public static String flags(Map<String, Matcher> wanted, Scene scene) {
    StringBuilder words = new StringBuilder();
    wanted.forEach(
        (flag, matcher) ->
            literal(matcher, scene)
                .filter(value -> !value.equals("false"))
                .ifPresent(
                    value ->
                        words.append(
                            "--%s %s".formatted(flag, value.equals("true") ? "" : value + " "))));
    return words.toString();
  }

  /** Whether the author asks for the way in which a word is written, not for what it means. */
  public static boolean bySpelling(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Matches _,
          Matcher.StartsWith _,
          Matcher.EndsWith _,
          Matcher.Contains _,
          Matcher.Version _,
          Matcher.Hashed _ ->
          true;
      case Matcher.AllItems(var item) -> bySpelling(item);
      case Matcher.AnyItem(var item) -> bySpelling(item);
      case Matcher.NoItem(var item) -> bySpelling(item);
      case Matcher.Not(var inner) -> bySpelling(inner);
      case Matcher.Exactly(var items) -> items.stream().anyMatch(MatchedParts::bySpelling);
      case Matcher.InOrder(var items) -> items.stream().anyMatch(MatchedParts::bySpelling);
      case Matcher.Either(var items) -> items.stream().anyMatch(MatchedParts::bySpelling);
      case Matcher.Both(var items) -> items.stream().anyMatch(MatchedParts::bySpelling);
      case Matcher.Is _,
          Matcher.OneOf _,
          Matcher.AtLeast _,
          Matcher.AtMost _,
          Matcher.Sized _,
          Matcher.Exists _,
          Matcher.Absent _,
          Matcher.Empty _,
          Matcher.Count _,
          Matcher.Parts _ ->
          false;
    };
  }
}
