package dev.ropewalk.scorecard;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Points that are earned, to a hundredth.
 *
 * @param of how many there are to be had
 */
public record Points(double earned, double of) {
  /** Nothing to be had. */
  public static final Points NONE = new Points(0, 0);

  public Points {
    if (!(earned >= 0 && of >= 0 && earned <= of && of <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(earned + " of " + of + " points");
    }
    earned = rounded(earned);
    of = rounded(of);
  }

  /** All together. */
  public static Points sum(Stream<Points> all) {
    return all.reduce(NONE, (a, b) -> new Points(a.earned + b.earned, a.of + b.of));
  }

  /** The same share of another sum. */
  public Points scaledTo(double other) {
    return new Points(of == 0 ? 0 : earned / of * other, other);
  }

  /** What is left after a share is taken off. */
  public Points without(double percent) {
    return new Points(earned * (1 - percent / 100), of);
  }

  /** For people, for instance {@code 7.5 of 10 points}. */
  public String words() {
    return text(earned) + " of " + text(of) + (of == 1 ? " point" : " points");
  }

  /** A number without needless zeros, for instance {@code 7.5} or {@code 10}. */
  public static String text(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.2f", number).replaceFirst("0$", "");
  }

  private static double rounded(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
