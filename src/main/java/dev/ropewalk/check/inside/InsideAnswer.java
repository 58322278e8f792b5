package dev.ropewalk.check.inside;

/** What a look into a container has found, or why there is nothing to see. */
public sealed interface InsideAnswer {
  /** It runs, and this is what is seen. */
  record Seen(InsideView view) implements InsideAnswer {}

  /** There is nothing to see: what is the matter, and what to do about it, in whole sentences. */
  record NotSeen(String says) implements InsideAnswer {}
}
