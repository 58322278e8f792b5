package dev.ropewalk.compose;

import dev.ropewalk.text.YamlNode;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import dev.ropewalk.text.YamlNode.Scalar;
import dev.ropewalk.text.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts one file, or one service, over another, as the Compose Specification says: mappings are
 * merged key by key, lists are put together, all else is replaced.
 */
final class Merging {
  /** Lists that are not put together. */
  private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

  /** What may be written as a list or as a mapping. */
  private static final Set<String> TABLES =
      Set.of("environment", "labels", "depends_on", "networks", "extra_hosts", "sysctls", "args");

  private Merging() {}

  /** The mapping below, with the one above put over it. */
  static Mapping over(Mapping below, Mapping above) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : below.entries()) {
      Optional<Entry> other = above.entry(entry.key().text());
      entries.add(
          other
              .map(o -> new Entry(o.key(), over(o.key().text(), entry.value(), o.value())))
              .orElse(entry));
    }
    above.entries().stream()
        .filter(entry -> below.entry(entry.key().text()).isEmpty())
        .forEach(entries::add);
    return new Mapping(above.place(), entries);
  }

  private static YamlNode over(String key, YamlNode below, YamlNode above) {
    if (above instanceof Scalar scalar && scalar.empty()) {
      return below;
    }
    YamlNode low = TABLES.contains(key) ? table(below) : below;
    YamlNode high = TABLES.contains(key) ? table(above) : above;
    if (low instanceof Mapping l && high instanceof Mapping h) {
      return over(l, h);
    }
    if (low instanceof Sequence(_, var l)
        && high instanceof Sequence(var place, var h)
        && !REPLACED.contains(key)) {
      return new Sequence(place, together(key, l, h));
    }
    return high;
  }

  /** What stands at the same place in a container is replaced; the same item stands once. */
  private static List<YamlNode> together(String key, List<YamlNode> low, List<YamlNode> high) {
    List<YamlNode> all = new ArrayList<>(low);
    for (YamlNode item : high) {
      String mark = mark(key, item);
      all.removeIf(other -> mark(key, other).equals(mark));
      all.add(item);
    }
    return all;
  }

  private static String mark(String key, YamlNode item) {
    return switch (item) {
      case Scalar scalar ->
          key.equals("volumes") ? ShortForms.mount(scalar.text()).target() : scalar.text();
      case Mapping mapping when key.equals("volumes") ->
          mapping.entry("target").map(e -> text(e.value())).orElse("");
      default -> item.toString();
    };
  }

  private static String text(YamlNode node) {
    return node instanceof Scalar scalar ? scalar.text() : node.toString();
  }

  /** A list of {@code NAME=value}, {@code name:value} or bare names as a mapping. */
  static YamlNode table(YamlNode node) {
    if (!(node instanceof Sequence(var place, var items))) {
      return node;
    }
    List<Entry> entries = new ArrayList<>();
    for (YamlNode item : items) {
      if (!(item instanceof Scalar scalar)) {
        return node;
      }
      String[] parts = scalar.text().split("[=:]", 2);
      entries.removeIf(entry -> entry.key().text().equals(parts[0]));
      entries.add(
          new Entry(
              new Scalar(scalar.place(), parts[0], true),
              new Scalar(scalar.place(), parts.length > 1 ? parts[1] : "", parts.length == 1)));
    }
    return new Mapping(place, entries);
  }
}
