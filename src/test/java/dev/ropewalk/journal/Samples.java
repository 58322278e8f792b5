package dev.ropewalk.journal;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries and lines for tests. */
final class Samples {
  static final Instant AT = Instant.parse("2030-01-02T03:04:05.678901234Z");
  static final LessonId FIRST = new LessonId("first");
  static final EngineId ENGINE = new EngineId("ABCD:EFGH");
  static final Sitting SITTING = new Sitting(CourseId.BUILT_IN, "1-2", ENGINE);

  private Samples() {}

  static Entry.Ran ran(String line, int exitCode) {
    return new Entry.Ran(line, List.of("echo ä", "cat"), exitCode, "/home/größe");
  }

  /** A line of the lesson {@code first}. */
  static JournalLine line(Entry entry) {
    return new JournalLine(AT, SITTING, FIRST, entry);
  }

  static JournalLine line(Sitting sitting, String lesson, Entry entry) {
    return new JournalLine(AT, sitting, new LessonId(lesson), entry);
  }

  static Exchange exchange(Outcome outcome) {
    return new Exchange(
        7,
        "line 3",
        "Docker-Client/28.2.2 (linux)",
        Samples.AT,
        Duration.ofNanos(1_234_567),
        "POST",
        "/containers/create",
        Map.of("name", List.of("box")),
        409,
        "Conflict. The name \"/box\" is in use",
        List.of(outcome),
        Exchange.Ending.COMPLETE);
  }
}
