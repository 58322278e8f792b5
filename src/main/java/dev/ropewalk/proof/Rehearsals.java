package dev.ropewalk.proof;

/** Where rehearsals take place. Safe for use by several threads. */
public interface Rehearsals {
  /** Begins one. */
  Rehearsal begin() throws InterruptedException;

  /** How many may go on at once: lessons use fixed names, so that one engine serves only one. */
  int most();
}
