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
  static final Shape.Keys KEYS =
      new Shape.Keys(
          List.of(
              Shape.Key.required("when", new Shape.Sentence(), "what must be the case"),
              Shape.Key.required(
                  "say", new Shape.Of(Type.Single.TEXT), "what the learner then reads first")),
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
    Optional<YamlNode> say = mapping.flatMap(m -> m.entry("say")).map(YamlNode.Entry::value);
    if (mapping.isPresent() && (when.isEmpty() || say.isEmpty())) {
      reading
          .problems()
          .add(
              node.place(),
              "a diagnosis needs `when` and `say`",
              "write `when:` with a sentence and `say:` with words for the learner");
    }
    Optional<Claim> claim = when.flatMap(w -> CheckReader.claim(w, List.of(), reading));
    Optional<String> words = say.flatMap(s -> reading.text(s, "`say`"));
    return claim.flatMap(c -> words.map(w -> new Remark(c, w)));
  }
}
