package dev.ropewalk.session;

import dev.ropewalk.practice.Drill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is practised in one sitting.
 *
 * @param left the drills that are not done, the open one first
 * @param count how many there are in all
 * @param until when no other one begins any more
 * @param tidied whether what earlier drills have left was removed, as far as it can be
 */
public record Drills(List<Drill> left, int count, Instant until, boolean tidied) {
  /** How long a sitting takes; a drill that has begun then goes on. */
  private static final Duration TIME = Duration.ofMinutes(5);

  public Drills {
    left = List.copyOf(left);
  }

  /** Those of a sitting that begins now. */
  public static Drills begin(List<Drill> drills, Instant now) {
    return new Drills(drills, drills.size(), now.plus(TIME), false);
  }

  Optional<Drill> first() {
    return left.stream().findFirst();
  }

  /** The number of the open one, from 1. */
  int number() {
    return count - left.size() + 1;
  }

  /** Without the open one; nothing is left when the time is over. */
  Drills next(Instant now) {
    boolean over = !now.isBefore(until);
    List<Drill> rest =
        over ? List.<Drill>of() : left.subList(Math.min(1, left.size()), left.size());
    return new Drills(rest, count, until, false);
  }

  Drills tidy() {
    return new Drills(left, count, until, true);
  }
}
