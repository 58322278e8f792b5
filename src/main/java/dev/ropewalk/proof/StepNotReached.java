package dev.ropewalk.proof;

/** A step cannot be begun; the message is what the learner reads instead. */
final class StepNotReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  StepNotReached(String read) {
    super(read);
  }
}
