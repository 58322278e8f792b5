package dev.ropewalk.lesson;

/**
 * What the values of {@code vary} are chosen by: one and the same seed gives the same values of the
 * same file, today and in a replay.
 */
public record Seed(long value) {
  /** Nobody's: the first value of each list. Previews, proofs and checks without a session. */
  public static final Seed NONE = new Seed(0);

  /** The seed of one lesson, made from the seed of a learner. */
  public Seed of(LessonId lesson) {
    return equals(NONE) ? NONE : new Seed(mixed(lesson.slug()));
  }

  /** A choice from 0 up to a number of choices, for a name; no choice depends on another. */
  int choice(String name, int count) {
    return equals(NONE) ? 0 : (int) Long.remainderUnsigned(mixed(name), count);
  }

  /** Every bit of the result hangs on every bit of both (the finisher of SplittableRandom). */
  private long mixed(String name) {
    long z = value + name.hashCode() * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
