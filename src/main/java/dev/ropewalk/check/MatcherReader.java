package dev.ropewalk.check;

import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what an author expects of a value. A bare value means equals. */
final class MatcherReader {
  private final Reading reading;
  private final Map<String, WordReader> words = new LinkedHashMap<>();

  /** Reads what stands after a matcher's word. */
  private interface WordReader {
    Optional<Matcher> read(YamlNode node, Type type);
  }

  MatcherReader(Reading reading) {
    this.reading = reading;
    words.put("not", (node, type) -> read(node, type).map(Matcher.Not::new));
    words.put(
        "contains", (node, type) -> literal(node, Matching.itemType(type), Matcher.Contains::new));
    words.put(
        "starts_with", (node, type) -> literal(node, Type.Single.TEXT, Matcher.StartsWith::new));
    words.put("ends_with", (node, type) -> literal(node, Type.Single.TEXT, Matcher.EndsWith::new));
    words.put("matches", (node, type) -> pattern(node));
    words.put("one_of", this::oneOf);
    words.put("at_least", (node, type) -> literal(node, type, Matcher.AtLeast::new));
    words.put("at_most", (node, type) -> literal(node, type, Matcher.AtMost::new));
    words.put("between", this::between);
    words.put("exists", (node, type) -> flag(node, new Matcher.Exists()));
    words.put("absent", (node, type) -> flag(node, new Matcher.Absent()));
    words.put("empty", (node, type) -> flag(node, new Matcher.Empty()));
    words.put("count", (node, type) -> read(node, Type.Single.NUMBER).map(Matcher.Count::new));
    words.put("all", (node, type) -> items(node, type).map(Matcher.AllItems::new));
    words.put("any", (node, type) -> items(node, type).map(Matcher.AnyItem::new));
    words.put("none", (node, type) -> items(node, type).map(Matcher.NoItem::new));
    words.put("exactly", (node, type) -> list(node, type, Matcher.Exactly::new));
    words.put("in_order", (node, type) -> list(node, type, Matcher.InOrder::new));
    words.put("same_as", (node, type) -> literal(node, type, Matcher.Is::new));
    words.put(
        "differs_from",
        (node, type) -> literal(node, type, l -> new Matcher.Not(new Matcher.Is(l))));
  }

  /** Reads a matcher for values of a type; empty when it is broken, which is then noted. */
  Optional<Matcher> read(YamlNode node, Type type) {
    return switch (node) {
      case YamlNode.Scalar scalar -> bare(scalar, type);
      case YamlNode.Sequence sequence -> {
        if (type instanceof Type.ListOf) {
          yield list(sequence, type, Matcher.Exactly::new);
        }
        reading
            .problems()
            .add(
                node.place(),
                "this is a list, but one value is expected",
                "write `one_of: [...]`, or a single value");
        yield Optional.empty();
      }
      case YamlNode.Mapping mapping -> mapping(mapping, type);
    };
  }

  private Optional<Matcher> bare(YamlNode.Scalar scalar, Type type) {
    if (type instanceof Type.ListOf || type instanceof Type.TableOf) {
      reading
          .problems()
          .add(
              scalar.place(),
              "a single value is compared with " + type.article(),
              "write `contains: " + scalar.text() + "`, or `exactly: [" + scalar.text() + "]`");
      return Optional.empty();
    }
    return literal(scalar, type, Matcher.Is::new);
  }

  private Optional<Matcher> mapping(YamlNode.Mapping mapping, Type type) {
    if (mapping.entries().isEmpty()) {
      reading
          .problems()
          .add(
              mapping.place(),
              "this expects nothing",
              "write a value or a matcher such as `contains: ...`");
      return Optional.empty();
    }
    boolean parts =
        type instanceof Type.TableOf
            ? mapping.entries().stream().noneMatch(entry -> words.containsKey(entry.key().text()))
            : type instanceof Type.RecordOf record
                && mapping.entries().stream()
                    .anyMatch(entry -> record.fields().containsKey(entry.key().text()));
    return parts ? parts(mapping, type) : conjunction(mapping, type);
  }

