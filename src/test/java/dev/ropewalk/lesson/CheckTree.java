package dev.ropewalk.lesson;

import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A check file as a tree that can be changed at a place and written again, all on one line. */
final class CheckTree {
  private static final Place NOWHERE = Place.START;

  private CheckTree() {}

  /**
   * Where something stands.
   *
   * @param path keys, and numbers of items
   * @param key whether it is the key itself, not what it has
   */
  record Spot(List<String> path, boolean key) {
    Spot {
      path = List.copyOf(path);
    }

    /** What holds it. */
    Spot parent() {
      return new Spot(path.subList(0, path.size() - 1), false);
    }

    boolean root() {
      return path.isEmpty();
    }

    Spot renamed(String name) {
      List<String> renamed = new ArrayList<>(root() ? path : parent().path());
      renamed.add(name);
      return new Spot(renamed, key);
    }
  }

  static YamlNode read(String yaml) {
    return Yaml.read(new Problems(new Source("tree", yaml))).orElseThrow();
  }

  /** All spots of a tree that begin at a place. */
  static List<Spot> at(YamlNode root, Place place) {
    List<Spot> found = new ArrayList<>();
    collect(root, new Spot(List.of(), false), place, found);
    return found;
  }

  private static void collect(YamlNode node, Spot spot, Place place, List<Spot> found) {
    if (same(node.place(), place)) {
      found.add(spot);
    }
    switch (node) {
      case YamlNode.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  entry -> {
                    Spot below = below(spot, entry.key().text());
                    if (same(entry.key().place(), place)) {
                      found.add(new Spot(below.path(), true));
                    }
                    collect(entry.value(), below, place, found);
                  });
      case YamlNode.Sequence(_, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(items.get(i), below(spot, Integer.toString(i)), place, found);
        }
      }
      case YamlNode.Scalar _ -> {}
    }
  }

  private static boolean same(Place one, Place other) {
    return one.line() == other.line() && one.column() == other.column();
  }

  private static Spot below(Spot spot, String name) {
    List<String> path = new ArrayList<>(spot.path());
    path.add(name);
    return new Spot(path, false);
  }

  /** Where a spot stands in a tree; empty when it is gone. */
  static Optional<Place> place(YamlNode root, Spot spot) {
    return spot.key() && !spot.root()
        ? node(root, spot.parent())
            .filter(YamlNode.Mapping.class::isInstance)
            .flatMap(node -> ((YamlNode.Mapping) node).entry(spot.path().getLast()))
            .map(entry -> entry.key().place())
        : node(root, spot).map(YamlNode::place);
  }

  /** What stands at a spot. */
  static Optional<YamlNode> node(YamlNode root, Spot spot) {
    Optional<YamlNode> node = Optional.of(root);
    for (String name : spot.path()) {
      node = node.flatMap(each -> child(each, name));
    }
    return node;
  }

  private static Optional<YamlNode> child(YamlNode node, String name) {
    return switch (node) {
      case YamlNode.Mapping mapping -> mapping.entry(name).map(YamlNode.Entry::value);
      case YamlNode.Sequence(_, var items) ->
          name.matches("\\d+") && Integer.parseInt(name) < items.size()
              ? Optional.of(items.get(Integer.parseInt(name)))
              : Optional.empty();
      case YamlNode.Scalar _ -> Optional.empty();
    };
  }

  /** The tree with something else at a spot; with nothing there when it is empty. */
  static YamlNode with(YamlNode root, Spot spot, Optional<YamlNode> there) {
    return spot.root() ? there.orElse(root) : with(root, spot.path(), there);
  }

  private static YamlNode with(YamlNode node, List<String> path, Optional<YamlNode> there) {
    String name = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (node) {
      case YamlNode.Mapping(_, var entries) -> {
        List<YamlNode.Entry> changed = new ArrayList<>();
        for (YamlNode.Entry entry : entries) {
          Optional<YamlNode> value =
              !entry.key().text().equals(name)
                  ? Optional.of(entry.value())
                  : rest.isEmpty() ? there : Optional.of(with(entry.value(), rest, there));
          value.ifPresent(v -> changed.add(new YamlNode.Entry(entry.key(), v)));
        }
        yield new YamlNode.Mapping(NOWHERE, changed);
      }
      case YamlNode.Sequence(_, var items) -> {
        List<YamlNode> changed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          Optional<YamlNode> item =
              i != Integer.parseInt(name)
                  ? Optional.of(items.get(i))
                  : rest.isEmpty() ? there : Optional.of(with(items.get(i), rest, there));
          item.ifPresent(changed::add);
        }
        yield new YamlNode.Sequence(NOWHERE, changed);
      }
      case YamlNode.Scalar scalar -> scalar;
    };
  }

  /**
   * The tree with further entries in the mapping at a spot, in the place of those of their names.
   */
  static YamlNode merged(YamlNode root, Spot spot, YamlNode.Mapping further) {
    if (!(node(root, spot).orElse(further) instanceof YamlNode.Mapping(_, var entries))) {
      return root;
    }
    List<YamlNode.Entry> all =
        new ArrayList<>(
            entries.stream().filter(e -> further.entry(e.key().text()).isEmpty()).toList());
    all.addAll(further.entries());
    return with(root, spot, Optional.of(new YamlNode.Mapping(NOWHERE, all)));
  }

  /** The tree with another name for a key. */
  static YamlNode renamed(YamlNode root, Spot spot, String name) {
    if (!(node(root, spot.parent()).orElseThrow() instanceof YamlNode.Mapping(_, var entries))) {
      return root;
    }
    List<YamlNode.Entry> all =
        entries.stream()
            .filter(e -> !e.key().text().equals(name))
            .map(
                e ->
                    e.key().text().equals(spot.path().getLast())
                        ? new YamlNode.Entry(new YamlNode.Scalar(NOWHERE, name, true), e.value())
                        : e)
            .toList();
    return with(root, spot.parent(), Optional.of(new YamlNode.Mapping(NOWHERE, all)));
  }

  /** The tree as YAML on one line. */
  static String written(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping(_, var entries) ->
          entries.stream()
              .map(e -> written(e.key()) + ": " + written(e.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case YamlNode.Sequence(_, var items) ->
          items.stream().map(CheckTree::written).collect(Collectors.joining(", ", "[", "]"));
      case YamlNode.Scalar scalar when scalar.empty() -> "~";
      case YamlNode.Scalar(_, var text, var plain) ->
          plain && text.matches("[\\w./][\\w./ -]*") && !text.endsWith(" ")
              ? text
              : '"'
                  + text.replace("\\", "\\\\")
                      .replace("\"", "\\\"")
                      .replace("\n", "\\n")
                      .replace("\t", "\\t")
                  + '"';
    };
  }
}
