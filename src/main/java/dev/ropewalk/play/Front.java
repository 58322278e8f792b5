package dev.ropewalk.play;

import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;

/**
 * The side of a session that faces the learner. All calls come from the session's thread, and
 * return at once.
 */
public interface Front {
  void say(Message message);

  /** Runs a line in the learner's shell, and offers its end to the session. */
  void run(String line);

  /** Has the learner's shell expand words, and offers what came out. */
  void expand(String words);

  /** Asks the learner's shell what runs in it, and offers what it says. */
  void askJobs();

  /** Gives the learner the turn. */
  void ready(Prompt prompt);

  /** Shows another prompt to a learner who has the turn. */
  void reprompt(Prompt prompt);

  void quit();
}
