package dev.ropewalk.text;

import java.util.List;
import java.util.stream.Collectors;

/** A page of Markdown that is put together from paragraphs and tables. For one thread. */
public final class MarkdownPage {
  private final StringBuilder out = new StringBuilder();

  /** Adds a paragraph, a heading or a block; lines of it stay as they are. */
  public MarkdownPage paragraph(String text) {
    out.append(text.strip()).append("\n\n");
    return this;
  }

  /** Adds a block of code. */
  public MarkdownPage code(String language, String text) {
    return paragraph("```" + language + "\n" + text.stripTrailing() + "\n```");
  }

  /** Adds a table; a bar in a cell does not end it. */
  public MarkdownPage table(List<String> head, List<? extends List<String>> rows) {
    String line = "| " + String.join(" | ", head) + " |\n";
    String rule = "|" + " --- |".repeat(head.size()) + "\n";
    return paragraph(
        line + rule + rows.stream().map(MarkdownPage::row).collect(Collectors.joining("\n")));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The whole page, with a line end. */
  public String text() {
    return out.toString().stripTrailing() + "\n";
  }
}
