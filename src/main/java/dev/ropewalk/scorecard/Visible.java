package dev.ropewalk.scorecard;

import java.util.Locale;

/** When a student may see what came of a step. Teachers see all. */
public enum Visible {
  ALWAYS,
  /** Once the time to hand in, with its grace, is over; at the latest with what is published. */
  AFTER_DUE,
  /** Once the teacher has published the results. */
  AFTER_PUBLISHED,
  HIDDEN;

  /** As it is written in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
