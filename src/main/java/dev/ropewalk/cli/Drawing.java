package dev.ropewalk.cli;

import dev.ropewalk.meeting.Request;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How results look in a terminal, told by the terminal and drawn by whoever has the result. */
final class Drawing {
  private static final int USUAL_WIDTH = 80;
  private static final String CHARSET = "charset";
  private static final String TERMINAL = "terminal";

  private Drawing() {}

  /** What is to be known of this process's terminal. */
  static Map<String, String> details(Map<String, String> environment) {
    Map<String, String> details = new HashMap<>();
    for (String name : new String[] {"COLUMNS", "TERM", "COLORTERM", "NO_COLOR"}) {
      details.put(name, environment.getOrDefault(name, ""));
    }
    TerminalSize.columns().ifPresent(columns -> details.put("COLUMNS", columns));
    details.put(CHARSET, System.out.charset().name());
    details.put(TERMINAL, System.console() == null ? "" : "yes");
    return details;
  }

  /** The sheet for a terminal that has been told of in this way. */
  static Sheet sheet(Request request) {
    return sheet(request.details());
  }

  static Sheet sheet(Map<String, String> details) {
    String columns = details.getOrDefault("COLUMNS", "");
    int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    boolean terminal = !details.getOrDefault(TERMINAL, "").isEmpty();
    String type = details.getOrDefault("TERM", "");
    return new Sheet(
        width,
        terminal ? Palette.choose(details, 256) : Palette.none(),
        Glyphs.choose(charset(details.getOrDefault(CHARSET, "")), type.isEmpty() ? "dumb" : type));
  }

  private static Charset charset(String name) {
    return Charset.forName(name, StandardCharsets.US_ASCII);
  }
}
