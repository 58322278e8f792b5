package dev.ropewalk.terminal;

import dev.ropewalk.play.QueuedFront;
import dev.ropewalk.play.Task;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Prompt;
import java.util.function.Consumer;

/**
 * A front that does one {@link Task} after the other, on the thread that faces the learner. Tasks
 * may be given by any thread.
 */
abstract sealed class TaskFront extends QueuedFront permits Repl, PipeFront, WatchFront {
  private final Workplace workplace;

  /**
   * @param workplace where lines run
   */
  TaskFront(Workplace workplace) {
    this.workplace = workplace;
  }

  Workplace workplace() {
    return workplace;
  }

  /** Has the learner asked for a line, and offers it. */
  abstract void read(Prompt prompt, Consumer<Input> offer) throws InterruptedException;

  /** Works until the session ends. */
  void untilLeft(Consumer<Input> offer) throws InterruptedException {
    while (true) {
      switch (next()) {
        case Task.Read(var prompt) -> read(prompt, offer);
        case Task.Run(var line) -> offer.accept(workplace.run(line));
        case Task.Expand(var words) -> offer.accept(workplace.expand(words));
        case Task.Jobs() -> offer.accept(workplace.jobs());
        case Task.Leave() -> {
          return;
        }
      }
    }
  }
}
