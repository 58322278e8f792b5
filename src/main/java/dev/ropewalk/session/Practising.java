package dev.ropewalk.session;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.practice.Practice;
import java.time.Instant;
import java.util.Optional;

/**
 * What a session has to do with practice.
 *
 * @param practice what went wrong, folded like the progress
 * @param drills what is practised in the place of lessons; empty in a course
 */
record Practising(Practice practice, Optional<Drills> drills) {
  Practising and(Instant at, LessonId lesson, Entry entry) {
    var kind = drills.isPresent() ? Practice.Kind.DRILL : Practice.Kind.LESSON;
    return new Practising(practice.and(at, kind, lesson, entry), drills);
  }
}
