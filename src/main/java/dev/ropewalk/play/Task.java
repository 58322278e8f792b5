package dev.ropewalk.play;

import dev.ropewalk.session.Prompt;

/** What the thread that owns the terminal does next. */
public sealed interface Task {
  /** Read a line from the learner. */
  record Read(Prompt prompt) implements Task {}

  /** Run a line in the learner's shell. */
  record Run(String line) implements Task {}

  /** Let the learner's shell expand words. */
  record Expand(String words) implements Task {}

  /** Ask the learner's shell what runs in it. */
  record Jobs() implements Task {}

  /** Leave. */
  record Leave() implements Task {}
}
