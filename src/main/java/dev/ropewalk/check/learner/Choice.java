package dev.ropewalk.check.learner;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A question to which the answers are named.
 *
 * @param of the words that can be chosen
 * @param right those that are right
 * @param take how many of the right ones an answer needs
 */
record Choice(List<String> of, List<String> right, Take take) {
  /** How many of the right words an answer needs. */
  enum Take {
    /** Any one of them. */
    ONE,
    /** All of them and no others, in any order. */
    ALL
  }

  /** What has come of an answer. */
  sealed interface Outcome {
    /** It is right. */
    record Right() implements Outcome {}

    /** A word of it is none that can be chosen. */
    record Unknown(String word) implements Outcome {}

    /** A word of it is not right. */
    record Wrong(String word) implements Outcome {}

    /** It is right as far as it goes. */
    record Missing(int more) implements Outcome {}
  }

  private static final Type TEXT = Type.Single.TEXT;

  /** What stands between words that are named one after the other. */
  private static final Set<String> JOINING = Set.of("and", "or", "the", "a", "an", "&", "+");

  static final Shape.Keys SHAPE =
      Shape.Keys.of(
          Shape.Key.required("of", new Shape.Many(new Shape.Of(TEXT), 2), "the words"),
          Shape.Key.optional(
              "right",
              Shape.Either.of(
                  new Shape.Constant(TEXT), new Shape.Many(new Shape.Constant(TEXT), 1)),
              "the right one, or several of which any one is right"),
          Shape.Key.optional(
              "all",
              new Shape.Many(new Shape.Constant(TEXT), 2),
              "in place of `right`: the right ones, all of which the learner must name"));

  Choice {
    of = List.copyOf(of);
    right = List.copyOf(right);
  }

  /** Empty when it is broken, which is then noted. */
  static Optional<Choice> read(YamlNode.Mapping body, NodeReader reading) {
    reading.allow(body, "a choice", SHAPE.names());
    List<String> of = new ArrayList<>();
    body.entry("of")
        .flatMap(e -> reading.sequence(e.value(), "`of`"))
        .ifPresent(
            list -> list.items().forEach(i -> reading.text(i, "a choice").ifPresent(of::add)));
    Optional<YamlNode.Entry> all = body.entry("all");
    Optional<YamlNode.Entry> right = body.entry("right");
    if (of.size() < 2 || all.isPresent() == right.isPresent()) {
      reading
          .problems()
          .add(
              body.place(),
              "a choice needs `of` with two words or more, and either `right` or `all`",
              "write `choice: {of: [yes, no], right: yes}`");
      return Optional.empty();
    }
    YamlNode.Entry given = all.or(() -> right).orElseThrow();
    List<YamlNode> nodes =
        given.value() instanceof YamlNode.Sequence(_, var items) ? items : List.of(given.value());
    List<String> words =
        nodes.stream()
            .flatMap(node -> reading.constant(node, new Type.Word(of)).stream())
            .map(Literal::text)
            .toList();
    boolean apart = all.isEmpty() || separable(body, reading);
    return apart && !words.isEmpty() && words.size() == nodes.size()
        ? Optional.of(new Choice(of, words, all.isPresent() ? Take.ALL : Take.ONE))
        : Optional.empty();
  }

  /** Several words of an answer are told apart by blanks. */
  private static boolean separable(YamlNode.Mapping body, NodeReader reading) {
    List<YamlNode.Scalar> blank =
        body.entry("of").stream()
            .map(YamlNode.Entry::value)
            .filter(YamlNode.Sequence.class::isInstance)
            .flatMap(list -> ((YamlNode.Sequence) list).items().stream())
            .filter(YamlNode.Scalar.class::isInstance)
            .map(YamlNode.Scalar.class::cast)
            .filter(word -> word.text().matches("(?s).*[\\s,].*"))
            .toList();
    blank.forEach(
        word ->
            reading
                .problems()
                .add(
                    word.place(),
                    "the learner names several words, which blanks and commas tell apart",
                    "write one word here: `%s`".formatted(word.text().replaceAll("[\\s,]+", "-"))));
    return blank.isEmpty();
  }

  /** A word between others, as they are spoken, and no answer itself. */
  private boolean joins(String word) {
    return JOINING.contains(word.toLowerCase(Locale.ROOT))
        && of.stream().noneMatch(each -> AnswerClaim.isSaid(each, word));
  }

  /** What the learner is to type after {@code :answer}. */
  String wanted() {
    String words = "`" + String.join("`, `", of) + "`";
    return take == Take.ONE ? "one of " + words : "all that are right of " + words;
  }

  Outcome judge(String given) {
    List<String> said =
        take == Take.ONE
            ? List.of(given)
            : Arrays.stream(given.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty() && !joins(word))
                .toList();
    for (String word : said) {
      if (of.stream().noneMatch(each -> AnswerClaim.isSaid(each, word))) {
        return new Outcome.Unknown(word);
      }
    }
    for (String word : said) {
      if (right.stream().noneMatch(each -> AnswerClaim.isSaid(each, word))) {
        return new Outcome.Wrong(word);
      }
    }
    long named =
        right.stream()
            .filter(each -> said.stream().anyMatch(word -> AnswerClaim.isSaid(each, word)))
            .count();
    int more = take == Take.ONE ? 0 : right.size() - Math.toIntExact(named);
    return more > 0 ? new Outcome.Missing(more) : new Outcome.Right();
  }
}
