package dev.ropewalk.check;

import dev.ropewalk.text.Place;
import dev.ropewalk.text.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads checks from a check file. */
public final class CheckReader {
  private static final List<String> COMMON =
      List.of("check", "within", "holds", "capture", "points");

  private CheckReader() {}

  /** Reads one check; empty when it is broken, which is then noted. */
  public static Optional<Check> read(YamlNode node, Reading reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a check");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    YamlNode.Mapping sentence = mapping.get();
    Optional<String> words =
        sentence.entry("check").flatMap(e -> reading.text(e.value(), "`check`"));
    if (sentence.entry("check").isEmpty()) {
      reading
          .problems()
          .add(
              node.place(),
              "a check needs a sentence",
              "begin it with `- check: ` and what must be true, in words");
    }
    Optional<Claim> claim = claim(node, COMMON, reading);
    Duration within = duration(sentence, "within", reading);
    Duration holds = duration(sentence, "holds", reading);
    int points =
        sentence
            .entry("points")
            .flatMap(e -> reading.literal(e.value(), Type.Single.NUMBER))
            .map(l -> Integer.parseInt(l.text().strip()))
            .orElse(1);
    Map<String, String> capture = new LinkedHashMap<>();
    sentence
        .entry("capture")
        .flatMap(e -> reading.mapping(e.value(), "`capture`"))
        .ifPresent(
            m ->
                m.entries()
                    .forEach(
                        e ->
                            reading
                                .text(e.value(), "a captured attribute")
                                .ifPresent(
                                    a -> {
                                      captured(e.key().place(), a, claim, reading);
                                      capture.put(e.key().text(), a);
                                      reading.define(e.key().text());
                                    })));
    return words.isPresent() && claim.isPresent()
        ? Optional.of(new Check(words.get(), claim.get(), within, holds, capture, points))
        : Optional.empty();
  }

  private static void captured(
      Place place, String attribute, Optional<Claim> claim, Reading reading) {
    List<String> known =
        switch (claim.orElse(null)) {
          case ContainerClaim _ -> ContainerAttributes.TABLE.names();
          case ImageClaim _ -> ImageAttributes.TABLE.names();
          case Combination _ ->
              Stream.concat(
                      ContainerAttributes.TABLE.names().stream(),
                      ImageAttributes.TABLE.names().stream())
                  .toList();
          case null, default -> List.of();
        };
    if (claim.isPresent() && !known.contains(attribute)) {
      reading.unknown(place, "this check has nothing to capture that is called", attribute, known);
    }
  }

  /**
   * Reads a sentence with one noun.
   *
   * @param common keys that it may have besides those of its noun
   */
  static Optional<Claim> claim(YamlNode node, List<String> common, Reading reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a sentence");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    List<YamlNode.Entry> nouns = new ArrayList<>();
    mapping.get().entries().stream()
        .filter(e -> Nouns.find(e.key().text()).isPresent())
        .forEach(nouns::add);
    if (nouns.isEmpty()) {
      mapping.get().entries().stream()
          .filter(e -> !common.contains(e.key().text()) && !e.key().text().equals("expect"))
          .findFirst()
          .ifPresentOrElse(
              e ->
                  reading.unknown(
                      e.key().place(), "there is no noun", e.key().text(), Nouns.words()),
              () ->
                  reading
                      .problems()
                      .add(
                          node.place(),
                          "this sentence has no noun",
                          "add one of: " + String.join(", ", Nouns.words())));
      return Optional.empty();
    }
    if (nouns.size() > 1) {
      reading
          .problems()
          .add(
              nouns.get(1).key().place(),
              "this sentence has two nouns, `%s` and `%s`"
                  .formatted(nouns.get(0).key().text(), nouns.get(1).key().text()),
              "make two sentences of it under `all:`");
      return Optional.empty();
    }
    Noun noun = Nouns.find(nouns.getFirst().key().text()).orElseThrow();
    reading.allow(
        mapping.get(),
        "a check of `" + noun.word() + "`",
        Stream.of(common, noun.properties(), List.of(noun.word())).flatMap(List::stream).toList());
    return noun.reader()
        .read(mapping.get(), nouns.getFirst().value(), reading)
        .map(Claim.class::cast);
  }

  private static Duration duration(YamlNode.Mapping sentence, String key, Reading reading) {
    return sentence
        .entry(key)
        .flatMap(e -> reading.literal(e.value(), Type.Single.DURATION))
        .map(l -> Quantity.duration(l.text()))
        .orElse(Duration.ZERO);
  }
}
