package dev.ropewalk.check.syntax;

import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The reading of one check file: where problems go, and which variables have been captured so far.
 * Not for several threads.
 */
public final class NodeReader {
  private final Problems problems;
  private final Set<String> given;
  private final Set<String> variables;

  /**
   * @param variables the names that have a value from the start
   */
  public NodeReader(Problems problems, Collection<String> variables) {
    this.problems = problems;
    this.given = Set.copyOf(variables);
    this.variables = new LinkedHashSet<>(variables);
  }

  /** Where what is wrong with the file is noted. */
  public Problems problems() {
    return problems;
  }

  /** From here on the checks may use this variable. */
  public void define(String variable) {
    variables.add(variable);
  }

  /** Whether a variable has a value from the start, so that nothing may be captured into it. */
  public boolean given(String variable) {
    return given.contains(variable);
  }

  /** Whether the checks from here on may use this variable. */
  public boolean knows(String variable) {
    return variables.contains(variable);
  }

  /** The node as a mapping; notes a problem when it is none. */
  public Optional<YamlNode.Mapping> mapping(YamlNode node, String what) {
    if (node instanceof YamlNode.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(
        node.place(), what + " is a mapping, not " + node.kind(), "write it as `key: value` lines");
    return Optional.empty();
  }

  /** The node as a list; notes a problem when it is none. */
  public Optional<YamlNode.Sequence> sequence(YamlNode node, String what) {
    if (node instanceof YamlNode.Sequence sequence) {
      return Optional.of(sequence);
    }
    problems.add(
        node.place(),
        what + " is a list, not " + node.kind(),
        "write each item on a line that begins with `- `");
    return Optional.empty();
  }

  /** The node as a text with something in it; notes a problem when it is none. */
  public Optional<String> text(YamlNode node, String what) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.empty() && !scalar.text().isBlank()) {
      checkVariables(scalar);
      return Optional.of(scalar.text());
    }
    String found = node instanceof YamlNode.Scalar ? "empty" : node.kind();
    problems.add(
        node.place(),
        what + " is a text, but this is " + found,
        node instanceof YamlNode.Scalar scalar
            ? scalar.empty() ? "write it on the same line" : "write something between the quotes"
            : "write one text in its place");
    return Optional.empty();
  }

  /** Notes every key of a mapping that is not among those allowed. */
  public void allow(YamlNode.Mapping mapping, String what, Collection<String> allowed) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!allowed.contains(entry.key().text())) {
        unknown(entry.key().place(), what + " has no property", entry.key().text(), allowed);
      }
    }
  }

  /** Notes that a claim would always hold. */
  public void expectsNothing(Place place) {
    problems.add(place, "this expects nothing", "write what must be the case");
  }

  /** Notes a name that is none of those known, with the nearest of them. */
  public void unknown(Place place, String message, String name, Collection<String> known) {
    String all = String.join(", ", known.stream().sorted().toList());
    String fix =
        Suggestion.nearest(name, known)
            .map(near -> "did you mean `" + near + "`? There are: " + all)
            .orElse("use one of: " + all);
    problems.add(place, message + " `" + name + "`", fix);
  }

  /** A value of a type; notes a problem when the text is none. An empty text stands in quotes. */
  public Optional<Literal> literal(YamlNode node, Type type) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      problems.add(
          node.place(),
          "one value is expected here, not " + node.kind(),
          "write " + type.written());
      return Optional.empty();
    }
    boolean quoted = !scalar.plain() && type == Type.Single.TEXT;
    if (scalar.text().isBlank() ? !quoted : scalar.empty()) {
      problems.add(node.place(), "there is no value here", "write " + type.written());
      return Optional.empty();
    }
    checkVariables(scalar);
    return !Variables.used(scalar.text()).isEmpty() || parses(scalar.text(), type, node.place())
        ? Optional.of(new Literal(scalar.text(), type))
        : Optional.empty();
  }

  /** The same without variables: what the reader itself must know. */
  public Optional<Literal> constant(YamlNode node, Type type) {
    if (node instanceof YamlNode.Scalar scalar && !Variables.used(scalar.text()).isEmpty()) {
      problems.add(
          node.place(),
          "a variable cannot stand here",
          "write the value out, it is always the same");
      return Optional.empty();
    }
    return literal(node, type);
  }

  private boolean parses(String text, Type type, Place place) {
    try {
      Value unused = type.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      if (type instanceof Type.Word(var allowed)) {
        unknown(place, "there is no such word here:", text, allowed);
      } else {
        problems.add(place, "`" + text + "` is not " + e.getMessage(), "write " + type.written());
      }
      return false;
    }
  }

  private void checkVariables(YamlNode.Scalar scalar) {
    for (String name : Variables.used(scalar.text())) {
      if (!variables.contains(name)) {
        String fix =
            Suggestion.nearest(name, variables)
                .map(near -> "did you mean `${" + near + "}`?")
                .orElse("add for instance `capture: {" + name + ": id}` to an earlier check");
        problems.add(scalar.place(), "no earlier check captures `${" + name + "}`", fix);
      }
    }
  }
}
