package dev.ropewalk.check.language;

import dev.ropewalk.check.Capture;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Remark;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Quantity;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.text.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads checks from a check file. */
public final class CheckReader {
  private static final Type BASELINE = new Type.Word(List.of("differs"));

  /** The keys that a check has beside those of its noun. */
  static final Shape.Keys COMMON =
      new Shape.Keys(
          List.of(
              Shape.Key.required(
                  "check", new Shape.Of(Type.Single.TEXT), "what must be true, in words"),
              Shape.Key.optional(
                  "within",
                  new Shape.Constant(Type.Single.DURATION),
                  "how long after the last event it may take to come true, at most 10 minutes"),
              Shape.Key.optional(
                  "holds",
                  new Shape.Constant(Type.Single.DURATION),
                  "how long it must then stay true, at most 10 minutes"),
              Shape.Key.optional(
                  "capture",
                  CaptureReader.SHAPE,
                  "variables for later checks, each with the attribute whose value it gets: `{first_id: id}`; or a part of that value, by a pattern: `{token: {text: 'token=(.*)'}}`"),
              Shape.Key.optional(
                  "points",
                  new Shape.Constant(Type.Single.NUMBER),
                  "its weight in a score, 0 to 100, otherwise 1"),
              Shape.Key.optional(
                  "baseline",
                  new Shape.Constant(BASELINE),
                  "`differs`: it must have been seen to fail since the step opened; what was so already must be undone and done again"),
              Shape.Key.optional(
                  "diagnose",
                  new Shape.Many(RemarkReader.KEYS, 1),
                  "words of your own for when it fails, before the computed reason or in its place: the first that fits")),
          Shape.Take.ANY);

  private static final int MOST_POINTS = 100;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private CheckReader() {}

  /** Reads one check; empty when it is broken, which is then noted. */
  public static Optional<Check> read(YamlNode node, NodeReader reading) {
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
    Optional<Claim> claim = claim(node, COMMON.names(), reading);
    Duration within = duration(sentence, "within", reading);
    Duration holds = duration(sentence, "holds", reading);
    int points = sentence.entry("points").flatMap(e -> points(e.value(), reading)).orElse(1);
    boolean differs =
        sentence.entry("baseline").flatMap(e -> reading.constant(e.value(), BASELINE)).isPresent();
    List<Remark> remarks =
        sentence
            .entry("diagnose")
            .map(e -> RemarkReader.read(e.value(), reading))
            .orElse(List.of());
    Map<String, Capture> capture =
        sentence
            .entry("capture")
            .map(e -> new CaptureReader(reading, claim).read(e.value()))
            .orElse(Map.of());
    return words.isPresent() && claim.isPresent()
        ? Optional.of(
            new Check(
                words.get(),
                claim.get(),
                within,
                holds,
                capture,
                points,
                differs ? Check.Baseline.DIFFERS : Check.Baseline.NONE,
                remarks))
        : Optional.empty();
  }

  private static Optional<Integer> points(YamlNode node, NodeReader reading) {
    Optional<Long> points =
        reading
            .constant(node, Type.Single.NUMBER)
            .map(l -> Type.Single.NUMBER.parse(l.text()))
            .map(value -> value instanceof Value.Number(var number) ? number : 0L);
    if (points.isPresent() && (points.get() < 0 || points.get() > MOST_POINTS)) {
      reading
          .problems()
          .add(node.place(), "a check has 0 to " + MOST_POINTS + " points", "write a small number");
      return Optional.empty();
    }
    return points.map(Long::intValue);
  }

  /**
   * Reads a sentence with one noun.
   *
   * @param common keys that it may have besides those of its noun
   */
  static Optional<Claim> claim(YamlNode node, List<String> common, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a sentence");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    List<YamlNode.Entry> nouns = nouns(mapping.get());
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
    if (common.isEmpty()) {
      mapping.get().entries().stream()
          .map(YamlNode.Entry::key)
          .filter(key -> COMMON.names().contains(key.text()))
          .forEach(
              key ->
                  reading
                      .problems()
                      .add(
                          key.place(),
                          "`" + key.text() + "` belongs to the whole check",
                          "write it one level further out"));
    }
    Noun noun = Nouns.find(nouns.getFirst().key().text()).orElseThrow();
    reading.allow(
        mapping.get(),
        "a check of `" + noun.word() + "`",
        Stream.of(COMMON.names(), noun.properties(), List.of(noun.word()))
            .flatMap(List::stream)
            .toList());
    Optional<Claim> claim =
        noun.reader().read(mapping.get(), nouns.getFirst().value(), reading).map(Claim.class::cast);
    if (claim.isEmpty() && reading.problems().none()) {
      // A check that is passed over in silence is one less that can fail.
      reading
          .problems()
          .add(
              nouns.getFirst().key().place(),
              "ropewalk cannot read this check of `" + noun.word() + "`",
              "this is a bug of ropewalk: please report it, and write the check in another way");
    }
    return claim;
  }

  /** What is a key of another noun that stands there is no noun, such as `run` of `exec`. */
  private static List<YamlNode.Entry> nouns(YamlNode.Mapping sentence) {
    List<Noun> named =
        sentence.entries().stream().flatMap(e -> Nouns.find(e.key().text()).stream()).toList();
    return sentence.entries().stream()
        .filter(e -> named.stream().anyMatch(noun -> noun.word().equals(e.key().text())))
        .filter(e -> named.stream().noneMatch(noun -> noun.properties().contains(e.key().text())))
        .toList();
  }

  private static Duration duration(YamlNode.Mapping sentence, String key, NodeReader reading) {
    Optional<YamlNode> node = sentence.entry(key).map(YamlNode.Entry::value);
    Optional<Duration> duration =
        node.flatMap(n -> reading.constant(n, Type.Single.DURATION))
            .map(l -> Quantity.duration(l.text()));
    if (duration.isPresent() && duration.get().compareTo(LONGEST) > 0) {
      reading
          .problems()
          .add(
              node.orElseThrow().place(),
              "`%s` is at most %s minutes: the learner waits for it"
                  .formatted(key, LONGEST.toMinutes()),
              "write for instance `5s`");
    }
    return duration.orElse(Duration.ZERO);
  }
}
