package dev.ropewalk.journal;

import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The whole journal folded: each lesson of each course on each engine by itself. For one thread.
 */
final class ProgressFold {
  /** A lesson somewhere. */
  private record Key(CourseId course, LessonId lesson, EngineId engine) {
    Key on(EngineId other) {
      return new Key(course, lesson, other);
    }
  }

  /** In the order in which they were worked on last. */
  private final SequencedMap<Key, LessonFold> folds = new LinkedHashMap<>();

  private final Set<Key> finished = new LinkedHashSet<>();

  void and(JournalLine line) {
    Key key = new Key(line.sitting().course(), line.lesson(), line.sitting().engine());
    if (line.entry() instanceof Entry.LessonDone) {
      finished.add(key.on(EngineId.UNKNOWN));
    }
    if (!key.engine().equals(EngineId.PRIVATE)) {
      LessonFold fold = take(key).and(line.at(), line.entry());
      folds.putLast(key, fold);
    }
  }

  /** The first engine on which a lesson of an old journal is gone on with takes it over. */
  private LessonFold take(Key key) {
    LessonFold own = folds.get(key);
    if (own == null) {
      own = folds.remove(key.on(EngineId.UNKNOWN));
    }
    return own == null ? new LessonFold(LessonProgress.NEW) : own;
  }

  /** The fewest lines that fold to the same. */
  List<JournalLine> lines() {
    List<JournalLine> lines = new ArrayList<>();
    // What was finished on a private engine is known by nothing else.
    finished.forEach(
        key ->
            lines.add(
                new JournalLine(
                    Instant.EPOCH,
                    new Sitting(key.course(), "", EngineId.PRIVATE),
                    key.lesson(),
                    new Entry.LessonDone())));
    folds.forEach(
        (key, fold) ->
            Compaction.of(fold.progress())
                .forEach(
                    timed ->
                        lines.add(
                            new JournalLine(
                                timed.at(),
                                new Sitting(key.course(), "", key.engine()),
                                key.lesson(),
                                timed.entry()))));
    return lines;
  }

  /** What is known of a course on an engine. */
  Progress on(CourseId course, EngineId engine) {
    return view(course, key -> key.engine().equals(engine) || unclaimed(key, engine));
  }

  private boolean unclaimed(Key key, EngineId engine) {
    return key.engine().equals(EngineId.UNKNOWN)
        && !engine.equals(EngineId.PRIVATE)
        && !folds.containsKey(key.on(engine));
  }

  /** What is known of a course; of a lesson that was on several engines, on the last of them. */
  Progress anywhere(CourseId course) {
    return view(course, _ -> true);
  }

  private Progress view(CourseId course, Predicate<Key> chosen) {
    Map<LessonId, LessonProgress> lessons = new LinkedHashMap<>();
    Optional<LessonId> last = Optional.empty();
    for (Key key : folds.keySet()) {
      if (key.course().equals(course) && chosen.test(key)) {
        lessons.put(key.lesson(), folds.get(key).progress());
        last = Optional.of(key.lesson());
      }
    }
    for (Key key : finished) {
      if (key.course().equals(course)) {
        lessons.merge(
            key.lesson(), LessonProgress.NEW.finishedOnce(), (own, _) -> own.finishedOnce());
      }
    }
    return new Progress(lessons, last);
  }
}
