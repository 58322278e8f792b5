import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a screen of a terminal, as {@code tmux capture-pane -e} gives it on the standard input, as
 * an SVG. Usage: {@code java tools/Picture.java COLUMNS TITLE < screen > picture.svg}
 */
final class Picture {
  private static final double CELL = 8.4;
  private static final int LINE = 19;
  private static final int MARGIN = 18;
  private static final String PAPER = "#16181d";
  private static final String INK = "#d8dbe2";
  private static final String[] COLOURS = {
    "#3b4048", "#f07178", "#8fd18a", "#e6c36a", "#82aaff", "#c792ea", "#7fdbca", "#d8dbe2",
    "#7d8590", "#ff8b92", "#a9e8a3", "#ffd98a", "#9cc0ff", "#ddb0f6", "#9df0e0", "#ffffff"
  };

  /** Characters of one look, from a column on. */
  private record Run(int column, String text, String style) {}

  private String colour = INK;
  private boolean bold;
  private boolean dim;
  private boolean italic;
  private boolean underlined;

  private Picture() {}

  public static void main(String[] arguments) throws IOException {
    String screen = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    System.out.write(
        new Picture()
            .draw(screen.lines().toList(), Integer.parseInt(arguments[0]), arguments[1])
            .getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private String draw(List<String> lines, int columns, String title) {
    long width = Math.round(columns * CELL) + 2 * MARGIN;
    int height = lines.size() * LINE + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
        <title>%3$s</title>
        <rect width="%1$d" height="%2$d" rx="10" fill="%4$s"/>
        <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
        """
            .formatted(width, height, escape(title), PAPER));
    for (int row = 0; row < lines.size(); row++) {
      for (Run run : runs(lines.get(row))) {
        if (!run.text().isBlank()) {
          svg.append(
              "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" %s>%s</text>%n"
                  .formatted(
                      MARGIN + run.column() * CELL,
                      MARGIN + row * LINE + 14,
                      run.text().length() * CELL,
                      run.style(),
                      escape(run.text())));
        }
      }
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private List<Run> runs(String line) {
    List<Run> runs = new ArrayList<>();
    int column = 0;
    for (String part : line.split("(?=\u001b\\[)")) {
      int end = part.startsWith("\u001b[") ? part.indexOf('m') + 1 : 0;
      if (end > 0) {
        look(part.substring(2, end - 1));
      }
      String text = part.substring(end);
      if (!text.isEmpty()) {
        runs.add(new Run(column, text, style()));
        column += text.length();
      }
    }
    return runs;
  }

  private void look(String codes) {
    List<Integer> numbers = new ArrayList<>();
    for (String code : codes.split("[;:]", -1)) {
      numbers.add(code.isEmpty() ? 0 : Integer.parseInt(code));
    }
    for (int at = 0; at < numbers.size(); at++) {
      int code = numbers.get(at);
      switch (code) {
        case 0 -> {
          colour = INK;
          bold = dim = italic = underlined = false;
        }
        case 1 -> bold = true;
        case 2 -> dim = true;
        case 3 -> italic = true;
        case 4 -> underlined = true;
        case 22 -> bold = dim = false;
        case 23 -> italic = false;
        case 24 -> underlined = false;
        case 39 -> colour = INK;
        case 38 -> {
          boolean indexed = numbers.get(at + 1) == 5;
          colour = indexed ? indexed(numbers.get(at + 2)) : mixed(numbers.subList(at + 2, at + 5));
          at += indexed ? 2 : 4;
        }
        default -> {
          if (code >= 30 && code <= 37) {
            colour = COLOURS[code - 30];
          } else if (code >= 90 && code <= 97) {
            colour = COLOURS[code - 82];
          }
        }
      }
    }
  }

  /** The 16 colours of the terminal, the cube of 216, and 24 greys. */
  private static String indexed(int number) {
    if (number < 16) {
      return COLOURS[number];
    }
    if (number >= 232) {
      int grey = 8 + 10 * (number - 232);
      return mixed(List.of(grey, grey, grey));
    }
    int cube = number - 16;
    return mixed(List.of(step(cube / 36), step(cube / 6 % 6), step(cube % 6)));
  }

  private static int step(int level) {
    return level == 0 ? 0 : 55 + 40 * level;
  }

  private static String mixed(List<Integer> parts) {
    return "#%02x%02x%02x".formatted(parts.get(0), parts.get(1), parts.get(2));
  }

  private String style() {
    return "fill=\"%s\"%s%s%s%s"
        .formatted(
            colour,
            bold ? " font-weight=\"bold\"" : "",
            dim ? " opacity=\"0.65\"" : "",
            italic ? " font-style=\"italic\"" : "",
            underlined ? " text-decoration=\"underline\"" : "");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
