package dev.ropewalk.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.jline.utils.AttributedString;

/**
 * Draws blocks of code: indented, so that a line can be copied. Too long ones are folded, but for a
 * command of docker's, which goes on as a shell takes it.
 */
final class CodeNodeRenderer implements NodeRenderer {
  private static final int INDENT = 4;
  private static final int TAB = 4;

  /** A blank that holds together an option and its value, or a line and its last backslash. */
  private static final Pattern HELD =
      Pattern.compile("(?<=\\s-{1,2}[\\w-]{1,30}) (?=[^-\\s])| (?=\\\\$)");

  private static final String PROMPT = "$ ";
  private static final Set<String> SESSIONS = Set.of("console", "shell-session");
  private static final Set<String> OUTPUTS = Set.of("text", "output");

  private final Sheet sheet;
  private final TerminalWriter writer;

  CodeNodeRenderer(TerminalNodeContext context) {
    sheet = context.sheet();
    writer = context.writer();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case FencedCodeBlock block -> draw(language(block), block.getLiteral());
      case IndentedCodeBlock block -> draw("", block.getLiteral());
      default -> {}
    }
  }

  private static String language(FencedCodeBlock block) {
    String info = block.getInfo() == null ? "" : block.getInfo().strip();
    return info.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
  }

  private void draw(String language, String code) {
    writer.indent(INDENT);
    for (String line : code.stripTrailing().lines().toList()) {
      AttributedString tinted = tinted(language, held(line));
      if (!OUTPUTS.contains(language) && LongCommand.is(tinted)) {
        LongCommand.continued(tinted, writer.room()).forEach(writer::line);
      } else {
        folded(tinted);
      }
    }
    writer.outdent();
  }

  private AttributedString tinted(String language, String line) {
    if (line.startsWith(PROMPT)) {
      return new Ink(sheet)
          .add(Role.DIM, PROMPT)
          .add(Role.CODE, line.substring(PROMPT.length()))
          .dry();
    }
    boolean literal = OUTPUTS.contains(language) || SESSIONS.contains(language);
    boolean comment = line.stripLeading().startsWith("#");
    return sheet.text(literal ? Role.PLAIN : comment ? Role.DIM : Role.CODE, line);
  }

  private void folded(AttributedString line) {
    AttributedString mark = sheet.text(Role.DIM, sheet.glyphs().fold() + " ");
    List<AttributedString> pieces =
        Wrap.lines(line, writer.room(), writer.room() - mark.columnLength());
    if (pieces.isEmpty()) {
      writer.line(AttributedString.EMPTY);
      return;
    }
    writer.line(pieces.getFirst());
    pieces.stream()
        .skip(1)
        .map(rest -> new Ink(sheet).add(mark).add(rest).dry())
        .forEach(writer::line);
  }

  private static String held(String line) {
    return HELD.matcher(expanded(line)).replaceAll(String.valueOf(Ink.GLUE));
  }

  private static String expanded(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        out.append(" ".repeat(TAB - out.length() % TAB));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
