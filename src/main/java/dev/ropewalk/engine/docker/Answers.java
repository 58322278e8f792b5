package dev.ropewalk.engine.docker;

/** How a transport hands over the bodies of the engine's answers. */
enum Answers {
  /** Whole, within the deadline of the call. */
  WHOLE,
  /** As they come, for as long as they come; only the head has a deadline. */
  STREAMED
}
