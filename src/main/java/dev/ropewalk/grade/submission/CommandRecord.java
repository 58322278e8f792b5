package dev.ropewalk.grade.submission;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a learner typed in a lesson, made of the journal, as a file of command lines: each step with
 * its lines. What was undone, or done by ropewalk, is not in it. Values that the journal hides,
 * such as passwords, are hidden here too.
 */
public final class CommandRecord {
  private final Map<StepId, List<String>> steps = new LinkedHashMap<>();
  private Optional<StepId> open = Optional.empty();
  private Optional<StepId> rebuilding = Optional.empty();
  private boolean skipping;
  private boolean playing;
  private long seed;

  private CommandRecord() {}

  /** The record of a lesson; empty where nothing was typed in it. */
  public static Optional<String> of(List<JournalLine> journal, CourseId course, LessonId lesson) {
    CommandRecord record = new CommandRecord();
    journal.stream()
        .filter(line -> line.sitting().course().equals(course) && line.lesson().equals(lesson))
        .forEach(line -> record.and(line.entry()));
    return record.steps.isEmpty() ? Optional.empty() : Optional.of(record.text());
  }

  private void and(Entry entry) {
    switch (entry) {
      case Entry.LessonOpened(var chosen) -> {
        startAgain();
        seed = chosen;
      }
      case Entry.LessonReset _ -> startAgain();
      case Entry.StageRebuilt(var to) -> rebuilding = Optional.of(to);
      case Entry.StepOpened(var step) -> begin(step);
      case Entry.StepRetried _ -> open.ifPresent(step -> steps.put(step, new ArrayList<>()));
      case Entry.SkipBegun _ -> {
        add(":skip");
        skipping = true;
      }
      case Entry.PlayBegan _ -> playing = true;
      case Entry.PlayEnded _ -> playing = false;
      case Entry.Ran ran -> add(ran.line());
      case Entry.Answered(var value) -> add(":answer " + value);
      case Entry.LessonResumed _,
          Entry.FilesLaid _,
          Entry.StageNoted _,
          Entry.LineBegan _,
          Entry.Asked _,
          Entry.Happened _,
          Entry.Judged _,
          Entry.Struggled _,
          Entry.DrillBegan _,
          Entry.StepDone _,
          Entry.LessonDone _ -> {}
    }
  }

  private void startAgain() {
    steps.clear();
    open = Optional.empty();
    rebuilding = Optional.empty();
    skipping = false;
    playing = false;
  }

  /** A step that is opened once more is done once more, unless ropewalk only passes through. */
  private void begin(StepId step) {
    open = Optional.of(step);
    skipping = false;
    playing = false;
    if (rebuilding.isPresent() && !rebuilding.equals(open)) {
      return;
    }
    rebuilding = Optional.empty();
    steps.remove(step);
    steps.put(step, new ArrayList<>());
  }

  private void add(String line) {
    if (!skipping && !playing && rebuilding.isEmpty() && open.isPresent()) {
      steps.computeIfAbsent(open.get(), _ -> new ArrayList<>()).add(line);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    if (seed != 0) {
      text.append("# seed: ").append(seed).append('\n');
    }
    steps.forEach(
        (step, lines) -> {
          text.append("# step: ").append(step).append('\n');
          lines.forEach(line -> text.append(line).append('\n'));
        });
    return text.toString();
  }
}
