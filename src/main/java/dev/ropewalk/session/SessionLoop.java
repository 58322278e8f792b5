package dev.ropewalk.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a session: one queue, one consumer. Everybody may {@link #offer}; {@link #run} is for one
 * thread, and returns when the session ends or its thread is interrupted.
 */
public final class SessionLoop {
  private final BlockingQueue<Input> queue = new LinkedBlockingQueue<>();
  private final Clock clock;
  private volatile State state;
  private volatile @Nullable RuntimeException failure;

  public SessionLoop(State state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Adds an input to the queue. */
  public void offer(Input input) {
    queue.add(input);
  }

  /** Where the session stands. May be asked by any thread. */
  public State state() {
    return state;
  }

  /** Why the session ended before its time. May be asked by any thread once the stage has quit. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Takes inputs and brings their effects to a stage, until the session ends. Where that fails (the
   * disk is full and the journal cannot be written) the stage is told to quit: nobody would answer
   * the learner any more. What failed is then {@link #failure}.
   */
  public void run(Stage stage) {
    try {
      boolean going = true;
      while (going) {
        Session.Next next = Session.next(state, queue.take(), clock.instant());
        state = next.state();
        for (Effect effect : engineFirst(next.effects())) {
          carryOut(effect, stage);
          going &= !(effect instanceof Effect.Quit);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = failure(e);
      stage.quit();
    }
  }

  /**
   * A look is begun before the journal is written, whose lines come before it: the engine takes as
   * long to answer. What it answers is taken up only after all effects, so nothing changes places.
   */
  private static List<Effect> engineFirst(List<Effect> effects) {
    List<Effect> ordered = new ArrayList<>();
    int afterOthers = 0;
    for (Effect effect : effects) {
      if (effect instanceof Effect.Look) {
        ordered.add(afterOthers, effect);
      } else {
        ordered.add(effect);
      }
      if (!(effect instanceof Effect.Record)) {
        afterOthers = ordered.size();
      }
    }
    return ordered;
  }

  /** As what it is thrown on: an error, too, such as memory that is full, is to be reported. */
  static RuntimeException failure(Throwable cause) {
    return cause instanceof RuntimeException known
        ? known
        : new IllegalStateException("the session broke: " + cause, cause);
  }

  private static void carryOut(Effect effect, Stage stage) {
    switch (effect) {
      case Effect.Say(var message) -> stage.say(message);
      case Effect.Record record -> stage.record(record);
      case Effect.Run(var line) -> stage.run(line);
      case Effect.Expand(var words) -> stage.expand(words);
      case Effect.AskJobs() -> stage.askJobs();
      case Effect.Look look -> stage.look(look);
      case Effect.Lay lay -> stage.lay(lay);
      case Effect.LookAtFiles request -> stage.lookAtFiles(request);
      case Effect.Fetch(var image) -> stage.fetch(image);
      case Effect.StopFetch() -> stage.stopFetch();
      case Effect.Greet() -> stage.greet();
      case Effect.AskMounts(var container) -> stage.askMounts(container);
      case Effect.LookInside request -> stage.lookInside(request);
      case Effect.Recall request -> stage.recall(request);
      case Effect.Verify request -> stage.verify(request);
      case Effect.Review request -> stage.review(request);
      case Effect.Reply(var number, var messages) -> stage.reply(number, messages);
      case Effect.Wake(var round, var after) -> stage.wake(round, after);
      case Effect.Ready(var prompt) -> stage.ready(prompt);
      case Effect.Reprompt(var prompt) -> stage.reprompt(prompt);
      case Effect.Quit() -> stage.quit();
    }
  }
}
