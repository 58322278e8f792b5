package dev.ropewalk.journal;

import dev.ropewalk.lesson.LessonId;
import java.time.Instant;

/** The journal as one sitting sees it and writes it. */
public record SittingJournal(Journal journal, Sitting sitting) {
  /** How far the learner is in the sitting's course, on its engine. */
  public Progress progress() {
    return Progress.of(journal.lines(), sitting.course(), sitting.engine());
  }

  /**
   * Adds an entry and brings it to the disk.
   *
   * @throws JournalProblem when the disk refuses; the message names the file
   */
  public void append(Instant at, LessonId lesson, Entry entry) {
    journal.append(new JournalLine(at, sitting, lesson, entry));
  }
}
