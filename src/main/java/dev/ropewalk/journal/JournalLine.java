package dev.ropewalk.journal;

import dev.ropewalk.lesson.LessonId;
import java.time.Instant;

/**
 * One line of the journal: an entry in its envelope, which says when, where and for which lesson it
 * was made. Lines are only ever added.
 *
 * @param at by our clock
 */
public record JournalLine(Instant at, Sitting sitting, LessonId lesson, Entry entry) {}
