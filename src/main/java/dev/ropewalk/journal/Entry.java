package dev.ropewalk.journal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.ropewalk.engine.EngineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of the journal: something that happened, with its moment. Entries are only ever added.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.LessonOpened.class, name = "lesson-opened"),
  @JsonSubTypes.Type(value = Entry.LessonResumed.class, name = "lesson-resumed"),
  @JsonSubTypes.Type(value = Entry.StepOpened.class, name = "step-opened"),
  @JsonSubTypes.Type(value = Entry.Ran.class, name = "ran"),
  @JsonSubTypes.Type(value = Entry.SkipBegun.class, name = "skip-begun"),
  @JsonSubTypes.Type(value = Entry.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Entry.Happened.class, name = "happened"),
  @JsonSubTypes.Type(value = Entry.Disowned.class, name = "disowned"),
  @JsonSubTypes.Type(value = Entry.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = Entry.StepDone.class, name = "step-done"),
  @JsonSubTypes.Type(value = Entry.LessonDone.class, name = "lesson-done"),
  @JsonSubTypes.Type(value = Entry.LessonReset.class, name = "lesson-reset")
})
public sealed interface Entry {
  Instant at();

  /**
   * A lesson begins afresh: nothing that happened before counts.
   *
   * @param seed what the values of the lesson's variables are chosen by; 0 in journals that have
   *     none
   */
  record LessonOpened(Instant at, String lesson, long seed) implements Entry {}

  /** The learner comes back to a lesson: what follows belongs to it. */
  record LessonResumed(Instant at, String lesson) implements Entry {}

  /** A step of the open lesson begins. */
  record StepOpened(Instant at, String lesson, String step) implements Entry {}

  /** The learner's command line ended; {@code ran} is what the shell made of it. */
  record Ran(
      Instant at,
      String line,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> ran,
      int exitCode,
      String directory)
      implements Entry {
    public Ran {
      ran = List.copyOf(ran);
    }
  }

  /**
   * The learner had ropewalk do the open step; it is skipped then, whoever brings it to its end.
   */
  record SkipBegun(Instant at) implements Entry {}

  /** The learner answered a question. */
  record Answered(Instant at, String value) implements Entry {}

  /**
   * Something happened to an object of the lesson.
   *
   * @param created whether the event is the birth of an object that belongs to the lesson from now
   *     on
   */
  record Happened(Instant at, EngineEvent event, boolean created) implements Entry {}

  /**
   * An object was taken for the lesson's and is not: somebody else created it while the learner's
   * line ran.
   *
   * @param id of the object, as its birth has it
   */
  record Disowned(Instant at, String id) implements Entry {}

  /** The checks of the open step were judged, each with its sentence. */
  record Judged(Instant at, List<Outcome> outcomes) implements Entry {
    public Judged {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * What came of one check: {@code passed}, {@code failed}, {@code unchanged} (so from the
   * beginning), {@code blocked} or {@code errored}, and what was said.
   */
  record Outcome(String check, String verdict, String says) {}

  /** The open step is done. */
  record StepDone(Instant at, String lesson, String step, How how, Map<String, String> captured)
      implements Entry {
    public StepDone {
      captured = Map.copyOf(captured);
    }
  }

  /** The open lesson is done. */
  record LessonDone(Instant at, String lesson) implements Entry {}

  /** The learner begins the lesson again; what it had made is removed. */
  record LessonReset(Instant at, String lesson) implements Entry {}

  /** Who did a step. */
  enum How {
    SOLVED,
    SKIPPED
  }
}
