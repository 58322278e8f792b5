package dev.ropewalk.library;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a course that was added, beside its folder: any change in the folder shows.
 *
 * @param commit of a git repository; empty for others
 * @param title of the course, as it was then
 * @param runs what it runs, as it was shown before it was added
 * @param contents what was added, and nothing else
 */
record Pin(
    Origin origin,
    String commit,
    String title,
    Instant added,
    List<CourseRun> runs,
    Contents contents) {
  Pin {
    runs = List.copyOf(runs);
  }
}
