package dev.ropewalk.play;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.session.Input;
import dev.ropewalk.verify.Judge;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has the engine fetch images, and tells the session how they come: often enough for a bar that
 * moves, and not for each piece.
 */
record ImageFetcher(Judge judge, Consumer<Input> offer) {
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  /** Begins with an image, and returns at once. */
  Engine.Fetch begin(String image) {
    Listener listener = new Listener(image);
    Engine.Fetch fetch = judge.fetch(image, listener);
    return () -> {
      listener.givenUp = true;
      fetch.close();
    };
  }

  private final class Listener implements Engine.FetchListener {
    private final String image;
    private volatile boolean givenUp;
    private long told = System.nanoTime() - PAUSE;
    private long come;
    private long whole;

    Listener(String image) {
      this.image = image;
    }

    @Override
    public void progress(long nowCome, long nowWhole) {
      come = nowCome;
      whole = nowWhole;
      if (System.nanoTime() - told >= PAUSE) {
        tell();
      }
    }

    private void tell() {
      told = System.nanoTime();
      hear(new Input.Comes(image, come, whole));
    }

    @Override
    public void over(Optional<EngineProblem> problem) {
      tell();
      hear(new Input.Fetched(image, problem.map(EngineProblem::sentence)));
    }

    private void hear(Input input) {
      if (!givenUp) {
        offer.accept(input);
      }
    }
  }
}
