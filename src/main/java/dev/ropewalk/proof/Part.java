package dev.ropewalk.proof;

/**
 * Which of the mutants are tried: every {@code of}-th, from the {@code number}-th on. All parts
 * together are all mutants; what else is tried is the same in each.
 *
 * @param number from 1
 */
public record Part(int number, int of) {
  /** All mutants. */
  public static final Part ALL = new Part(1, 1);

  public Part {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("part " + number + " of " + of);
    }
  }

  boolean has(int index) {
    return index % of == number - 1;
  }
}
