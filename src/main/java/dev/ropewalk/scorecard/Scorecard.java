package dev.ropewalk.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one submission.
 *
 * @param submission its id, or the pseudonym that stands for it; unique within the results
 * @param student who handed it in; {@link Student#NOBODY} where nobody knows or may know
 * @param submitted when; null where that is not known, as where nothing was handed in
 * @param sha256 of what was handed in, in hexadecimal; empty where nothing was
 * @param points after what lateness takes off
 * @param late how late it is
 * @param seed by which the lessons' values were chosen for it
 * @param attempts how often it was graded until our own trouble was over, from 1
 * @param notes whole sentences for teacher and student: limits that stopped it, what was refused
 */
public record Scorecard(
    String submission,
    Student student,
    @Nullable Instant submitted,
    String sha256,
    Status status,
    Points points,
    Lateness late,
    long seed,
    int attempts,
    Times times,
    List<String> notes,
    List<LessonResult> lessons,
    List<EvidenceFile> evidence) {
  public Scorecard {
    notes = List.copyOf(notes);
    lessons = List.copyOf(lessons);
    evidence = List.copyOf(evidence);
  }

  /** The same, to be changed. */
  public ScorecardDraft draft() {
    return ScorecardDraft.of(this);
  }

  /**
   * What a learning platform knows the student by: as the roster says, else as it was handed in.
   */
  public String id() {
    return student.id().isEmpty() ? submission : student.id();
  }

  /**
   * Who is graded; each part may be empty.
   *
   * @param id what the roster or the learning platform knows them by
   */
  public record Student(String id, String name, String email) {
    public static final Student NOBODY = new Student("", "", "");
  }

  /**
   * How late it was handed in.
   *
   * @param percent that is taken off the points
   */
  public record Lateness(long seconds, double percent) {
    public static final Lateness NONE = new Lateness(0, 0);

    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** To whole days that have begun, so that it does not tell the moment. */
    public Lateness inDays() {
      return new Lateness((seconds + DAY - 1) / DAY * DAY, percent);
    }

    /** What people are told of it. */
    public String words() {
      return "It was handed in %s late: %s percent are taken off."
          .formatted(
              seconds < 2 * DAY ? count(seconds / 3600.0, "hour") : count(seconds / DAY, "day"),
              Points.text(percent));
    }

    private static String count(double number, String unit) {
      String digits = Points.text(number);
      return digits + " " + unit + (digits.equals("1") ? "" : "s");
    }
  }

  /**
   * Where the time went, in milliseconds.
   *
   * @param commands while the student's own commands ran
   * @param ours while ropewalk started the engine, looked and judged
   * @param processor of the machine that was graded on; zeros in results that were written without
   */
  public record Times(long commands, long ours, Processor processor) {
    public static final Times NONE = new Times(0, 0, Processor.NONE);

    public Times {
      processor = processor == null ? Processor.NONE : processor;
    }
  }

  /**
   * What the submission's own machine, the engine included, has used of the processors, in
   * milliseconds: unlike the time that passes, it is nearly the same whatever else they do. Zeros
   * where nobody counts it, as on an engine that was named. What ropewalk itself uses is not in it.
   *
   * @param commands while the student's own commands ran
   * @param ours at all other times
   */
  public record Processor(long commands, long ours) {
    public static final Processor NONE = new Processor(0, 0);
  }

  /**
   * A file that the result stands on.
   *
   * @param path from the folder of the results, with {@code /}
   * @param sha256 in hexadecimal
   */
  public record EvidenceFile(String path, long bytes, String sha256) {}
}
