package dev.ropewalk.terminal;

import dev.ropewalk.play.Front;
import dev.ropewalk.play.Task;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Prompt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A front that does one {@link Task} after the other, on the thread that faces the learner. Tasks
 * may be given by any thread.
 */
abstract sealed class TaskFront implements Front permits Repl, PipeFront, WatchFront {
  private final Workplace workplace;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

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

  /** The next task; waits for one. */
  Task next() throws InterruptedException {
    return tasks.take();
  }

  /** Works until the session ends. */
  void untilLeft(Consumer<Input> offer) throws InterruptedException {
    while (true) {
      switch (next()) {
        case Task.Read(var prompt) -> read(prompt, offer);
        case Task.Run(var line) -> offer.accept(workplace.run(line));
        case Task.Expand(var words) -> offer.accept(workplace.expand(words));
        case Task.Jobs() -> offer.accept(new Input.Jobs(workplace.jobs()));
        case Task.Leave() -> {
          return;
        }
      }
    }
  }

  @Override
  public void run(String line) {
    tasks.add(new Task.Run(line));
  }

  @Override
  public void expand(String words) {
    tasks.add(new Task.Expand(words));
  }

  @Override
  public void askJobs() {
    tasks.add(new Task.Jobs());
  }

  @Override
  public void ready(Prompt prompt) {
    tasks.add(new Task.Read(prompt));
  }

  @Override
  public void quit() {
    tasks.add(new Task.Leave());
  }
}
