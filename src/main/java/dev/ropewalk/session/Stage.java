package dev.ropewalk.session;

import java.time.Duration;
import java.util.List;

/**
 * Where a session's effects go. Called by the session's loop, one call at a time; nothing here may
 * wait for the learner or for the engine: what takes time is done elsewhere, and its result is
 * offered to the loop as an input.
 */
public interface Stage {
  void say(Message message);

  /** Must have the entry on the disk when it returns. */
  void record(Effect.Record record);

  void run(String line);

  void expand(String words);

  void askJobs();

  void look(Effect.Look request);

  void lay(Effect.Lay request);

  void lookAtFiles(Effect.LookAtFiles request);

  void fetch(String image);

  void stopFetch();

  void greet();

  void askMounts(String container);

  void lookInside(Effect.LookInside request);

  void recall(Effect.Recall request);

  void verify(Effect.Verify request);

  void review(Effect.Review request);

  void reply(long number, List<Message> messages);

  void wake(long round, Duration after);

  void ready(Prompt prompt);

  void reprompt(Prompt prompt);

  void quit();
}
