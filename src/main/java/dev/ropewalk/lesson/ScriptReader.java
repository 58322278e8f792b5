package dev.ropewalk.lesson;

import dev.ropewalk.command.Unfinished;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.YamlNode;
import java.util.Optional;

/**
 * Reads command lines. They may use shell variables, so only the words of ropewalk, and where it
 * all ends, are ours to check.
 */
final class ScriptReader {
  private final Problems problems;

  ScriptReader(Problems problems) {
    this.problems = problems;
  }

  /** Command lines, and answers. */
  Optional<Script> read(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      Script script = whole(scalar);
      script.commands().stream()
          .filter(line -> Script.isWord(line) && !line.matches(":answer\\s.*"))
          .forEach(
              line ->
                  problems.add(
                      node.place(),
                      "a script cannot use `" + line.strip() + "`",
                      "write command lines, and answers as `:answer VALUE`"));
      return Optional.of(script);
    }
    problems.add(
        node.place(), "command lines are a text", "write them on the same line, or below a `|`");
    return Optional.empty();
  }

  /** Whatever somebody types. */
  Script whole(YamlNode.Scalar scalar) {
    Script script = new Script(scalar.text());
    script
        .unfinished()
        .ifPresent(open -> problems.add(place(scalar, script, open), open.says(), open.fix()));
    return script;
  }

  /** Below a {@code |} each line of the text is one of the source; elsewhere the text is told. */
  private Place place(YamlNode.Scalar scalar, Script script, Unfinished open) {
    Place start = scalar.place();
    String first = problems.source().line(start.line());
    if (!first.startsWith("|", start.column() - 1)) {
      return start;
    }
    int at = Math.max(0, scalar.text().indexOf(script.text())) + open.at();
    String before = scalar.text().substring(0, Math.min(at, scalar.text().length()));
    int line = start.line() + 1 + (int) before.chars().filter(c -> c == '\n').count();
    String source = problems.source().line(line);
    int indent = source.length() - source.stripLeading().length();
    String read = scalar.text().lines().skip(line - start.line() - 1L).findFirst().orElse("");
    int margin = indent - (read.length() - read.stripLeading().length());
    int column = Math.max(0, margin) + before.length() - (before.lastIndexOf('\n') + 1);
    return new Place(line, Math.min(column, source.length()) + 1, 1);
  }
}
