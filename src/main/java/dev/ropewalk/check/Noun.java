package dev.ropewalk.check;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * A kind of claim: the word that names it in a check file, and how it is read.
 *
 * @param word the key of the sentence
 * @param doc what it is for, one sentence
 * @param subject what stands after the word
 * @param further the further keys that its sentence may have
 * @param example a whole check, as in a check file
 * @param reader reads the whole sentence
 */
public record Noun(
    String word, String doc, Shape subject, Shape.Keys further, String example, Reader reader) {
  /** The further keys that a noun has, when it only has an {@code expect}. */
  public static Shape.Keys expecting(Shape... forms) {
    Shape form = forms.length == 1 ? forms[0] : Shape.Either.of(forms);
    return keys(Shape.Key.required("expect", form, "what must be the case"));
  }

  /** The further keys of a noun. */
  public static Shape.Keys keys(Shape.Key... keys) {
    return new Shape.Keys(List.of(keys), Shape.Take.ANY);
  }

  /** The names of the further keys that its sentence may have. */
  public List<String> properties() {
    return further.names();
  }

  /** Reads a sentence into a claim; empty when it is broken, which is then noted. */
  public interface Reader {
    Optional<? extends Claim> read(YamlNode.Mapping sentence, YamlNode subject, NodeReader reading);
  }

  /**
   * The value of the `expect` key as a mapping with something in it; notes a problem when it is
   * missing or none.
   *
   * @param words the single words that may stand there instead
   */
  public static Optional<YamlNode.Mapping> expect(
      YamlNode.Mapping sentence, String noun, List<String> words, NodeReader reading) {
    Optional<YamlNode> expect = sentence.entry("expect").map(YamlNode.Entry::value);
    if (expect.isEmpty()) {
      reading
          .problems()
          .add(sentence.place(), "a check of " + noun + " needs `expect`", "add `expect: {...}`");
      return Optional.empty();
    }
    return switch (expect.get()) {
      case YamlNode.Mapping(_, var entries) when entries.isEmpty() ->
          nothing(expect.get(), reading);
      case YamlNode.Scalar word when word.empty() -> nothing(word, reading);
      case YamlNode.Scalar word -> {
        String fix = words.isEmpty() ? "write" : "write `" + String.join("`, `", words) + "`, or";
        reading
            .problems()
            .add(
                word.place(),
                noun + " cannot be expected to be `" + word.text() + "`",
                Suggestion.nearest(word.text(), words)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse(fix + " a mapping: `expect: {...}`"));
        yield Optional.empty();
      }
      default -> reading.mapping(expect.get(), "`expect`");
    };
  }

  private static Optional<YamlNode.Mapping> nothing(YamlNode node, NodeReader reading) {
    reading.expectsNothing(node.place());
    return Optional.empty();
  }

  /** Whether `expect` is a single word. */
  public static boolean expects(YamlNode.Mapping sentence, String word) {
    return sentence
        .entry("expect")
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.text().equals(word))
        .isPresent();
  }
}
