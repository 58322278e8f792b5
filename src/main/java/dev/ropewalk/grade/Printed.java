package dev.ropewalk.grade;

import dev.ropewalk.text.SafeText;
import java.util.stream.Collectors;

/**
 * What the lines of a replay have printed, each below its line, without anything that a terminal
 * obeys: for people who want to know why a step is not done.
 */
final class Printed {
  /** In characters. What comes after that is left out. */
  private static final int MOST = 1 << 20;

  private static final String CUT = "(the rest was left out)\n";

  private final StringBuilder text = new StringBuilder();

  void add(String line, String output) {
    if (text.length() < MOST) {
      text.append("$ ").append(harmless(line)).append(harmless(output));
      if (text.length() >= MOST) {
        text.setLength(MOST);
        text.append('\n').append(CUT);
      }
    }
  }

  private static String harmless(String lines) {
    return lines.lines().map(SafeText::of).map(it -> it + "\n").collect(Collectors.joining());
  }

  String text() {
    return text.toString();
  }
}
