package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.TypedCommands;

/** Tells which command a step asks for where the learner has run none such. */
final class MissedCommand {
  private MissedCommand() {}

  /**
   * No command was run that could have been meant for it. Before the first try nothing is given
   * away.
   *
   * @param asked the command that is asked for
   */
  static Diagnosis notRun(Scene scene, String asked) {
    if (scene.history().acts().isEmpty()) {
      return new Diagnosis(
          Progress.NOTHING_DONE, "You have not run the command that this step asks for.", "");
    }
    return new Diagnosis(
        Progress.NOTHING_DONE,
        "You have not run `%s`, which this step asks for.".formatted(asked),
        "",
        asking(asked).moves());
  }

  /** What can be typed of it. */
  private static Diagnosis asking(String asked) {
    return new Diagnosis(Progress.WRONG_OBJECT, "", "This step asks for `%s`.".formatted(asked));
  }

  /**
   * Another command was run. Who has tried is told at once which one it is.
   *
   * @param ran in backticks
   */
  static Diagnosis other(String ran, String asked) {
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "You ran %s, but this step asks for `%s`.".formatted(ran, asked),
        "",
        asking(asked).moves());
  }

  /** A docker command as it is told that it ran: by its name, or by all its words without one. */
  static Diagnosis other(TypedCommands.Typed ran, String asked) {
    String name = ran.command().name();
    if (asked.equals("docker " + name)) {
      // By its name alone it would be told to be another than itself.
      boolean flagged = ran.command().flags().containsKey("all");
      return new Diagnosis(
          Progress.WRONG_DETAIL,
          "You ran %s, which has not shown what this step asks for."
              .formatted(MismatchText.quoted(ran.text())),
          flagged || !name.equals("ps")
              ? ""
              : "`docker ps -a` lists all containers, also those that have ended.");
    }
    return other(
        name.isEmpty() ? MismatchText.quoted(ran.text()) : "`docker %s`".formatted(name), asked);
  }
}
