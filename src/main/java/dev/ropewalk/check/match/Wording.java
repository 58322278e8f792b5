package dev.ropewalk.check.match;

import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a matcher expects. */
public final class Wording {
  private final Variables variables;

  public Wording(Variables variables) {
    this.variables = variables;
  }

  /** A matcher in words that fit into a sentence; a variable without a value keeps its name. */
  public String of(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Is(var literal) -> literal.show(variables);
      case Matcher.Not(var inner) -> "not " + of(inner);
      case Matcher.Contains(var literal) -> literal.show(variables);
      case Matcher.StartsWith(var literal) -> "beginning with " + literal.show(variables);
      case Matcher.EndsWith(var literal) -> "ending with " + literal.show(variables);
      case Matcher.Matches(var pattern) -> plain(pattern.pattern());
      case Matcher.OneOf(var literals) ->
          literals.stream().map(each -> each.show(variables)).collect(Collectors.joining(" or "));
      case Matcher.AtLeast(var literal) -> "at least " + literal.show(variables);
      case Matcher.AtMost(var literal) -> "at most " + literal.show(variables);
      case Matcher.Version(var range) -> "version " + range.text();
      case Matcher.Sized(var inner) -> of(inner);
      case Matcher.Hashed _ -> "what the lesson keeps secret";
      case Matcher.Exists() -> "something";
      case Matcher.Absent() -> "absent";
      case Matcher.Empty() -> "nothing";
      case Matcher.Count(var inner) -> "so many: " + of(inner);
      case Matcher.AllItems(var inner) -> "all " + of(inner);
      case Matcher.AnyItem(var inner) -> of(inner);
      case Matcher.NoItem(var inner) -> "none " + of(inner);
      case Matcher.Exactly(var inner) ->
          inner.isEmpty() ? "none" : join(inner, ", ") + " and no other";
      case Matcher.InOrder(var inner) -> join(inner, ", then ");
      case Matcher.Parts(var parts) ->
          parts.entrySet().stream()
              .map(part -> part.getKey() + " " + of(part.getValue()))
              .collect(Collectors.joining(", "));
      case Matcher.Either(var inner) -> join(inner, " or ");
      case Matcher.Both(var inner) -> join(inner, " and ");
    };
  }

  /** A pattern that is a text in disguise; no learner is shown any other one. */
  private static String plain(String pattern) {
    String text = pattern.replaceAll("^\\^|\\$$", "").replaceAll("\\\\([^\\w])", "$1");
    return pattern.replaceAll("^\\^|\\$$|\\\\[^\\w]", "").matches("[\\w .,:;/@=-]*")
        ? text
        : "another form";
  }

  private String join(List<Matcher> matchers, String between) {
    return matchers.stream().map(this::of).collect(Collectors.joining(between));
  }

  /** Whether a fact is missing, empty, or the word or number for no limit. */
  public static boolean isNone(Value value) {
    return switch (value) {
      case Value.Nothing() -> true;
      case Value.Text(var text) -> text.isEmpty() || text.equals("no");
      case Value.Number(var number) -> number <= 0;
      case Value.Items(var items) -> items.isEmpty();
      case Value.Fields(var fields) -> fields.isEmpty();
      case Value.Flag _ -> false;
      case Value.Ways ways -> isNone(ways.plainest());
    };
  }

  /** Whether only a fact that is missing or empty meets it. */
  public static boolean wantsNone(Matcher matcher) {
    return switch (matcher) {
      case Matcher.Empty() -> true;
      case Matcher.Absent() -> true;
      case Matcher.Not(var inner) -> inner instanceof Matcher.Exists;
      case Matcher.Exactly(var items) -> items.isEmpty();
      default -> false;
    };
  }
}
