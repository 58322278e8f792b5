package dev.ropewalk.author;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes texts of others as YAML that is read back as the same text. */
final class CheckYaml {
  /** What can stand in a block as it is: everything that is printed, and its first line flush. */
  private static final Pattern BLOCK = Pattern.compile("\\S[\\t\\n\\x20-\\x7E\\xA0-\\uD7FF]*");

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x7F-\\x9F\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

  private CheckYaml() {}

  /** A text in double quotes. */
  static String quoted(String text) {
    return UNPRINTABLE
        .matcher(TextNode.valueOf(text).toString())
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04X", (int) found.group().charAt(0)));
  }

  /**
   * A text after a key or a dash: in quotes when it is one line, else as a block.
   *
   * @param indent of the lines of the block
   */
  static String value(String text, int indent) {
    String plain = text.replace("\r\n", "\n").strip();
    return plain.contains("\n")
            && BLOCK.matcher(plain).matches()
            && !UNPRINTABLE.matcher(plain).find()
        ? "|\n" + indented(plain, indent)
        : quoted(plain);
  }

  /** The lines that are not blank, each behind so many blanks. */
  private static String indented(String text, int indent) {
    StringBuilder lines = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      lines.append(line.isBlank() ? "" : " ".repeat(indent) + line).append('\n');
    }
    return lines.toString().stripTrailing();
  }

  /** A line that is told to people only. */
  static String comment(String text) {
    return "# " + text.replaceAll("[\\p{Cntrl}\\x7F-\\x9F\\u2028\\u2029\\uFEFF]", " ");
  }
}
