package dev.ropewalk.grade;

import dev.ropewalk.shell.LearnerShell;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What was typed inside a container is in no record. A line that waits for it is told again and
 * again that nothing more comes, as by Ctrl-D, so that a shell inside ends.
 */
final class EndOfInput implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String CTRL_D = "\u0004";

  /** With the keyboard, by {@code -i} or one of the commands that attach. */
  private static final Pattern INTERACTIVE =
      Pattern.compile(
          "\\bdocker\\b.*(\\s(-[A-Za-z]*i[A-Za-z]*|--interactive)(\\s|$)|\\battach\\b)");

  private final Thread typing;

  private EndOfInput(Thread typing) {
    this.typing = typing;
  }

  /**
   * Until it is closed.
   *
   * @param line that is about to be typed
   */
  static EndOfInput of(String line, LearnerShell shell) {
    Thread typing =
        Thread.ofPlatform().daemon().name("end of input").unstarted(() -> typeInto(shell));
    if (INTERACTIVE.matcher(line).find()) {
      typing.start();
    }
    return new EndOfInput(typing);
  }

  private static void typeInto(LearnerShell shell) {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        shell.type(CTRL_D);
      }
    } catch (InterruptedException e) {
      // The line has ended.
    }
  }

  @Override
  public void close() {
    typing.interrupt();
  }
}
