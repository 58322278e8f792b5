package dev.ropewalk.session;

/**
 * What the prompt shows.
 *
 * @param lesson the lesson's name; empty where none is open
 * @param step the number of the open step, from 1; 0 where none is open
 * @param steps how many steps the lesson has
 * @param question whether ropewalk has asked something that is answered by yes or no
 */
public record Prompt(String lesson, int step, int steps, Question question) {
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
