package dev.ropewalk.rehearsal;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** A workplace that knows what its lines have cost. For one thread. */
final class TimedWorkplace implements Workplace {
  private final Workplace workplace;
  private final Supplier<Duration> processor;
  private Spent spent = Spent.NOTHING;

  /**
   * @param processor how much processor time its machine has used so far
   */
  TimedWorkplace(Workplace workplace, Supplier<Duration> processor) {
    this.workplace = workplace;
    this.processor = processor;
  }

  Spent spent() {
    return spent;
  }

  @Override
  public Input.Finished run(String line) throws InterruptedException {
    try (var unused = measuring()) {
      return workplace.run(line);
    }
  }

  @Override
  public Input.Expanded expand(String words) throws InterruptedException {
    try (var unused = measuring()) {
      return workplace.expand(words);
    }
  }

  private Measuring measuring() {
    long start = System.nanoTime();
    Duration used = processor.get();
    return () -> {
      Spent begin = new Spent(Duration.ZERO, used);
      Spent end = new Spent(Duration.ofNanos(System.nanoTime() - start), processor.get());
      spent = spent.plus(end.without(begin));
    };
  }

  private interface Measuring extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public boolean isUnfinished(String text) throws InterruptedException {
    return workplace.isUnfinished(text);
  }

  @Override
  public Input.Jobs jobs() throws InterruptedException {
    return workplace.jobs();
  }

  @Override
  public Path directory() {
    return workplace.directory();
  }
}
