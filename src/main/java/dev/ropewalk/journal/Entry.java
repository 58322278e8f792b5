package dev.ropewalk.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.lesson.StepId;
import java.util.List;
import java.util.Map;

/** Something that happened in a lesson; {@link JournalLine} says when and in which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.LessonOpened.class, name = "lesson-opened"),
  @JsonSubTypes.Type(value = Entry.LessonResumed.class, name = "lesson-resumed"),
  @JsonSubTypes.Type(value = Entry.StepOpened.class, name = "step-opened"),
  @JsonSubTypes.Type(value = Entry.FilesLaid.class, name = "files-laid"),
  @JsonSubTypes.Type(value = Entry.StageNoted.class, name = "stage-noted"),
  @JsonSubTypes.Type(value = Entry.StepRetried.class, name = "step-retried"),
  @JsonSubTypes.Type(value = Entry.PlayBegan.class, name = "play-began"),
  @JsonSubTypes.Type(value = Entry.PlayKept.class, name = "play-kept"),
  @JsonSubTypes.Type(value = Entry.PlayEnded.class, name = "play-ended"),
  @JsonSubTypes.Type(value = Entry.StageRebuilt.class, name = "stage-rebuilt"),
  @JsonSubTypes.Type(value = Entry.LineBegan.class, name = "line-began"),
  @JsonSubTypes.Type(value = Entry.Ran.class, name = "ran"),
  @JsonSubTypes.Type(value = Entry.LineUndone.class, name = "line-undone"),
  @JsonSubTypes.Type(value = Entry.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = Entry.SkipBegun.class, name = "skip-begun"),
  @JsonSubTypes.Type(value = Entry.Struggled.class, name = "struggled"),
  @JsonSubTypes.Type(value = Entry.DrillBegan.class, name = "drill-began"),
  @JsonSubTypes.Type(value = Entry.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Entry.Happened.class, name = "happened"),
  @JsonSubTypes.Type(value = Entry.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = Entry.StepDone.class, name = "step-done"),
  @JsonSubTypes.Type(value = Entry.LessonDone.class, name = "lesson-done"),
  @JsonSubTypes.Type(value = Entry.LessonReset.class, name = "lesson-reset")
})
public sealed interface Entry {
  /**
   * Whether the learner is told of it, so that not even a loss of power may take it back. The rest
   * is brought to the disk with the next of these.
   */
  @JsonIgnore
  default boolean isAcknowledged() {
    return switch (this) {
      case Asked _,
          Happened _,
          Judged _,
          LineBegan _,
          StageNoted _,
          PlayBegan _,
          PlayKept _,
          PlayEnded _ ->
          false;
      case Struggled _, DrillBegan _ -> false;
      case LessonOpened _,
          LessonResumed _,
          StepOpened _,
          StepRetried _,
          StageRebuilt _,
          FilesLaid _,
          Ran _,
          LineUndone _,
          SkipBegun _,
          Answered _,
          StepDone _,
          LessonDone _,
          LessonReset _ ->
          true;
    };
  }

  /**
   * The lesson begins afresh: nothing that happened before counts.
   *
   * @param seed what the values of the lesson's variables are chosen by; 0 in journals that have
   *     none
   */
  record LessonOpened(long seed) implements Entry {}

  /** The learner comes back to the lesson. */
  record LessonResumed() implements Entry {}

  /** A step of the lesson begins. */
  record StepOpened(StepId step) implements Entry {}

  /** What the lesson brings along has been laid into its working folder. */
  record FilesLaid(LaidFiles files) implements Entry {}

  /**
   * What of the lesson's own is there as the open step begins; what has happened until then was
   * done to set it up.
   */
  record StageNoted(Beginning beginning) implements Entry {}

  /** The open step begins once more: what was done in it is undone, and is forgotten. */
  record StepRetried() implements Entry {}

  /** What happens from now on does not count for the open step. */
  record PlayBegan(FreePlay play) implements Entry {}

  /** What was made since {@link PlayBegan} was not put back: it stays, though it does not count. */
  record PlayKept() implements Entry {}

  /** What has happened since {@link PlayBegan} is forgotten, and what happens counts again. */
  record PlayEnded() implements Entry {}

  /**
   * The lesson's own objects are gone, and ropewalk does the steps before a step once more. Who did
   * them at first is kept.
   */
  record StageRebuilt(StepId to) implements Entry {}

  /** A command line of the learner's begins; {@link Ran} tells of its end. */
  record LineBegan(String line) implements Entry {}

  /**
   * The learner's command line ended; {@code ran} is what the shell made of it.
   *
   * @param recorded whether a recorder was there to see what it asked the engine for
   * @param requests how often it asked the engine by way of the recorder
   * @param lane that they came through; older journals do not tell it
   * @param pipe the exit codes of the pipe that was run last, member by member; empty where they
   *     are not known, as in older journals
   */
  record Ran(
      String line,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> ran,
      boolean recorded,
      int requests,
      @JsonSetter(nulls = Nulls.AS_EMPTY) String lane,
      int exitCode,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<Integer> pipe,
      String directory)
      implements Entry {
    public Ran {
      ran = List.copyOf(ran);
      pipe = List.copyOf(pipe);
    }

    /** Of a line that was not recorded. */
    public Ran(String line, List<String> ran, int exitCode, String directory) {
      this(line, ran, false, 0, "", exitCode, List.of(), directory);
    }
  }

  /**
   * The learner had ropewalk take back what the last line did on the engine, as far as it can be.
   * That the line was typed stays.
   */
  record LineUndone() implements Entry {}

  /** A line of the learner's asked the engine for something, and was answered. */
  record Asked(Exchange exchange) implements Entry {}

  /**
   * The learner had ropewalk do the open step; it is skipped then, whoever brings it to its end.
   */
  record SkipBegun() implements Entry {}

  /** Something that says how well the open step is known: what is practised hangs on it. */
  record Struggled(Struggle what) implements Entry {}

  /** What says that a step is not known well. */
  enum Struggle {
    /** A line that should have done it did not. */
    MISS,
    /** A hint was shown. */
    HINT,
    /** The solution was shown. */
    SOLUTION,
    /** The learner had ropewalk do this very step. */
    SKIP
  }

  /** The run through the lesson is for one step alone, to practise it. */
  record DrillBegan(StepId step) implements Entry {}

  /**
   * The learner answered a question.
   *
   * @param value the words, on one line; a shell may hand them over a line each
   */
  record Answered(String value) implements Entry {
    public Answered {
      value = value.strip().replaceAll("\\s+", " ");
    }
  }

  /**
   * Something happened to an object of the lesson.
   *
   * @param created whether the event is the birth of an object that belongs to the lesson from now
   *     on
   */
  record Happened(EngineEvent event, boolean created) implements Entry {}

  /** The checks of the open step were judged, each with its sentence. */
  record Judged(List<Outcome> outcomes) implements Entry {
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
  record StepDone(StepId step, How how, Map<String, String> captured) implements Entry {
    public StepDone {
      captured = Map.copyOf(captured);
    }
  }

  /** The lesson is done. */
  record LessonDone() implements Entry {}

  /** The learner begins the lesson again; what it had made is removed. */
  record LessonReset() implements Entry {}

  /** Who did a step. */
  enum How {
    SOLVED,
    SKIPPED
  }
}
