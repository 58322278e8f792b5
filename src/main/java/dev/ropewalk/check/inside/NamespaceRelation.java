package dev.ropewalk.check.inside;

import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * How a namespace stands to another one.
 *
 * @param isShared whether both must be the same
 * @param to the container whose it is; the host's where there is none
 */
record NamespaceRelation(boolean isShared, Optional<Selector> to) {
  private static final String SAME_AS_HOST = "same_as_host";
  private static final Type.Word HOST = Type.Word.of(SAME_AS_HOST, "differs_from_host");
  private static final String SAME_AS = "same_as";
  private static final Shape.Keys CONTAINER =
      Shape.Keys.one(
          Shape.Key.optional(
              SAME_AS, new Shape.Of(Type.Single.TEXT), "the container that must have the same"),
          Shape.Key.optional(
              "differs_from",
              new Shape.Of(Type.Single.TEXT),
              "the container that must have another"));

  static final Shape SHAPE = Shape.Either.of(new Shape.Constant(HOST), CONTAINER);

  /** Empty when it is broken, which is then noted. */
  static Optional<NamespaceRelation> read(YamlNode node, NodeReader reading) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return reading
          .constant(node, HOST)
          .map(l -> new NamespaceRelation(l.text().equals(SAME_AS_HOST), Optional.empty()));
    }
    reading.allow(mapping, "a namespace", CONTAINER.names());
    List<YamlNode.Entry> entries = mapping.entries();
    if (entries.size() != 1) {
      reading
          .problems()
          .add(
              mapping.place(),
              "a namespace is compared with one container",
              "write for instance `{same_as: app}`");
      return Optional.empty();
    }
    YamlNode.Entry entry = entries.getFirst();
    return CONTAINER.names().contains(entry.key().text())
        ? reading
            .text(entry.value(), "a container to compare with")
            .map(Selector.ByName::new)
            .map(s -> new NamespaceRelation(entry.key().text().equals(SAME_AS), Optional.of(s)))
        : Optional.empty();
  }
}
