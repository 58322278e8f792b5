package dev.ropewalk.grade;

import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import java.time.Duration;

/**
 * What one submission may use up, beside what its sandbox lets it have.
 *
 * @param line how long one command line may run; it is ended then, as by Ctrl-C
 * @param lesson how long all lines of a lesson may take together
 * @param outputBytes how much is kept of what a line prints; the rest is thrown away
 * @param objects how many containers, networks and volumes there may be at once
 */
public record GradingLimits(Duration line, Duration lesson, int outputBytes, int objects) {
  /** Enough for any lesson. */
  public static final GradingLimits USUAL =
      new GradingLimits(Duration.ofSeconds(20), Duration.ofMinutes(3), 256 << 10, 100);

  public GradingLimits {
    if (line.compareTo(lesson) > 0 || objects < 1) {
      throw new IllegalArgumentException("a line may not take longer than its lesson");
    }
  }

  Screen screen() {
    return new Screen.PseudoTerminal(100, 40, new Limits(line, outputBytes));
  }
}
