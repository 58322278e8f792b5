package dev.ropewalk.play;

import dev.ropewalk.session.Input;
import java.nio.file.Path;

/** The learner's shell, as the terminal uses it. */
public interface Workplace {
  /** Runs a line with the learner's terminal, and waits for its end. */
  Input.Finished run(String line) throws InterruptedException;

  /**
   * What the shell makes of words: variables and substitutions put in, quotes taken away. What it
   * does not understand stays as it is.
   */
  Input.Expanded expand(String words) throws InterruptedException;

  /** Whether the shell would wait for more before it ran any of this. Runs nothing. */
  boolean isUnfinished(String text) throws InterruptedException;

  /** What would end with the course: jobs as the shell lists them, commands of other shells. */
  Input.Jobs jobs() throws InterruptedException;

  /** Where the shell stands. */
  Path directory();
}
