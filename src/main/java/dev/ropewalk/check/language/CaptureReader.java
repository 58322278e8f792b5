package dev.ropewalk.check.language;

import dev.ropewalk.check.Capture;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.match.ConstantReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what stands after {@code capture:}. */
final class CaptureReader {
  /** The attribute; or the attribute, and what of its value is meant. */
  static final Shape SHAPE =
      new Shape.Named(
          Shape.Either.of(
              new Shape.Constant(Type.Single.TEXT),
              new Shape.Named(new Shape.Constant(Type.Single.TEXT))));

  private final NodeReader reading;
  private final Optional<Claim> claim;

  /**
   * @param claim from which is captured; empty for a broken one
   */
  CaptureReader(NodeReader reading, Optional<Claim> claim) {
    this.reading = reading;
    this.claim = claim;
  }

  Map<String, Capture> read(YamlNode node) {
    Map<String, Capture> all = new LinkedHashMap<>();
    reading
        .mapping(node, "`capture`")
        .ifPresent(
            mapping ->
                mapping
                    .entries()
                    .forEach(
                        entry ->
                            capture(entry.value())
                                .ifPresent(
                                    capture -> {
                                      checkName(entry.key());
                                      all.put(entry.key().text(), capture);
                                      reading.define(entry.key().text());
                                    })));
    return all;
  }

  private Optional<Capture> capture(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping(_, var entries) when entries.size() == 1 -> {
        YamlNode.Entry entry = entries.getFirst();
        checkAttribute(entry.key().place(), entry.key().text());
        Optional<Pattern> pattern = ConstantReader.pattern(entry.value(), reading);
        yield pattern.map(part -> new Capture(entry.key().text(), Optional.of(part)));
      }
      case YamlNode.Mapping _, YamlNode.Sequence _ -> {
        reading
            .problems()
            .add(
                node.place(),
                "a variable gets its value from one attribute",
                "write for instance `id`, or `{text: 'token=(.*)'}` for a part of it");
        yield Optional.empty();
      }
      case YamlNode.Scalar scalar ->
          reading
              .text(scalar, "a captured attribute")
              .map(
                  attribute -> {
                    checkAttribute(scalar.place(), attribute);
                    return new Capture(attribute, Optional.empty());
                  });
    };
  }

  private void checkName(YamlNode.Scalar name) {
    if (!Variables.isName(name.text())) {
      reading
          .problems()
          .add(
              name.place(),
              "`" + name.text() + "` cannot be the name of a variable",
              "use letters, digits and `_`, a letter first");
    }
    if (reading.given(name.text())) {
      reading
          .problems()
          .add(
              name.place(),
              "`" + name.text() + "` has its value from `vary`",
              "capture into another name");
    }
  }

  private void checkAttribute(Place place, String attribute) {
    List<String> known = claim.map(Claim::capturable).orElse(List.of());
    if (claim.isPresent() && known.isEmpty()) {
      reading
          .problems()
          .add(
              place,
              "there is nothing to capture here",
              "capture from a check of %s".formatted(Nouns.capturing()));
    } else if (claim.isPresent() && !known.contains(attribute)) {
      reading.unknown(place, "this check has nothing to capture that is called", attribute, known);
    }
  }
}
