package dev.ropewalk.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The anchors of one document and what they stand for. A node that several aliases name is the same
 * one each time; how much all of it would be is counted, so that nobody who walks it walks without
 * end. Not for several threads.
 */
final class YamlAnchors {
  private static final String MERGE = "<<";

  /** So many nodes may all aliases together stand for. */
  private static final int MOST = 100_000;

  private final Map<String, YamlNode> nodes = new HashMap<>();
  private int used;

  /** From here on the name stands for this node. */
  void put(String name, YamlNode node) {
    nodes.put(name, node);
  }

  Optional<YamlNode> find(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** Whether the node may stand at one more place, which is counted. */
  boolean hasRoomFor(YamlNode node) {
    used += size(node, MOST - used + 1);
    return used <= MOST;
  }

  private static int size(YamlNode node, int most) {
    int size = 1;
    List<YamlNode> parts =
        switch (node) {
          case YamlNode.Mapping(_, var entries) ->
              entries.stream().map(YamlNode.Entry::value).toList();
          case YamlNode.Sequence(_, var items) -> items;
          case YamlNode.Scalar _ -> List.of();
        };
    for (YamlNode part : parts) {
      if (size >= most) {
        return size;
      }
      size += size(part, most - size);
    }
    return size;
  }

  /**
   * A mapping with what its merge key brings, which stands behind and never in the place of what it
   * says itself; empty when the merge key brings something else than mappings.
   */
  static Optional<YamlNode.Mapping> merged(YamlNode.Mapping mapping) {
    Optional<YamlNode.Entry> key = mapping.entry(MERGE);
    if (key.isEmpty()) {
      return Optional.of(mapping);
    }
    YamlNode brought = key.get().value();
    List<YamlNode> sources =
        brought instanceof YamlNode.Sequence(_, var items) ? items : List.of(brought);
    List<YamlNode.Entry> entries = new ArrayList<>(mapping.entries());
    entries.remove(key.get());
    for (YamlNode source : sources) {
      if (!(source instanceof YamlNode.Mapping(_, var further))) {
        return Optional.empty();
      }
      for (YamlNode.Entry entry : further) {
        if (entries.stream().noneMatch(e -> e.key().text().equals(entry.key().text()))) {
          entries.add(entry);
        }
      }
    }
    return Optional.of(new YamlNode.Mapping(mapping.place(), entries));
  }
}