  private Optional<Matcher> conjunction(YamlNode.Mapping mapping, Type type) {
    List<Matcher> matchers = new ArrayList<>();
    boolean broken = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      WordReader word = words.get(entry.key().text());
      if (word == null) {
        List<String> known = new ArrayList<>(words.keySet());
        if (type instanceof Type.RecordOf record) {
          known.addAll(record.fields().keySet());
        }
        reading.unknown(entry.key().place(), "there is no matcher", entry.key().text(), known);
        broken = true;
        continue;
      }
      Optional<Matcher> matcher = word.read(entry.value(), type);
      matcher.ifPresent(matchers::add);
      broken |= matcher.isEmpty();
    }
    if (broken) {
      return Optional.empty();
    }
    return Optional.of(matchers.size() == 1 ? matchers.getFirst() : new Matcher.Both(matchers));
  }

  private Optional<Matcher> parts(YamlNode.Mapping mapping, Type type) {
    if (type instanceof Type.RecordOf record) {
      reading.allow(mapping, "this", record.fields().keySet());
    }
    Map<String, Matcher> parts = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      Type part = Matching.partType(type, entry.key().text());
      read(entry.value(), part).ifPresent(matcher -> parts.put(entry.key().text(), matcher));
    }
    return parts.size() == mapping.entries().size()
        ? Optional.of(new Matcher.Parts(parts))
        : Optional.empty();
  }

  private Optional<Matcher> list(YamlNode node, Type type, Function<List<Matcher>, Matcher> make) {
    List<Matcher> items = new ArrayList<>();
    Optional<YamlNode.Sequence> sequence = reading.sequence(node, "this");
    sequence.ifPresent(
        s -> s.items().forEach(item -> read(item, Matching.itemType(type)).ifPresent(items::add)));
    return sequence.isPresent() && items.size() == sequence.get().items().size()
        ? Optional.of(make.apply(items))
        : Optional.empty();
  }

  /** What is said of the members of a list: one matcher, or several of which one must fit. */
  private Optional<Matcher> items(YamlNode node, Type type) {
    return node instanceof YamlNode.Sequence
        ? list(node, type, Matcher.Either::new)
        : read(node, Matching.itemType(type));
  }

  private Optional<Matcher> oneOf(YamlNode node, Type type) {
    List<Literal> literals = new ArrayList<>();
    reading
        .sequence(node, "`one_of`")
        .ifPresent(
            s -> s.items().forEach(item -> reading.literal(item, type).ifPresent(literals::add)));
    return literals.isEmpty() ? Optional.empty() : Optional.of(new Matcher.OneOf(literals));
  }

  private Optional<Matcher> between(YamlNode node, Type type) {
    Optional<YamlNode.Sequence> sequence = reading.sequence(node, "`between`");
    if (sequence.isEmpty() || sequence.get().items().size() != 2) {
      sequence.ifPresent(
          s ->
              reading
                  .problems()
                  .add(s.place(), "`between` takes two values", "write `between: [1, 5]`"));
      return Optional.empty();
    }
    Optional<Literal> low = reading.literal(sequence.get().items().get(0), type);
    Optional<Literal> high = reading.literal(sequence.get().items().get(1), type);
    return low.isPresent() && high.isPresent()
        ? Optional.of(
            new Matcher.Both(
                List.of(new Matcher.AtLeast(low.get()), new Matcher.AtMost(high.get()))))
        : Optional.empty();
  }

  private Optional<Matcher> literal(YamlNode node, Type type, Function<Literal, Matcher> make) {
    return reading.literal(node, type).map(make);
  }

  private Optional<Matcher> flag(YamlNode node, Matcher matcher) {
    return reading
        .literal(node, Type.Single.FLAG)
        .map(flag -> flag.text().equals("true") ? matcher : new Matcher.Not(matcher));
  }

  private Optional<Matcher> pattern(YamlNode node) {
    Optional<String> text = reading.text(node, "`matches`");
    try {
      return text.map(pattern -> new Matcher.Matches(Pattern.compile(pattern)));
    } catch (PatternSyntaxException e) {
      reading
          .problems()
          .add(
              node.place(),
              "this is not a regular expression: " + e.getDescription(),
              "escape special characters with a backslash, and quote the text");
      return Optional.empty();
    }
  }
}
