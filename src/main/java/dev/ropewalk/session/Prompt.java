package dev.ropewalk.session;

/**
 * What the prompt shows.
 *
 * @param lesson the lesson's name; empty where none is open
 * @param step the number of the open step, from 1; 0 where none is open
 * @param steps how many steps the lesson has
 * @param counts whether what is done counts for that step
 * @param question whether ropewalk has asked something that is answered by yes or no
 */
public record Prompt(String lesson, int step, int steps, Question question, Counts counts) {
  /** Where what is done counts. */
  public Prompt(String lesson, int step, int steps, Question question) {
    this(lesson, step, steps, question, Counts.NOW);
  }

  /** Whether what is done counts for the step. */
  public enum Counts {
    /** It does. */
    NOW,
    /** The step before is done, and this one opens when the learner goes on. */
    WHEN_OPEN,
    /** The step is set aside. */
    NOT_ASIDE
  }

  /** Whether the next line is an answer to ropewalk. */
  public enum Question {
    NONE,
    /** Whether what is listed may be removed. */
    REMOVE,
    /** Whether the lesson is to begin again. */
    AGAIN,
    /** Whether what is listed may be run. */
    RUN,
    /** Whether images may be fetched; an empty line says yes. */
    FETCH
  }
}
