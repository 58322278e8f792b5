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

  /**
   * For an answer that may well never come, and that somebody waits for at the prompt: an engine
   * that is stopped, a command that hangs in a container. Thirty times what the slowest of these
   * takes, which is to start a process in a container.
   */
  public static final Duration AT_THE_PROMPT = Duration.ofSeconds(15);

  /**
   * For a server on a port, which has nothing to do but to say a line, and may be one that says
   * none; or for a process that is asked to end and may refuse.
   */
  public static final Duration OF_COURTESY = Duration.ofSeconds(5);

  private Patience() {}
}
