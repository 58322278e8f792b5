package dev.ropewalk.session;

/** What can be asked of a running course from another terminal, whatever its own one does. */
public enum Consultation {
  /** The step that is open. */
  STEP,
  /** The next hint. */
  HINT,
  /** How the step stands now, with every reason. */
  WHY,
  /** Where the course is, and what it does. */
  STATUS
}
