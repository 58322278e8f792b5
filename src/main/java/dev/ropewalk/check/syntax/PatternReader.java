package dev.ropewalk.check.syntax;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads regular expressions. */
public final class PatternReader {
  private PatternReader() {}

  /** Reads one; empty when it is broken, which is then noted. */
  public static Optional<Pattern> read(YamlNode node, NodeReader reading) {
    Optional<String> text = reading.text(node, "`matches`");
    if (text.isPresent() && !Variables.used(text.get()).isEmpty()) {
      reading
          .problems()
          .add(
              node.place(),
              "a variable cannot stand in a pattern",
              "use `contains`, `starts_with` or `ends_with` for it");
      return Optional.empty();
    }
    try {
      return text.map(Pattern::compile);
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
