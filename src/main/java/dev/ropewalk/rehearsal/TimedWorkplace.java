package dev.ropewalk.rehearsal;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import java.nio.file.Path;
import java.time.Duration;

/** A workplace that knows how long its lines have taken. For one thread. */
final class TimedWorkplace implements Workplace {
  private final Workplace workplace;
  private long nanos;

  TimedWorkplace(Workplace workplace) {
    this.workplace = workplace;
  }

  Duration took() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public Input.Finished run(String line) throws InterruptedException {
    long start = System.nanoTime();
    try {
      return workplace.run(line);
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  @Override
  public Input.Expanded expand(String words) throws InterruptedException {
    long start = System.nanoTime();
    try {
      return workplace.expand(words);
    } finally {
      nanos += System.nanoTime() - start;
    }
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
