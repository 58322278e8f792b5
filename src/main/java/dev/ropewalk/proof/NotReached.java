package dev.ropewalk.proof;

/** A step cannot be begun; the message is what the learner reads instead. */
final class NotReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotReached(String read) {
    super(read);
  }
}
