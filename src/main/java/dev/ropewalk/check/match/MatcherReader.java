package dev.ropewalk.check.match;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what an author expects of a value. A bare value means equals. */
public final class MatcherReader {
  private final NodeReader reading;

  public MatcherReader(NodeReader reading) {
    this.reading = reading;
  }

  private Optional<? extends Matcher> said(MatcherWord word, YamlNode node, Type type) {
    return switch (word) {
      case NOT -> read(node, type).map(Matcher.Not::new);
      case CONTAINS -> contains(node, type);
      case STARTS_WITH -> literal(node, Type.Single.TEXT, Matcher.StartsWith::new);
      case ENDS_WITH -> literal(node, Type.Single.TEXT, Matcher.EndsWith::new);
      case MATCHES -> ConstantReader.pattern(node, reading).map(Matcher.Matches::new);
      case ONE_OF -> oneOf(node, type);
      case AT_LEAST -> literal(node, type, Matcher.AtLeast::new);
      case AT_MOST -> literal(node, type, Matcher.AtMost::new);
      case BETWEEN -> between(node, type);
      case VERSION -> ConstantReader.version(node, reading).map(Matcher.Version::new);
      case SIZE -> read(node, Type.Single.SIZE).map(Matcher.Sized::new);
      case HASHED -> ConstantReader.hashed(node, reading).map(Matcher.Hashed::new);
      case EXISTS -> flag(node, new Matcher.Exists());
      case ABSENT -> flag(node, new Matcher.Absent());
      case EMPTY -> flag(node, new Matcher.Empty());
      case COUNT -> read(node, Type.Single.NUMBER).map(Matcher.Count::new);
      case ALL -> items(node, type).map(Matcher.AllItems::new);
      case ANY -> items(node, type).map(Matcher.AnyItem::new);
      case NONE -> items(node, type).map(Matcher.NoItem::new);
      case EXACTLY -> list(node, type, Matcher.Exactly::new);
      case IN_ORDER -> filled(node, type, Matcher.InOrder::new);
      case SAME_AS -> earlier(node, type, Matcher.Is::new);
      case DIFFERS_FROM -> earlier(node, type, l -> new Matcher.Not(new Matcher.Is(l)));
    };
  }

  /** Reads a matcher for values of a type; empty when it is broken, which is then noted. */
  public Optional<Matcher> read(YamlNode node, Type type) {
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

  /** A part of a text or a member as one value; what a member is like is said by {@code any}. */
  private Optional<Matcher> contains(YamlNode node, Type type) {
    if (node instanceof YamlNode.Mapping && !type.textual()) {
      reading
          .problems()
          .add(
              node.place(),
              "`contains` takes one value, not a mapping",
              type instanceof Type.TableOf
                  ? "leave `contains` out: names and values stand by themselves"
                  : "write `any: {...}` to say what a member is like");
      return Optional.empty();
    }
    return literal(node, MatcherWord.contained(type), Matcher.Contains::new);
  }

  private Optional<Matcher> bare(YamlNode.Scalar scalar, Type type) {
    if (type instanceof Type.ListOf || type instanceof Type.TableOf) {
      reading
          .problems()
          .add(
              scalar.place(),
              "a single value is compared with " + type.article(),
              type instanceof Type.TableOf
                  ? "write names and values: `{NAME: value}`"
                  : "write `contains: %s`, or `exactly: [%s]`"
                      .formatted(scalar.text(), scalar.text()));
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
              "write a value, or a matcher such as `exists: true`");
      return Optional.empty();
    }
    boolean parts =
        type instanceof Type.TableOf
            ? mapping.entries().stream()
                .map(entry -> MatcherWord.find(entry.key().text()))
                .noneMatch(word -> word.filter(MatcherWord::isReserved).isPresent())
            : type instanceof Type.RecordOf record
                && mapping.entries().stream()
                    .anyMatch(entry -> record.fields().containsKey(entry.key().text()));
    return parts ? parts(mapping, type) : conjunction(mapping, type);
  }

