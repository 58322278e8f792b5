package dev.ropewalk.play;

import dev.ropewalk.session.Prompt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A front that keeps what it is asked to do until whoever faces the learner takes it. It may be
 * asked by any thread.
 */
public abstract class QueuedFront implements Front {
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

  /** The next task; waits for one. */
  protected Task next() throws InterruptedException {
    return tasks.take();
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
