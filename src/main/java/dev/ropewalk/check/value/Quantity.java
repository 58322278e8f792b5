package dev.ropewalk.check.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes, durations and shares of a CPU, as docker writes them. */
public final class Quantity {
  private static final Pattern BYTES =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)\\s*([kmgtKMGT]?)(?:[iI]?[bB])?");
  private static final Pattern SHARE =
      Pattern.compile("(\\d{1,4}(?:\\.\\d{1,4})?)\\s*%\\s+of\\s+(.+)");

  /** A size, or a share of one. */
  static final Pattern SIZE =
      Pattern.compile("(?:\\d{1,4}(?:\\.\\d{1,4})?\\s*%\\s+of\\s+)?" + BYTES.pattern());

  static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h)");
  static final Pattern CPUS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,9})?");
  private static final String A_SIZE = "a size such as `64m` or `1.5g`";
  private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);

  private Quantity() {}

  /**
   * Bytes of {@code 64m}, {@code 1.5g}, {@code 512}: powers of 1024, as docker counts memory. Or of
   * a share: {@code 50% of 64m}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static long bytes(String text) {
    Matcher share = SHARE.matcher(text.strip());
    BigDecimal bytes =
        share.matches()
            ? whole(share.group(2)).multiply(new BigDecimal(share.group(1))).movePointLeft(2)
            : whole(text);
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(A_SIZE);
    }
    return bytes.longValue();
  }

  private static BigDecimal whole(String text) {
    Matcher matcher = BYTES.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(A_SIZE);
    }
    int power = "kmgt".indexOf(matcher.group(2).isEmpty() ? '-' : matcher.group(2).charAt(0)) + 1;
    return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power)));
  }

  /**
   * A duration of {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a duration such as `500ms`, `5s` or `2m`");
    }
    long unit =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
    return Duration.ofMillis(
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
  }

  /**
   * Billionths of a CPU of {@code 0.5}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  static long nanoCpus(String text) {
    if (!CPUS.matcher(text.strip()).matches()) {
      throw new IllegalArgumentException("a number of CPUs such as `0.5`");
    }
    return new BigDecimal(text.strip()).multiply(NANO).longValueExact();
  }

  /** The short form of a size: {@code 64m}, {@code 22.7m}. */
  static String showBytes(long bytes) {
    double rest = bytes;
    int unit = 0;
    while (rest >= 1024 && unit < 4) {
      rest /= 1024;
      unit++;
    }
    String digits = String.format(Locale.ROOT, "%.1f", rest).replaceFirst("\\.0$", "");
    return digits + new String[] {" bytes", "k", "m", "g", "t"}[unit];
  }

  /** The short form of a duration: {@code 5s}, {@code 1500ms}. */
  public static String show(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  /** The form that docker takes: {@code 0.5}. */
  static String showCpus(long nano) {
    return BigDecimal.valueOf(nano).divide(NANO).stripTrailingZeros().toPlainString();
  }
}
