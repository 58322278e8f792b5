package dev.ropewalk.practice;

import java.time.Duration;
import java.time.Instant;

/**
 * The Free Spaced Repetition Scheduler, version 6, with its published default parameters: when to
 * practise something again, so that nine times of ten it is still known. Written after the
 * description of the algorithm at
 * https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm; a test compares it
 * with what the authors' own program computes. Intervals are whole days, from 1 to 365; there are
 * no learning steps of minutes and no random spread. Pure.
 */
final class Fsrs {
  private static final double[] W = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  };

  private static final double RETENTION = 0.9;
  private static final double DECAY = -W[20];
  private static final double FACTOR = Math.pow(0.9, 1 / DECAY) - 1;
  private static final double LEAST_STABILITY = 0.001;
  private static final int EASY = 4;
  private static final int LONGEST_DAYS = 365;

  private Fsrs() {}

  /** After the first time. */
  static Memory first(Recall recall, Instant at) {
    return memory(W[recall.grade() - 1], firstDifficulty(recall.grade()), at);
  }

  /** After one more time. */
  static Memory next(Memory before, Recall recall, Instant at) {
    long days = Math.max(0, Duration.between(before.last(), at).toDays());
    double stability =
        days < 1
            ? sameDay(before.stability(), recall.grade())
            : recall == Recall.AGAIN ? forgotten(before, days) : recalled(before, recall, days);
    return memory(stability, difficulty(before.difficulty(), recall.grade()), at);
  }

  private static Memory memory(double stability, double difficulty, Instant at) {
    double stable = Math.max(LEAST_STABILITY, stability);
    double days = stable / FACTOR * (Math.pow(RETENTION, 1 / DECAY) - 1);
    return new Memory(
        stable,
        Math.clamp(difficulty, 1, 10),
        at,
        at.plus(Duration.ofDays(Math.clamp(Math.round(days), 1, LONGEST_DAYS))));
  }

  /** How likely it is still known after so many days. */
  private static double retrievability(double stability, long days) {
    return Math.pow(1 + FACTOR * days / stability, DECAY);
  }

  private static double firstDifficulty(int grade) {
    return W[4] - Math.exp(W[5] * (grade - 1)) + 1;
  }

  /** The harder it is already, the less a failure adds; and it tends to that of an easy one. */
  private static double difficulty(double before, int grade) {
    double damped = before - W[6] * (grade - 3) * (10 - before) / 9;
    return W[7] * firstDifficulty(EASY) + (1 - W[7]) * damped;
  }

  private static double sameDay(double stability, int grade) {
    double growth = Math.exp(W[17] * (grade - 3 + W[18])) * Math.pow(stability, -W[19]);
    return stability * (grade >= Recall.GOOD.grade() ? Math.max(1, growth) : growth);
  }

  private static double recalled(Memory before, Recall recall, long days) {
    double growth =
        Math.exp(W[8])
            * (11 - before.difficulty())
            * Math.pow(before.stability(), -W[9])
            * (Math.exp(W[10] * (1 - retrievability(before.stability(), days))) - 1)
            * (recall == Recall.HARD ? W[15] : 1);
    return before.stability() * (1 + growth);
  }

  private static double forgotten(Memory before, long days) {
    double left =
        W[11]
            * Math.pow(before.difficulty(), -W[12])
            * (Math.pow(before.stability() + 1, W[13]) - 1)
            * Math.exp(W[14] * (1 - retrievability(before.stability(), days)));
    return Math.min(left, before.stability() / Math.exp(W[17] * W[18]));
  }
}
