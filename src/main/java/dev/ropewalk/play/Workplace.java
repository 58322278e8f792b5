package dev.ropewalk.play;

import dev.ropewalk.session.Input;
import java.nio.file.Path;

/** The learner's shell, as the terminal uses it. */
public interface Workplace {
  /** Runs a line with the learner's terminal, and waits for its end. */
  Input.Finished run(String line) throws InterruptedException;

  /** What the shell makes of words: variables and substitutions put in, quotes taken away. */
  Input.Expanded expand(String words) throws InterruptedException;

  /** Where the shell stands. */
  Path directory();
}