  private Optional<Matcher> conjunction(YamlNode.Mapping mapping, Type type) {
    List<Matcher> matchers = new ArrayList<>();
    boolean broken = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      Optional<MatcherWord> word = MatcherWord.find(entry.key().text());
      if (word.isEmpty()) {
        List<String> known = new ArrayList<>(MatcherWord.fitting(type));
        if (type instanceof Type.RecordOf record) {
          known.addAll(record.fields().keySet());
        }
        reading.unknown(entry.key().place(), "there is no matcher", entry.key().text(), known);
        broken = true;
        continue;
      }
      if (!word.get().fits(type)) {
        reading
            .problems()
            .add(
                entry.key().place(),
                "`%s` cannot be said of %s".formatted(entry.key().text(), type.article()),
                "use one of: " + String.join(", ", MatcherWord.fitting(type)));
        broken = true;
        continue;
      }
      Optional<? extends Matcher> matcher = said(word.get(), entry.value(), type);
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

  private Optional<Matcher> filled(
      YamlNode node, Type type, Function<List<Matcher>, Matcher> make) {
    if (node instanceof YamlNode.Sequence(_, var items) && items.isEmpty()) {
      reading.expectsNothing(node.place());
      return Optional.empty();
    }
    return list(node, type, make);
  }

  /** What is said of the members of a list: one matcher, or several of which one must fit. */
  private Optional<Matcher> items(YamlNode node, Type type) {
    return node instanceof YamlNode.Sequence
        ? filled(node, type, Matcher.Either::new)
        : read(node, Matching.itemType(type));
  }

  private Optional<Matcher> oneOf(YamlNode node, Type type) {
    List<Literal> literals = new ArrayList<>();
    Optional<YamlNode.Sequence> list = reading.sequence(node, "`one_of`");
    if (list.isPresent() && list.get().items().isEmpty()) {
      reading.expectsNothing(node.place());
    }
    list.ifPresent(
        s -> s.items().forEach(item -> reading.literal(item, type).ifPresent(literals::add)));
    return literals.isEmpty() ? Optional.empty() : Optional.of(new Matcher.OneOf(literals));
  }

  private Optional<Matcher> between(YamlNode node, Type type) {
    if (!(node instanceof YamlNode.Sequence(_, var items)) || items.size() != 2) {
      reading
          .problems()
          .add(
              node.place(),
              "`between` takes a list of two values",
              "write for instance `between: [1, 5]`");
      return Optional.empty();
    }
    Optional<Literal> low = reading.literal(items.get(0), type);
    Optional<Literal> high = reading.literal(items.get(1), type);
    if (low.isPresent() && high.isPresent() && wrongWayRound(low.get(), high.get())) {
      reading
          .problems()
          .add(node.place(), "the first value is larger than the second", "swap them");
      return Optional.empty();
    }
    return low.isPresent() && high.isPresent()
        ? Optional.of(
            new Matcher.Both(
                List.of(new Matcher.AtLeast(low.get()), new Matcher.AtMost(high.get()))))
        : Optional.empty();
  }

  private static boolean wrongWayRound(Literal low, Literal high) {
    boolean known = Variables.used(low.text() + high.text()).isEmpty();
    return known
        && low.value(Variables.NONE) instanceof Value.Number(var least)
        && high.value(Variables.NONE) instanceof Value.Number(var most)
        && least > most;
  }

  private Optional<Matcher> literal(YamlNode node, Type type, Function<Literal, Matcher> make) {
    return reading.literal(node, type).map(make);
  }

  /** A value, or the bare name of a variable that has been captured. */
  private Optional<Matcher> earlier(YamlNode node, Type type, Function<Literal, Matcher> make) {
    return node instanceof YamlNode.Scalar(_, var name, _) && reading.knows(name)
        ? Optional.of(make.apply(new Literal("${" + name + "}", type)))
        : literal(node, type, make);
  }

  private Optional<Matcher> flag(YamlNode node, Matcher matcher) {
    return reading
        .constant(node, Type.Single.FLAG)
        .map(flag -> flag.text().equals("true") ? matcher : new Matcher.Not(matcher));
  }
}
