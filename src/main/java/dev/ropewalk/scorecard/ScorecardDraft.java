package dev.ropewalk.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard while it is written: each part is as in {@link Scorecard}, and what is not said stays
 * as it was, or is empty. For one thread.
 */
public final class ScorecardDraft {
  private String submission;
  private Scorecard.Student student = Scorecard.Student.NOBODY;
  private @Nullable Instant submitted;
  private String sha256 = "";
  private Status status = Status.PASSED;
  private Points points = Points.NONE;
  private Scorecard.Lateness late = Scorecard.Lateness.NONE;
  private long seed;
  private int attempts = 1;
  private Scorecard.Times times = Scorecard.Times.NONE;
  private List<String> notes = List.of();
  private List<LessonResult> lessons = List.of();
  private List<Scorecard.EvidenceFile> evidence = List.of();

  private ScorecardDraft(String submission) {
    this.submission = submission;
  }

  /** That of a submission of which nothing else is known. */
  public static ScorecardDraft of(String submission) {
    return new ScorecardDraft(submission);
  }

  static ScorecardDraft of(Scorecard card) {
    ScorecardDraft draft = new ScorecardDraft(card.submission());
    draft.student = card.student();
    draft.submitted = card.submitted();
    draft.sha256 = card.sha256();
    draft.status = card.status();
    draft.points = card.points();
    draft.late = card.late();
    draft.seed = card.seed();
    draft.attempts = card.attempts();
    draft.times = card.times();
    draft.notes = card.notes();
    draft.lessons = card.lessons();
    draft.evidence = card.evidence();
    return draft;
  }

  public ScorecardDraft submission(String id) {
    submission = id;
    return this;
  }

  public ScorecardDraft student(Scorecard.Student who) {
    student = who;
    return this;
  }

  public ScorecardDraft submitted(Optional<Instant> when) {
    submitted = when.orElse(null);
    return this;
  }

  public ScorecardDraft sha256(String digest) {
    sha256 = digest;
    return this;
  }

  /** What came of all lessons; how the whole stands, and its points, follow from them. */
  public ScorecardDraft graded(List<LessonResult> all) {
    return lessons(all)
        .status(Status.of(all.stream().map(LessonResult::status).toList()))
        .points(Points.sum(all.stream().map(LessonResult::points)));
  }

  public ScorecardDraft lessons(List<LessonResult> all) {
    lessons = all;
    return this;
  }

  public ScorecardDraft status(Status whole) {
    status = whole;
    return this;
  }

  public ScorecardDraft points(Points whole) {
    points = whole;
    return this;
  }

  public ScorecardDraft late(Scorecard.Lateness lateness) {
    late = lateness;
    return this;
  }

  public ScorecardDraft seed(long number) {
    seed = number;
    return this;
  }

  public ScorecardDraft attempts(int count) {
    attempts = count;
    return this;
  }

  public ScorecardDraft times(Scorecard.Times spent) {
    times = spent;
    return this;
  }

  public ScorecardDraft notes(List<String> sentences) {
    notes = sentences;
    return this;
  }

  public ScorecardDraft evidence(List<Scorecard.EvidenceFile> files) {
    evidence = files;
    return this;
  }

  /** The scorecard. */
  public Scorecard card() {
    return new Scorecard(
        submission,
        student,
        submitted,
        sha256,
        status,
        points,
        late,
        seed,
        attempts,
        times,
        notes,
        lessons,
        evidence);
  }
}
