package dev.ropewalk.verify;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.Engine;
import java.util.List;

/** Looks on while a judge asks, and may keep the answers. Called by several threads. */
public interface Witness {
  /** Keeps nothing. */
  Witness NOBODY =
      (_, _, engine, probes) ->
          new Round() {
            @Override
            public Engine engine() {
              return engine;
            }

            @Override
            public Probes probes() {
              return probes;
            }

            @Override
            public void over(List<Verdict> verdicts) {
              // Nobody has looked on.
            }
          };

  /**
   * A round of judging begins.
   *
   * @param about whose checks they are, such as the name of a step: two of them may have equal
   *     checks; empty where nobody says
   * @param engine that is judged
   * @param probes of it
   */
  Round begin(String about, List<Check> checks, Engine engine, Probes probes);

  /** One round. */
  interface Round {
    /** What is asked in the engine's place. */
    Engine engine();

    /** What is asked in the probes' place. */
    Probes probes();

    /** The round is over. */
    void over(List<Verdict> verdicts);
  }
}
