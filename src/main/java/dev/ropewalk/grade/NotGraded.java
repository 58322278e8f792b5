package dev.ropewalk.grade;

/** Trouble of ours or of the machine, for which no student is to blame. */
final class NotGraded extends Exception {
  private static final long serialVersionUID = 1;

  NotGraded(String sentence) {
    super(sentence);
  }

  NotGraded(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
