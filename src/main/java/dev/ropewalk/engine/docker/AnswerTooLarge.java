package dev.ropewalk.engine.docker;

import java.io.IOException;

/** An answer of the engine that would fill our memory. */
final class AnswerTooLarge extends IOException {
  private static final long serialVersionUID = 1;

  AnswerTooLarge(int most) {
    super("the answer is larger than " + (most >> 20) + " MiB");
  }
}
