package dev.ropewalk.meeting;

/**
 * What the running course answers.
 *
 * @param text ready to be printed
 */
public record Answer(Kind kind, String text) {
  /** What the text is. */
  public enum Kind {
    /** What was asked for. */
    RESULT,
    /** The same, where something was given to be judged and did not pass. */
    NOT_PASSED,
    /** Why there is none. */
    REFUSAL
  }

  public static Answer result(String text) {
    return new Answer(Kind.RESULT, text);
  }

  public static Answer notPassed(String text) {
    return new Answer(Kind.NOT_PASSED, text);
  }

  public static Answer refusal(String text) {
    return new Answer(Kind.REFUSAL, text);
  }
}
