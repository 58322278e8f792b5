package dev.ropewalk.grade;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.environment.EngineReset;
import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.environment.PresentEnvironment;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.patience.Patience;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.sandbox.TrustLevel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Places on one engine that somebody has named, one after the other: it is reset in between, and at
 * the end. The lines are typed on this machine. For one thread.
 */
public final class NamedEnginePlaces implements Places {
  private static final Duration PATIENCE = Patience.BUSY_MACHINE.multipliedBy(5);

  private final Supplier<? extends Engine> connect;
  private final RecordedLines.Start recorder;
  private final Engine engine;
  private final EngineReset reset;

  /**
   * @param connect connects to it
   * @param recorder starts one for it
   * @param variables by which the docker command reaches it
   * @throws dev.ropewalk.sandbox.SandboxProblem when there is something on it
   * @throws EngineProblem when it does not answer
   */
  public NamedEnginePlaces(
      Supplier<? extends Engine> connect,
      RecordedLines.Start recorder,
      Map<String, String> variables) {
    this.connect = connect;
    this.recorder = recorder;
    this.engine = connect.get();
    try {
      this.reset = EngineReset.of(engine, variables);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  @Override
  public Place take(Lesson lesson) throws InterruptedException {
    long start = System.nanoTime();
    reset.run();
    for (String image : lesson.needs().images()) {
      if (engine.image(image).isEmpty()) {
        fetch(image);
      }
    }
    RehearsalPlace place =
        new RehearsalPlace(
            PresentEnvironment.rehearsed(connect.get()),
            recorder,
            lesson.needs().privateEngine()
                ? RehearsalPlace.Alone.THE_LESSONS
                : RehearsalPlace.Alone.ALSO_OTHERS);
    return new Place(place, Duration.ofNanos(System.nanoTime() - start));
  }

  private void fetch(String image) throws InterruptedException {
    CompletableFuture<Optional<EngineProblem>> over = new CompletableFuture<>();
    try (Engine.Fetch unused = engine.fetch(image, new End(over))) {
      Optional<EngineProblem> problem = over.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (problem.isPresent()) {
        throw new ImagesMissing(
            "the engine cannot get the image `%s`. %s".formatted(image, problem.get().sentence()));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new ImagesMissing("the image `%s` does not come to the engine".formatted(image));
    }
  }

  /** Hears the end alone. */
  private record End(CompletableFuture<Optional<EngineProblem>> over)
      implements Engine.FetchListener {
    @Override
    public void progress(long come, long whole) {
      // Nobody looks on.
    }

    @Override
    public void over(Optional<EngineProblem> problem) {
      boolean unused = over.complete(problem);
    }
  }

  @Override
  public String engine() {
    return engine.info().version();
  }

  @Override
  public String trust() {
    return TrustLevel.ENGINE.word();
  }

  /** Leaves it as it was found, if it can be reached. */
  @Override
  public void close() {
    try (engine) {
      reset.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (EngineProblem | dev.ropewalk.sandbox.SandboxProblem e) {
      // Results are there; the next grading looks at the engine before it begins.
    }
  }
}
