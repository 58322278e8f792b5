package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What differs from learner to learner: variables, each with the values that it may have. */
record Vary(Map<String, Values> variables) {
  /** Nothing. */
  static final Vary NOTHING = new Vary(Map.of());

  /** Every value is read with its file, so there are not many. */
  private static final int MOST = 20;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** What a variable may be. */
  sealed interface Values {
    /** One of these. */
    record Pick(List<String> values) implements Values {
      public Pick {
        values = List.copyOf(values);
      }
    }

    /** So many letters. */
    record Letters(int count) implements Values {}
  }

  Vary {
    variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The values for a seed. */
  Variables values(Seed seed) {
    Map<String, String> values = new LinkedHashMap<>();
    variables.forEach((name, of) -> values.put(name, value(name, of, seed)));
    return new Variables(values);
  }

  private static String value(String name, Values values, Seed seed) {
    return switch (values) {
      case Values.Pick(var list) -> list.get(seed.choice(name, list.size()));
      case Values.Letters(var count) ->
          IntStream.range(0, count)
              .map(i -> LETTERS.charAt((seed.choice(name + i, LETTERS.length()) + i) % 26))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }

  /** Values such that each one of each list is among them; a file must be good with all. */
  List<Variables> all() {
    int longest =
        variables.values().stream()
            .mapToInt(v -> v instanceof Values.Pick(var list) ? list.size() : 1)
            .max()
            .orElse(0);
    Variables first = values(Seed.NONE);
    return IntStream.range(1, longest)
        .mapToObj(
            i -> {
              Map<String, String> values = new LinkedHashMap<>();
              variables.forEach(
                  (name, of) -> {
                    if (of instanceof Values.Pick(var list)) {
                      values.put(name, list.get(i % list.size()));
                    }
                  });
              return first.with(values);
            })
        .toList();
  }

  /** Reads it; what is broken is noted and left out. */
  static Vary read(YamlNode node, NodeReader reading) {
    Map<String, Values> variables = new LinkedHashMap<>();
    reading
        .mapping(node, "`vary`")
        .ifPresent(
            mapping ->
                mapping.entries().stream()
                    .filter(entry -> named(entry.key(), reading))
                    .forEach(
                        entry ->
                            values(entry.value(), reading)
                                .ifPresent(v -> variables.put(entry.key().text(), v))));
    return new Vary(variables);
  }

  private static boolean named(YamlNode.Scalar name, NodeReader reading) {
    if (!Variables.isName(name.text())) {
      reading
          .problems()
          .add(
              name.place(),
              "`" + name.text() + "` cannot be the name of a variable",
              "use letters, digits and `_`, a letter first");
      return false;
    }
    return true;
  }

  private static Optional<Values> values(YamlNode node, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a variable");
    mapping.ifPresent(m -> reading.allow(m, "a variable", CheckFile.VALUES.names()));
    Optional<YamlNode> pick = mapping.flatMap(m -> m.entry("pick")).map(YamlNode.Entry::value);
    Optional<YamlNode> random = mapping.flatMap(m -> m.entry("letters")).map(YamlNode.Entry::value);
    if (mapping.isPresent() && pick.isPresent() == random.isPresent()) {
      reading
          .problems()
          .add(
              node.place(),
              "a variable has either `pick` or `letters`",
              "write `{pick: [12345, 12346]}` or `{letters: 8}`");
      return Optional.empty();
    }
    return pick.flatMap(list -> pick(list, reading)).or(() -> letters(random, reading));
  }

  private static Optional<Values> pick(YamlNode node, NodeReader reading) {
    Optional<YamlNode.Sequence> list = reading.sequence(node, "`pick`");
    int count = list.map(l -> l.items().size()).orElse(1);
    if (count == 0 || count > MOST) {
      reading
          .problems()
          .add(
              node.place(),
              count == 0
                  ? "there is nothing to pick from"
                  : "there are %s values to pick from, at most %s can be".formatted(count, MOST),
              "write for instance `pick: [12345, 12346, 12347]`");
      return Optional.empty();
    }
    List<String> values =
        list.map(YamlNode.Sequence::items).orElse(List.of()).stream()
            .flatMap(item -> reading.text(item, "a value to pick").stream())
            .toList();
    return values.size() == count ? Optional.of(new Values.Pick(values)) : Optional.empty();
  }

  private static Optional<Values> letters(Optional<YamlNode> node, NodeReader reading) {
    Optional<String> count = node.flatMap(n -> reading.text(n, "`letters`"));
    if (count.isPresent() && !count.get().matches("[4-9]|[12]\\d|3[0-2]")) {
      reading
          .problems()
          .add(
              node.orElseThrow().place(),
              "`" + count.get() + "` is not a number of letters",
              "write a number from 4 to 32");
      return Optional.empty();
    }
    return count.map(c -> new Values.Letters(Integer.parseInt(c)));
  }

  /**
   * Notes the variables in a lesson's text that are spelt a little differently; others are the
   * shell's.
   */
  static void misspelt(Problems prose, Variables values) {
    List<String> lines = prose.source().text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      for (String name : Variables.used(lines.get(i))) {
        int line = i + 1;
        int column = lines.get(i).indexOf("${" + name + "}") + 1;
        Suggestion.nearest(name, values.values().keySet())
            .filter(near -> !near.equalsIgnoreCase(name))
            .filter(_ -> !values.values().containsKey(name))
            .ifPresent(
                near ->
                    prose.add(
                        new Place(line, column, name.length() + 3),
                        "`vary` has no variable `" + name + "`",
                        "did you mean `${" + near + "}`?"));
      }
    }
  }

  /** A tree with the values in the place of the variables; places stay. */
  static YamlNode fill(YamlNode node, Variables values) {
    return switch (node) {
      case YamlNode.Scalar scalar -> fill(scalar, values);
      case YamlNode.Sequence(var place, var items) ->
          new YamlNode.Sequence(place, items.stream().map(item -> fill(item, values)).toList());
      case YamlNode.Mapping(var place, var entries) ->
          new YamlNode.Mapping(
              place,
              entries.stream()
                  .map(e -> new YamlNode.Entry(fill(e.key(), values), fill(e.value(), values)))
                  .toList());
    };
  }

  private static YamlNode.Scalar fill(YamlNode.Scalar scalar, Variables values) {
    return new YamlNode.Scalar(scalar.place(), values.fill(scalar.text()), scalar.plain());
  }
}
