package dev.ropewalk.cli;

import java.io.Console;
import java.util.Locale;

/** A question before something is done that was shown. */
final class YesNo {
  private YesNo() {}

  /**
   * Asks at the terminal.
   *
   * @param what asks, for somebody whom nothing can be asked
   * @throws WrongUse when nobody is there to answer
   */
  static boolean ask(String what, String question) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new WrongUse(
          what + ", and nobody is there to answer", "read the list above, and add `--yes`");
    }
    String answer = console.readLine(question + " (y/n) ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
