package dev.ropewalk.patience;

import java.time.Duration;

/**
 * How long this program waits for what an idle machine does in a moment, before it takes it for
 * broken. At a load of 16 on two processors all takes ten to thirty times as long, so that nothing
 * of this kind may be shorter; who waits is told, or can end it.
 */
public final class Patience {
  /** For a process, a shell or a private engine to start, to do one small thing, or to end. */
  public static final Duration BUSY_MACHINE = Duration.ofSeconds(60);

  private Patience() {}
}
