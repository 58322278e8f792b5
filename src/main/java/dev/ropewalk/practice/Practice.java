package dev.ropewalk.practice;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a course that went wrong once, with what is known of each: folded from the journal,
 * from lessons and drills alike.
 *
 * @param memories of the steps that are practised
 * @param trials of the runs that are open
 */
public record Practice(Map<Drill, Memory> memories, Map<Run, Trial> trials) {
  /** Nothing went wrong yet. */
  public static final Practice NONE = new Practice(Map.of(), Map.of());

  private static final String PREFIX = "practice of ";

  public Practice {
    memories = Map.copyOf(memories);
    trials = Map.copyOf(trials);
  }

  /** What a run through a lesson is for. */
  public enum Kind {
    LESSON,
    DRILL
  }

  /** A lesson, run through for one of both. */
  record Run(Kind kind, LessonId lesson) {}

  /**
   * What the drills of a course are known by in the journal: they are nobody's progress in the
   * course itself.
   */
  public static CourseId drillsOf(CourseId course) {
    return new CourseId(PREFIX + course.value());
  }

  /** The course to which this belongs, be it the course itself or its drills. */
  public static CourseId course(CourseId known) {
    return known.value().startsWith(PREFIX)
        ? new CourseId(known.value().substring(PREFIX.length()))
        : known;
  }

  /**
   * Reads a journal, all of it; without a file there is nothing in it.
   *
   * @throws dev.ropewalk.journal.JournalProblem when it cannot be read
   */
  public static Practice read(Path journal, CourseId course) {
    return of(Journal.read(journal), course);
  }

  static Practice of(List<JournalLine> lines, CourseId course) {
    CourseId drills = drillsOf(course);
    Practice practice = NONE;
    for (JournalLine line : lines) {
      CourseId of = line.sitting().course();
      if (of.equals(course) || of.equals(drills)) {
        Kind kind = of.equals(drills) ? Kind.DRILL : Kind.LESSON;
        practice = practice.and(line.at(), kind, line.lesson(), line.entry());
      }
    }
    return practice;
  }

  /** With one more entry. */
  public Practice and(Instant at, Kind kind, LessonId lesson, Entry entry) {
    Run run = new Run(kind, lesson);
    Trial trial = trials.getOrDefault(run, Trial.NEW);
    return switch (entry) {
      case Entry.LessonOpened _, Entry.LessonReset _ -> with(run, Trial.NEW);
      case Entry.DrillBegan(var step) -> with(run, trial.drills(step));
      case Entry.StepOpened _ -> with(run, trial.opened());
      case Entry.Struggled(var what) -> with(run, trial.and(what));
      case Entry.StepDone(var step, var how, _) -> {
        Practice next = with(run, trial.done(step));
        yield trial
            .recall(step, how)
            .map(recall -> next.recalled(new Drill(lesson, step), recall, at))
            .orElse(next);
      }
      default -> this;
    };
  }

  private Practice with(Run run, Trial trial) {
    Map<Run, Trial> more = new HashMap<>(trials);
    more.put(run, trial);
    return new Practice(memories, more);
  }

  /** What has never gone wrong needs no practice. */
  private Practice recalled(Drill drill, Recall recall, Instant at) {
    Optional<Memory> before = memory(drill);
    if (before.isEmpty() && recall == Recall.GOOD) {
      return this;
    }
    Map<Drill, Memory> more = new HashMap<>(memories);
    more.put(
        drill, before.map(it -> Fsrs.next(it, recall, at)).orElseGet(() -> Fsrs.first(recall, at)));
    return new Practice(more, trials);
  }

  /** The same without steps that a course has no longer. */
  public Practice in(Course course) {
    Map<Drill, Memory> there = new HashMap<>(memories);
    List<LessonId> lessons = course.lessons();
    there
        .keySet()
        .removeIf(
            drill ->
                !lessons.contains(drill.lesson())
                    || !course.outline(drill.lesson()).steps().contains(drill.step()));
    return new Practice(there, trials);
  }

  /** What is known of a step; empty where it is not practised. */
  public Optional<Memory> memory(Drill drill) {
    return Optional.ofNullable(memories.get(drill));
  }

  /** The steps that are due at a moment, the longest due first. */
  public List<Drill> due(Instant now) {
    return all().stream()
        .filter(drill -> memory(drill).filter(it -> !it.due().isAfter(now)).isPresent())
        .toList();
  }

  /** All steps that are practised, in the order in which they come due. */
  public List<Drill> all() {
    return memories.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Drill, Memory> it) -> it.getValue().due())
                .thenComparing(it -> it.getKey().toString()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** When the first of them is due; empty where none is practised. */
  public Optional<Instant> next() {
    return memories.values().stream().map(Memory::due).min(Comparator.naturalOrder());
  }
}
