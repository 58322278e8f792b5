package dev.ropewalk.shell;

/** What bash thinks of a text before it runs any of it. */
public enum Syntax {
  /** It can be run. */
  WHOLE,
  /** It goes on: something is open at its end. */
  UNFINISHED,
  /** It can never be run, whatever follows. */
  WRONG
}
