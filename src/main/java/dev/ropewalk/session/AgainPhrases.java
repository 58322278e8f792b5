package dev.ropewalk.session;

import java.util.Optional;

/** What is said where a lesson begins again. */
final class AgainPhrases {
  static final String NOTHING_TO_REMOVE =
      "Nothing that you made in this lesson is left, so there is nothing to remove.";
  static final String NOT_AGAIN = "The lesson goes on as it was.";

  private AgainPhrases() {}

  /** What is lost though nothing is removed. */
  static String losesSteps(int done) {
    return NOTHING_TO_REMOVE
        + (done == 1
            ? " The step that you have done would have to be done again."
            : " The %s steps that you have done would have to be done again.".formatted(done));
  }

  /** A file that has changed in this step is brought back to what it was when the step began. */
  static String keptAside(String name, String kept) {
    return "`%s` is again as it was when this step began; yours is kept as `%s`."
        .formatted(name, kept);
  }

  /** A line that removes or puts back has failed: what it was about is left to the learner. */
  static Optional<String> didNotWork(Input.Finished own) {
    return own.exitCode() == 0
        ? Optional.empty()
        : Optional.of(
            "`%s` ended with exit code %s, so what it is about is still as it was."
                .formatted(own.line(), own.exitCode()));
  }
}
