package dev.ropewalk.terminal;

import java.nio.charset.Charset;
import java.util.List;

/**
 * The signs that drawings are made of. Each takes one column, but for the marks of checks, which
 * take two in ASCII; the marks are of one width in each variant.
 *
 * @param bullets of lists, the outermost first
 * @param rule a piece of a line across
 * @param heavyRule the same, to be noticed
 * @param bar the left edge of a note
 * @param fold begins the rest of a line of code that was too long
 * @param filled a piece of progress that is done
 * @param empty a piece of progress to come
 */
public record Glyphs(
    String passed,
    String failed,
    String waiting,
    String errored,
    String task,
    String arrow,
    List<String> bullets,
    String rule,
    String heavyRule,
    String bar,
    String fold,
    String ellipsis,
    String running,
    String stopped,
    String created,
    String paused,
    String dead,
    String filled,
    String empty) {
  public static final Glyphs UNICODE =
      new Glyphs(
          "✓",
          "✗",
          "◌",
          "?",
          "▸",
          "→",
          List.of("•", "◦", "▪"),
          "─",
          "━",
          "▌",
          "↪",
          "…",
          "●",
          "○",
          "◌",
          "◐",
          "✗",
          "■",
          "□");

  public static final Glyphs ASCII =
      new Glyphs(
          "ok",
          "!!",
          "..",
          "??",
          "=>",
          "->",
          List.of("*", "-", "+"),
          "-",
          "=",
          "|",
          ">",
          "...",
          "*",
          "o",
          ".",
          "=",
          "x",
          "#",
          ".");

  public Glyphs {
    bullets = List.copyOf(bullets);
  }

  /**
   * The variant that the terminal can show. The Linux console speaks UTF-8 but its font has few of
   * these signs.
   *
   * @param terminalType the value of {@code TERM}
   */
  public static Glyphs choose(Charset charset, String terminalType) {
    boolean poor = terminalType.equals("dumb") || terminalType.equals("linux");
    return !poor && charset.canEncode() && charset.newEncoder().canEncode(UNICODE.passed)
        ? UNICODE
        : ASCII;
  }

  /** The bullet of a list inside {@code depth} others. */
  String bullet(int depth) {
    return bullets.get(depth % bullets.size());
  }

  /** Writes a text of somebody else's with the signs of this variant: quotes, dashes, arrows. */
  String adapt(String text) {
    if (!equals(ASCII) || text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(ascii(c)));
    return out.toString();
  }

  private static String ascii(int codePoint) {
    return switch (codePoint) {
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      case '–', '—', '‑' -> "-";
      case '…' -> "...";
      case '→' -> "->";
      case '←' -> "<-";
      case '•', '·' -> "*";
      case '×' -> "x";
      case '✓' -> "ok";
      default -> Character.toString(codePoint);
    };
  }
}
