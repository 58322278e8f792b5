package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.WorldChange;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a session tells the learner; how it looks is the terminal's affair. */
public sealed interface Message {
  /**
   * The learner is here for the first time.
   *
   * @param course its title; may be empty
   * @param lessons how many it has
   * @param time how long a beginner works on all of them; zero where nobody says
   */
  record Welcome(String course, int lessons, Duration time) implements Message {}

  /**
   * A lesson opens.
   *
   * @param time how long a beginner works on it; zero where nobody says
   */
  record LessonText(Lesson lesson, Duration time) implements Message {}

  /**
   * Images of a lesson are not on the engine, and may be fetched.
   *
   * @param bytes that will come, about; 0 where nobody says
   */
  record FetchOffer(Lesson lesson, List<String> images, long bytes) implements Message {
    public FetchOffer {
      images = List.copyOf(images);
    }
  }

  /**
   * An image comes. Not worth keeping on the screen.
   *
   * @param whole bytes in all, as far as they are known yet
   */
  record Comes(String image, long come, long whole) implements Message {}

  /**
   * An image has come.
   *
   * @param bytes that had to come; 0 where all of it was there in other images
   */
  record Fetched(String image, long bytes) implements Message {}

  /**
   * A step to do.
   *
   * @param number from 1
   * @param done how many steps of the lesson are done
   */
  record StepText(Lesson lesson, Step step, int number, int done) implements Message {
    /** As it stands when the lesson is done. */
    public StepText allDone() {
      return new StepText(lesson, step, number, lesson.steps().size());
    }
  }

  /** What a command changed on the engine. */
  record Changes(List<WorldChange> changes) implements Message {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /** How the checks of the step stand. */
  record Verdicts(List<Line> lines, Detail detail) implements Message {
    public Verdicts {
      lines = List.copyOf(lines);
    }

    /** The checks of a step with the verdicts of a round. */
    static List<Line> lines(Step step, List<Verdict> verdicts) {
      return IntStream.range(0, verdicts.size())
          .mapToObj(i -> line(step.checks().get(i), verdicts.get(i)))
          .toList();
    }

    static Line line(Check check, Verdict verdict) {
      return new Line(check.sentence(), verdict);
    }

    /** One check. */
    public record Line(String sentence, Verdict verdict) {}

    /** How much is said of why. */
    public enum Detail {
      /** No reason, for nothing has been tried yet: the task says what to do. */
      BEFORE_A_TRY,
      /** Only the first reason that the learner can act on. */
      FIRST_REASON,
      /** Every reason. */
      ALL_REASONS
    }
  }

  /**
   * The answer takes a while; the wait ends by itself, or by Ctrl-C. Not worth keeping on the
   * screen after that.
   *
   * @param sentence of the check that is waited for, or what else is
   */
  record Waiting(String sentence) implements Message {}

  /** The step is done. */
  record StepDone(Step step, int number, int count) implements Message {}

  /**
   * The step before this one is done, and the learner may go on or try more.
   *
   * @param number of the step that comes, from 1
   */
  record Paused(int number, int count) implements Message {}

  /**
   * The lesson is done.
   *
   * @param done how many lessons of the course are
   * @param lessons how many it has
   * @param left how long a beginner works on the rest; zero where nobody says
   */
  record LessonDone(Lesson lesson, Optional<LessonId> next, int done, int lessons, Duration left)
      implements Message {}

  /**
   * What the learner can type now that the step is not done.
   *
   * @param hint the number of the next hint, from 1; 0 where none is left
   * @param hints how many there are
   */
  record Keys(int hint, int hints) implements Message {}

  /** One rung of the ladder of hints, from 1. */
  record Hint(String text, int number, int count) implements Message {}

  /** How the step can be done. */
  record Solution(Script script) implements Message {}

  /** A command line that ropewalk types for the learner. */
  record Typing(String line) implements Message {}

  /** What keeps a lesson from opening, each with its remedy. */
  record Door(Lesson lesson, List<Obstacle> obstacles) implements Message {
    public Door {
      obstacles = List.copyOf(obstacles);
    }
  }

  /** What {@code :reset} would remove. */
  record ResetPlan(List<Belonging> belongings) implements Message {
    public ResetPlan {
      belongings = List.copyOf(belongings);
    }
  }

  /**
   * What would be run to set the stage.
   *
   * @param why what it is for
   */
  record StagePlan(String why, List<String> lines) implements Message {
    public StagePlan {
      lines = List.copyOf(lines);
    }
  }

  /** A sentence or two. */
  record Note(String text) implements Message {}

  /** One sentence or two beside what the learner did, which need not be read. */
  record Aside(String text) implements Message {}

  /**
   * What is open still after a look, in one line that need not be read.
   *
   * @param sentence of the check
   * @param reason why it does not hold, and what to do where that may be told
   */
  record StillOpen(String sentence, String reason) implements Message {
    /** The line. */
    public String text() {
      return Phrases.notYet(sentence, reason);
    }
  }

  /** Something does not work; one line. */
  record Trouble(String text) implements Message {}

  /** The words of ropewalk. */
  record Help(List<Word> words) implements Message {
    public Help {
      words = List.copyOf(words);
    }
  }

  /**
   * The lessons of the course.
   *
   * @param next the lesson with which the course goes on; empty when all are done
   */
  record Contents(List<Row> rows, Optional<LessonId> next) implements Message {
    public Contents {
      rows = List.copyOf(rows);
    }

    /**
     * One lesson.
     *
     * @param module the title of its module; empty in a course without modules
     * @param time how long a beginner works on it; zero where nobody says
     * @param done how many of its steps are done
     */
    public record Row(
        LessonId id,
        String title,
        String module,
        Duration time,
        int done,
        int count,
        Standing standing) {}

    /** How far the learner is with a lesson. */
    public enum Standing {
      NEW,
      OPEN,
      FINISHED
    }
  }

  /** A container beside its host, or why it cannot be looked into. */
  record Inside(InsideAnswer answer) implements Message {}

  /** Everything on the engine. */
  record State(World world) implements Message {}
}
