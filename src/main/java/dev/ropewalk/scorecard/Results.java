package dev.ropewalk.scorecard;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What came of grading submissions.
 *
 * @param format the version of this form
 * @param ropewalk the version that graded; empty where it is not known
 * @param course its title; may be empty
 * @param graded when the last of it was graded
 * @param rules a hash of all that decides about points: results of one hash were graded alike;
 *     empty where it is not known
 * @param shard which share of the submissions this is, for instance {@code 2/4}; empty for all
 * @param lessons that were graded, in order
 * @param submissions by id
 */
public record Results(
    int format,
    String ropewalk,
    String course,
    Instant graded,
    String rules,
    String shard,
    Setting setting,
    List<Assigned> lessons,
    List<Scorecard> submissions) {
  /** The version of this form: it grows when a reader of the old one would read something wrong. */
  public static final int FORMAT = 1;

  public Results {
    // Older results have neither.
    rules = Objects.requireNonNullElse(rules, "");
    shard = Objects.requireNonNullElse(shard, "");
    lessons = List.copyOf(lessons);
    submissions = List.copyOf(submissions);
  }

  /** The same of other submissions. */
  public Results of(List<Scorecard> others) {
    return new Results(format, ropewalk, course, graded, rules, shard, setting, lessons, others);
  }

  /**
   * Whether the points of a submission are a grade: our own trouble is none, and nor is what may be
   * handed in yet.
   */
  public boolean isGrade(Scorecard card) {
    return switch (card.status()) {
      case PASSED, FAILED, BLOCKED -> true;
      case ERRORED -> false;
      case MISSING -> setting.shows(Visible.AFTER_DUE);
    };
  }

  /** What the whole is called in a gradebook: the lesson, or the course of several. */
  public String task() {
    return lessons.size() == 1 ? lessons.getFirst().title() : course;
  }

  /** What there was to be had. */
  public double points() {
    return lessons.stream().mapToDouble(Assigned::points).sum();
  }

  /**
   * A lesson that was to be done.
   *
   * @param points its weight
   */
  public record Assigned(LessonId id, String title, double points, List<AssignedStep> steps) {
    public Assigned {
      steps = List.copyOf(steps);
    }
  }

  /** A step of it, with its weight. */
  public record AssignedStep(StepId id, String title, double points, Visible visible) {}

  /**
   * Where and by which rules all was graded.
   *
   * @param engine its version, for instance {@code 20.10.24}; empty where nothing was graded
   * @param trust the level that was declared, for instance {@code namespaces}
   * @param stops what that level stops, for people
   * @param lets what it does not stop, for people
   * @param exam whether hints and solutions were out of reach
   * @param due whether the time to hand in, with its grace, was over
   * @param published whether students may see what is visible only then
   */
  public record Setting(
      String engine,
      String trust,
      String stops,
      String lets,
      boolean exam,
      boolean due,
      boolean published) {
    /** Whether students may see by now what is visible then. */
    public boolean shows(Visible when) {
      return switch (when) {
        case ALWAYS -> true;
        case AFTER_DUE -> due || published;
        case AFTER_PUBLISHED -> published;
        case HIDDEN -> false;
      };
    }
  }
}
