package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what must be there before a lesson opens. */
final class NeedsReader {
  private final NodeReader reading;

  NeedsReader(NodeReader reading) {
    this.reading = reading;
  }

  Needs read(YamlNode.Mapping mapping) {
    reading.allow(mapping, "`needs`", CheckFile.NEEDS.names());
    List<String> images =
        list(mapping, "images").stream()
            .filter(node -> !(node instanceof YamlNode.Mapping)) // These are built.
            .flatMap(node -> reading.text(node, "a name").stream())
            .toList();
    Optional<YamlNode.Mapping> free =
        mapping.entry("free").flatMap(e -> reading.mapping(e.value(), "`free`"));
    free.ifPresent(m -> reading.allow(m, "`free`", CheckFile.FREE.names()));
    List<List<String>> commands =
        texts(mapping, "commands").stream()
            .map(text -> List.of(text.strip().split(" or ")))
            .toList();
    return new Needs(
        images,
        free.map(this::free).orElse(Needs.Free.NOTHING),
        commands,
        word(mapping, "engine", List.of("private"), "kind of engine").isPresent(),
        word(mapping, "trust", CheckFile.TRUST, "level of trust").orElse(""));
  }

  private Needs.Free free(YamlNode.Mapping mapping) {
    List<Integer> ports = new ArrayList<>();
    list(mapping, "ports").forEach(node -> port(node).ifPresent(ports::add));
    return new Needs.Free(
        texts(mapping, "names"),
        ports,
        texts(mapping, "volumes"),
        texts(mapping, "networks"),
        texts(mapping, "images"));
  }

  private Optional<String> word(
      YamlNode.Mapping mapping, String key, List<String> words, String what) {
    Optional<YamlNode> node = mapping.entry(key).map(YamlNode.Mapping.Entry::value);
    Optional<String> text = node.flatMap(value -> reading.text(value, "`" + key + "`"));
    if (text.isPresent() && !words.contains(text.get())) {
      reading
          .problems()
          .add(
              node.orElseThrow().place(),
              "`%s` is no %s".formatted(text.get(), what),
              "write `%s: %s`, or leave it out".formatted(key, String.join("` or `", words)));
    }
    return text;
  }

  private Optional<Integer> port(YamlNode node) {
    Optional<String> text = reading.text(node, "a port");
    boolean number = text.isPresent() && text.get().matches("[1-9]\\d{0,4}");
    if (text.isPresent() && !(number && Integer.parseInt(text.get()) <= 65_535)) {
      reading
          .problems()
          .add(
              node.place(), "`" + text.get() + "` is not a port", "write a number from 1 to 65535");
      return Optional.empty();
    }
    return text.map(Integer::valueOf);
  }

  private List<String> texts(YamlNode.Mapping mapping, String key) {
    return list(mapping, key).stream()
        .flatMap(node -> reading.text(node, "a name").stream())
        .toList();
  }

  private List<YamlNode> list(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.sequence(e.value(), "`" + key + "`"))
        .map(YamlNode.Sequence::items)
        .orElse(List.of());
  }
}
