package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ImageRef;

/** Says of a container that it is, or is not, the one from before, and which commands keep one. */
record AnotherContainer(Scene scene, Container container) {
  /**
   * Why it is the wrong one.
   *
   * @param isNewWanted whether a new one is asked for, and this is the one from before
   * @param actual its id, as it is shown
   * @param expected the id that is asked for, as it is shown
   */
  Diagnosis why(boolean isNewWanted, String actual, String expected) {
    return isNewWanted
        ? new CommandDiagnosis(scene).lastFailed().orElseGet(this::old)
        : told(
            "`%s` is a new container (%s), not the one from before (%s). %s"
                .formatted(
                    container.name(),
                    actual,
                    expected,
                    isOfCompose()
                        ? "`docker compose up -d` leaves alone what is as the file says; after `down`, and with `--force-recreate`, it makes all anew."
                        : "`docker stop` and `docker start` keep a container; `docker run` always makes a new container."));
  }

  private Diagnosis old() {
    return told(
        "`%s` is the container from before; this step asks for a new one of `%s`. %s"
            .formatted(
                container.name(),
                ImageRef.parse(container.image()).spoken(),
                isOfCompose()
                    ? "`docker compose up -d` makes one anew where the file says something else of it than before."
                    : "`docker run` always makes a new container."));
  }

  private static Diagnosis told(String says) {
    return new Diagnosis(Progress.WRONG_OBJECT, says, "");
  }

  private boolean isOfCompose() {
    return ComposeService.isOne(container.config().labels());
  }
}
