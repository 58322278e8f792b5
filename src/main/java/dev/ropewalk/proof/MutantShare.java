package dev.ropewalk.proof;

/**
 * Which of the mutants are tried: every {@code of}-th, from the {@code number}-th on. All parts
 * together are all mutants; what else is tried is the same in each.
 *
 * @param number from 1
 */
public record MutantShare(int number, int of) {
  /** All mutants. */
  public static final MutantShare ALL = new MutantShare(1, 1);

  public MutantShare {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("part " + number + " of " + of);
    }
  }

  boolean has(int index) {
    return index % of == number - 1;
  }
}
