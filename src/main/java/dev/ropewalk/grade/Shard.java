package dev.ropewalk.grade;

import dev.ropewalk.text.Sha256;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several shares of a class's submissions, each graded on a machine of its own. Which share
 * a submission belongs to follows from its id alone: it is the same on each machine, in each
 * version of Java, and whoever else hands in.
 *
 * @param number from 1
 * @param of how many shares there are
 */
public record Shard(int number, int of) {
  /** All submissions. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final int MOST = 10_000;
  private static final Pattern FORM = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

  public Shard {
    if (of < 1 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException(number + "/" + of + " is no share");
    }
  }

  /**
   * Reads for instance {@code 2/4}, the second of four.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(text + " is no share");
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** Whether a submission belongs to it: by the SHA-256 of its id in UTF-8, modulo the shares. */
  public boolean has(String id) {
    BigInteger hash = new BigInteger(Sha256.of(id), 16);
    return hash.mod(BigInteger.valueOf(of)).intValueExact() + 1 == number;
  }

  /** As it is written; empty for all. */
  public String text() {
    return of == 1 ? "" : number + "/" + of;
  }
}
