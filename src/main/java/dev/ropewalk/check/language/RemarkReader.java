package dev.ropewalk.check.language;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Remark;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an author says of a check that fails. */
final class RemarkReader {
  private static final String SAY = "say";
  private static final String INSTEAD = "instead";

  static final Shape.Keys KEYS =
      new Shape.Keys(
          List.of(
              Shape.Key.required("when", new Shape.Sentence(), "what must be the case"),
              Shape.Key.optional(
                  SAY,
                  new Shape.Of(Type.Single.TEXT),
                  "what the learner reads first, before the computed reason and its remedy"),
              Shape.Key.optional(
                  INSTEAD,
                  new Shape.Of(Type.Single.TEXT),
                  "what the learner reads in the place of the computed reason and its remedy")),
          Shape.Take.ANY);

  private RemarkReader() {}

  static List<Remark> read(YamlNode node, NodeReader reading) {
    List<Remark> remarks = new ArrayList<>();
    Optional<YamlNode.Sequence> list = reading.sequence(node, "`diagnose`");
    if (list.isPresent() && list.get().items().isEmpty()) {
      reading
          .problems()
          .add(node.place(), "this says nothing", "write `- {when: {...}, say: ...}`");
    }
    list.map(YamlNode.Sequence::items)
        .orElse(List.of())
        .forEach(item -> remark(item, reading).ifPresent(remarks::add));
    return remarks;
  }

  private static Optional<Remark> remark(YamlNode node, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a diagnosis");
    mapping.ifPresent(m -> reading.allow(m, "a diagnosis", KEYS.names()));
    Optional<YamlNode> when = mapping.flatMap(m -> m.entry("when")).map(YamlNode.Entry::value);
    Optional<YamlNode.Entry> say = mapping.flatMap(m -> m.entry(SAY));
    Optional<YamlNode.Entry> instead = mapping.flatMap(m -> m.entry(INSTEAD));
    if (mapping.isPresent() && (when.isEmpty() || say.isPresent() == instead.isPresent())) {
      reading
          .problems()
          .add(
              node.place(),
              "a diagnosis needs `when`, and `say` or `instead`",
              "write `when:` with a sentence; `say:` with words that the learner reads before the computed reason, or `instead:` with words in its place");
      return Optional.empty();
    }
    Optional<Claim> claim = when.flatMap(w -> CheckReader.claim(w, List.of(), reading));
    return claim.flatMap(
        c ->
            words(say, Remark.Place.BEFORE, c, reading)
                .or(() -> words(instead, Remark.Place.INSTEAD, c, reading)));
  }

  private static Optional<Remark> words(
      Optional<YamlNode.Entry> entry, Remark.Place place, Claim when, NodeReader reading) {
    return entry
        .flatMap(e -> reading.text(e.value(), "`" + e.key().text() + "`"))
        .map(words -> new Remark(when, words, place));
  }
}
