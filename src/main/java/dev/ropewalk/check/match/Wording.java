package dev.ropewalk.check.match;

import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.Quotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in words what a matcher expects. */
public final class Wording {
  private static final Pattern DIGITS =
      Pattern.compile("(?:\\\\d|\\[0-9])(?:\\+|\\{\\d+(?:,\\d*)?})?");

  /** What is said of a pattern that cannot be told. */
  public static final String SOMETHING_ELSE = "something else";

  /** How words begin that tell only a part of what is asked for. */
  public static final String SOMETHING = "something";

  private static final String CLASS = "(?<!\\\\)\\[\\^?]?[^]]*]";
  private static final String GROUP = "(?s)(?<!\\\\)\\([^()]*\\)[?*+]?";
  private static final String MAY_BE_MISSING = "(?:\\\\.|[^\\\\])(?:[*?]|\\{0?,?\\d*})";

  /** A shorter piece tells nothing. */
  private static final int SHORTEST = 3;

  private final Variables variables;

  public Wording(Variables variables) {
    this.variables = variables;
  }

  /** A matcher in words that fit into a sentence; a variable without a value keeps its name. */
  public String of(Matcher matcher) {
    return of(matcher, UnaryOperator.identity());
  }

  /** The same with each value in backticks, and the words of ours outside them. */
  public String quoted(Matcher matcher) {
    return of(matcher, Quotation::code);
  }

  private String of(Matcher matcher, UnaryOperator<String> value) {
    return switch (matcher) {
      case Matcher.Is(var literal) -> value.apply(literal.show(variables));
      case Matcher.Not(var inner) -> "anything but " + of(inner, value);
      case Matcher.Contains(var literal) -> value.apply(literal.show(variables));
      case Matcher.StartsWith(var literal) ->
          "something beginning with " + value.apply(literal.show(variables));
      case Matcher.EndsWith(var literal) ->
          "something ending with " + value.apply(literal.show(variables));
      case Matcher.Matches(var pattern) ->
          form(pattern.pattern())
              .map(value)
              .or(() -> pieces(pattern.pattern(), value))
              .orElse(SOMETHING_ELSE);
      case Matcher.OneOf(var literals) ->
          literals.stream()
              .map(each -> value.apply(each.show(variables)))
              .collect(Collectors.joining(" or "));
      case Matcher.AtLeast(var literal) -> "at least " + value.apply(literal.show(variables));
      case Matcher.AtMost(var literal) -> "at most " + value.apply(literal.show(variables));
      case Matcher.Version(var range) -> "version " + value.apply(range.text());
      case Matcher.Sized(var inner) -> of(inner, value);
      case Matcher.Hashed _ -> "what the lesson keeps secret";
      case Matcher.Exists() -> "something";
      case Matcher.Absent() -> "absent";
      case Matcher.Empty() -> "nothing";
      case Matcher.Count(var inner) -> of(inner, value) + " in all";
      case Matcher.AllItems(Matcher.Not(var inner)) -> "no " + of(inner, value);
      case Matcher.AllItems(var inner) -> "all " + of(inner, value);
      case Matcher.AnyItem(var inner) -> of(inner, value);
      case Matcher.NoItem(var inner) ->
          (inner instanceof Matcher.Parts ? "none with " : "no ") + of(inner, value);
      case Matcher.Exactly(var inner) ->
          inner.isEmpty() ? "none" : join(inner, ", ", value) + " and no other";
      case Matcher.InOrder(var inner) -> join(inner, ", then ", value);
      case Matcher.Parts(var parts) ->
          parts.entrySet().stream()
              .map(part -> part.getKey() + " " + of(part.getValue(), value))
              .collect(Collectors.joining(", "));
      case Matcher.Either(var inner) -> join(inner, " or ", value);
      case Matcher.Both(var inner) -> join(inner, " and ", value);
    };
  }

  /**
   * A pattern that is a text in disguise, with {@code NUMBER} for digits; no learner is shown any
   * other one.
   */
  private static Optional<String> form(String pattern) {
    String digits =
        DIGITS.matcher(pattern.replaceFirst("^\\(\\?[a-zA-Z]+\\)", "")).replaceAll("NUMBER");
    String text = digits.replaceAll("^\\^|\\$$", "").replaceAll("\\\\([^\\w])", "$1");
    return digits.replaceAll("^\\^|\\$$|\\\\[^\\w]", "").matches("[\\w .,:;/@=-]*")
        ? Optional.of(text)
        : Optional.empty();
  }

  /** What any text that meets a pattern has in it: one of several texts, or the longest one. */
  private static Optional<String> pieces(String pattern, UnaryOperator<String> value) {
    if (pattern.contains("|") && !pattern.matches("(?s).*[\\[(].*")) {
      List<Optional<String>> forms =
          Arrays.stream(pattern.split("\\|", -1)).map(Wording::form).toList();
      return forms.stream().allMatch(form -> form.filter(it -> !it.isBlank()).isPresent())
          ? Optional.of(
              forms.stream()
                  .flatMap(Optional::stream)
                  .map(value)
                  .collect(Collectors.joining(" or ")))
          : Optional.empty();
    }
    String bare = pattern.replaceAll(CLASS, "\n");
    while (!bare.equals(bare.replaceAll(GROUP, "\n"))) {
      bare = bare.replaceAll(GROUP, "\n");
    }
    if (bare.contains("|")) {
      return Optional.empty();
    }
    return Arrays.stream(
            bare.replaceAll(MAY_BE_MISSING, "\n")
                .replaceAll("\\\\[a-zA-Z0-9]|(?<!\\\\)[.^$+*?{}]", "\n")
                .replaceAll("\\\\(.)", "$1")
                .split("\n"))
        .map(String::strip)
        .filter(piece -> piece.length() >= SHORTEST)
        .max(Comparator.comparingInt(String::length))
        .map(piece -> SOMETHING + " with " + value.apply(piece) + " in it");
  }

  /** How what meets it is typed, with words in capitals for what the learner is to put there. */
  public Optional<String> form(Matcher matcher) {
    return matcher instanceof Matcher.Matches(var pattern)
        ? form(pattern.pattern()).filter(it -> it.contains("NUMBER"))
        : Optional.empty();
  }

  private String join(List<Matcher> matchers, String between, UnaryOperator<String> value) {
    return matchers.stream()
        .map(matcher -> of(matcher, value))
        .collect(Collectors.joining(between));
  }

  /** Whether a fact is missing, empty, or the number for no limit. */
  public static boolean isNone(Value value) {
    return switch (value) {
      case Value.Nothing() -> true;
      case Value.Text(var text) -> text.isEmpty();
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
