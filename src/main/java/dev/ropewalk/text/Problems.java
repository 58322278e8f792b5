package dev.ropewalk.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects every problem of one source, so that a parser can go on after the first. Not for several
 * threads.
 */
public final class Problems {
  /** Nobody reads more at once; the rest shows when these are mended. */
  private static final int MOST = 100;

  private final Source source;
  private final List<Diagnostic> found = new ArrayList<>();

  public Problems(Source source) {
    this.source = source;
  }

  /**
   * Notes a problem; see {@link Diagnostic} for the form of the words. After the hundredth problem
   * of a source the others are passed over.
   */
  public void add(Place place, String message, String fix) {
    add(new Diagnostic(source, place, message, fix));
  }

  /** Notes what could be better. */
  public void warn(Place place, String message, String fix) {
    add(new Diagnostic(source, place, Diagnostic.Severity.WARNING, message, fix));
  }

  private void add(Diagnostic diagnostic) {
    if (found.size() < MOST) {
      found.add(diagnostic);
    }
  }

  public Source source() {
    return source;
  }

  /** What was found, in the order of the source. */
  public List<Diagnostic> all() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Diagnostic d) -> d.place().line())
                .thenComparingInt(d -> d.place().column()))
        .toList();
  }

  /** Whether nothing was found. */
  public boolean none() {
    return found.isEmpty();
  }

  /**
   * Goes on only if nothing was found.
   *
   * @throws BrokenSource with all that was found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BrokenSource(all());
    }
  }
}
