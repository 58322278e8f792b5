package dev.ropewalk.engine.docker;

/** How a transport hands over the bodies of the engine's answers. */
enum Answers {
  /** Whole, within the deadline of the call; at most {@link UnixHttpClient#MOST_BYTES}. */
  WHOLE,
  /** As they come, within the deadline of the call; of what may be large, as much as is wanted. */
  IN_PART,
  /** As they come, for as long as they come; only the head has a deadline. */
  STREAMED
}
