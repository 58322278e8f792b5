package dev.ropewalk.lesson;

import dev.ropewalk.lesson.CheckTree.Spot;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does what the fix of a message says, to a tree, in each way in which it can be understood. */
final class Advice {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** What people write who read these words. */
  private static final List<String[]> SAMPLES =
      List.of(
          new String[] {"a (whole|small) number", "3"},
          new String[] {"a (number|port) from .*", "12"},
          new String[] {
            "a text|it on the same line|something between the quotes|them on the same line.*|one text.*",
            "words"
          },
          new String[] {"a list, each .*", "[a]"},
          new String[] {"a mapping of names to texts", "{A: b}"},
          new String[] {"an id or the beginning of one", "abcd"},
          new String[] {"it on the same line|something between the quotes", "id"},
          new String[] {"command lines of bash.*", "docker ps"},
          new String[] {"`try:` with .*", "{try: docker ps, says: [words]}"},
          new String[] {"`mutant:` with .*", "{mutant: docker ps, because: words}"},
          new String[] {"the value out.*", "5s"},
          new String[] {"it as `key: value`.*", "{key: value}"});

  private final YamlNode root;
  private final Spot spot;
  private final List<Mended> all = new ArrayList<>();

  /**
   * A tree after the advice.
   *
   * @param spot where its place is now
   */
  record Mended(YamlNode root, Spot spot) {}

  private Advice(YamlNode root, Spot spot) {
    this.root = root;
    this.spot = spot;
  }

  static List<Mended> of(YamlNode root, Spot spot, String fix) {
    Advice advice = new Advice(root, spot);
    advice.take(fix);
    return advice.all;
  }

  private void take(String fix) {
    Matcher near = Pattern.compile("did you mean `([^`]+)`\\?.*").matcher(fix);
    Matcher known = Pattern.compile("(?:(?:use|name) one of|the headings are): (.*)").matcher(fix);
    if (near.matches()) {
      name(near.group(1));
    } else if (known.matches()) {
      Stream.of(known.group(1).split(", ")).forEach(this::name);
    } else if (fix.matches("(remove|leave) (it|`\\w+`|one of them)( out)?\\b.*")) {
      with(spot, Optional.empty());
      // What is left out may also be only the key, and what it has stays.
      if (!spot.root()) {
        CheckTree.node(root, spot).ifPresent(node -> with(spot.parent(), Optional.of(node)));
      }
    } else if (fix.matches("use letters.*|capture into another name")) {
      name("another_name");
    } else if (fix.equals("write it one level further out")) {
      further();
    } else if (fix.equals("swap them")) {
      CheckTree.node(root, spot)
          .ifPresent(node -> value(new YamlNode.Sequence(node.place(), swapped(node))));
    } else if (fix.startsWith("escape special characters")
        && CheckTree.node(root, spot).orElseThrow() instanceof YamlNode.Scalar scalar) {
      String escaped = scalar.text().replaceAll("(\\W)", "\\\\$1");
      value(new YamlNode.Scalar(scalar.place(), escaped, false));
    } else if (fix.startsWith("begin it with `- check: `")) {
      merge(spot, CheckTree.read("check: words"));
    } else if (fix.startsWith("write each item")) {
      CheckTree.node(root, spot)
          .ifPresent(
              node -> with(spot, Optional.of(new YamlNode.Sequence(node.place(), List.of(node)))));
    } else {
      String words = fix.replaceFirst("^(write|add)( for instance)? ", "");
      SAMPLES.stream()
          .filter(sample -> words.matches(sample[0]))
          .forEach(sample -> value(CheckTree.read(sample[1])));
      CODE.matcher(fix)
          .results()
          .map(code -> code.group(1).replace("...", "exists: true"))
          .map(code -> code.replace("[exists: true]", "[a]"))
          .forEach(this::code);
    }
  }

  private void name(String name) {
    if (spot.key()) {
      all.add(new Mended(CheckTree.renamed(root, spot, name), spot.renamed(name)));
    } else if (name.startsWith("${")
        && CheckTree.node(root, spot).orElseThrow() instanceof YamlNode.Scalar scalar) {
      value(
          new YamlNode.Scalar(
              scalar.place(),
              scalar.text().replaceAll("\\$\\{\\w+}", Matcher.quoteReplacement(name)),
              false));
    } else {
      value(new YamlNode.Scalar(root.place(), name, true));
    }
  }

  private static List<YamlNode> swapped(YamlNode node) {
    return ((YamlNode.Sequence) node).items().reversed();
  }

  /** A key with what it has moves into each mapping around its own. */
  private void further() {
    Optional<YamlNode> value = CheckTree.node(root, spot);
    if (!spot.key() || value.isEmpty()) {
      return;
    }
    String name = spot.path().getLast();
    YamlNode.Mapping moved =
        new YamlNode.Mapping(
            root.place(),
            List.of(
                new YamlNode.Entry(
                    new YamlNode.Scalar(root.place(), name, true), value.orElseThrow())));
    YamlNode without = CheckTree.with(root, spot, Optional.empty());
    for (Spot out = spot.parent(); !out.root(); out = out.parent()) {
      YamlNode mended = CheckTree.merged(without, out.parent(), moved);
      all.add(new Mended(mended, new Spot(out.parent().renamed(name).path(), true)));
    }
  }

  private void merge(Spot where, YamlNode further) {
    all.add(new Mended(CheckTree.merged(root, where, (YamlNode.Mapping) further), where));
  }

  private void code(String code) {
    Matcher other = Pattern.compile("(\\w+): \\{exists: true}").matcher(code);
    if (other.matches() && !spot.root() && !spot.key()) {
      Spot key = new Spot(spot.path(), true);
      Spot now = new Spot(spot.renamed(other.group(1)).path(), false);
      all.add(new Mended(CheckTree.renamed(root, key, other.group(1)), now));
    }
    Optional<YamlNode> read = Yaml.read(new Problems(new Source("advice", code)));
    if (read.isEmpty()) {
      return;
    }
    value(read.get());
    if (read.get() instanceof YamlNode.Mapping mapping) {
      merge(spot, mapping);
      if (!spot.root()) {
        all.add(new Mended(CheckTree.merged(root, spot.parent(), mapping), spot));
      }
    }
  }

  private void value(YamlNode value) {
    with(spot, Optional.of(value));
  }

  private void with(Spot where, Optional<YamlNode> value) {
    all.add(new Mended(CheckTree.with(root, where, value), new Spot(where.path(), false)));
  }
}
