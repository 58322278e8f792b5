package dev.ropewalk.check;

import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * A kind of claim: the word that names it in a check file, and how it is read.
 *
 * @param word the key of the sentence
 * @param doc what it is for, one sentence
 * @param properties the further keys that its sentence may have
 * @param reader reads the whole sentence
 */
record Noun(String word, String doc, List<String> properties, Reader reader) {
  Noun {
    properties = List.copyOf(properties);
  }

  /** Reads a sentence into a claim; empty when it is broken, which is then noted. */
  interface Reader {
    Optional<? extends Claim> read(YamlNode.Mapping sentence, YamlNode subject, Reading reading);
  }

  /** The value of the `expect` key as a mapping; notes a problem when it is missing or none. */
  static Optional<YamlNode.Mapping> expect(
      YamlNode.Mapping sentence, String noun, Reading reading) {
    Optional<YamlNode.Entry> expect = sentence.entry("expect");
    if (expect.isEmpty()) {
      reading
          .problems()
          .add(sentence.place(), "a check of a " + noun + " needs `expect`", "add `expect: {...}`");
    }
    return expect.flatMap(entry -> reading.mapping(entry.value(), "`expect`"));
  }

  /** Whether `expect` is a single word. */
  static boolean expects(YamlNode.Mapping sentence, String word) {
    return sentence
        .entry("expect")
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.text().equals(word))
        .isPresent();
  }
}
