package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whose turn it is. */
sealed interface Phase {
  /** The learner's. */
  record AtPrompt(Jobs jobs) implements Phase {
    AtPrompt() {
      this(Jobs.UNTOLD);
    }
  }

  /** The learner wants to leave, and the shell tells what runs in it. */
  record Leaving() implements Phase {}

  /** Whether the learner has just been told what would end with the course. */
  enum Jobs {
    UNTOLD,
    TOLD
  }

  /** A command line is running. */
  record Running(By by) implements Phase {}

  /** The shell is expanding an answer. */
  record Expanding() implements Phase {}

  /** The engine is being looked at, and then something is done. */
  record Looking(Then then) implements Phase {}

  /** What a lesson brings along is being laid, and then it opens. */
  record Laying(Lesson lesson, Optional<Errand> errand) implements Phase {}

  /** The step is set up, and the lesson's files are being looked at before it is the learner's. */
  record Noting() implements Phase {}

  /** The engine is as it was when the step began, and the lesson's files are being laid again. */
  record BringingBack(Errand errand) implements Phase {}

  /** A container is being looked into, for the learner to see. */
  record LookingInside() implements Phase {}

  /**
   * The images of a lesson are being fetched, the first of these now.
   *
   * @param come bytes of it that have come
   */
  record Fetching(List<String> images, long come) implements Phase {
    public Fetching {
      images = List.copyOf(images);
    }
  }

  /**
   * The step is being judged.
   *
   * @param since when that began
   * @param notice whether the learner has been told
   */
  record Judging(Asked asked, Instant since, Notice notice) implements Phase {}

  /** Whether the learner knows what is waited for. */
  enum Notice {
    NOT_YET,
    GIVEN
  }

  /**
   * A step begins, and is judged once before the learner can do anything.
   *
   * @param errand what ropewalk then does
   */
  record Beginning(Optional<Errand> errand) implements Phase {}

  /** The engine is asked what happened after ropewalk was killed. */
  record Recalling(Optional<Errand> errand) implements Phase {}

  /** The learner is asked whether this may be done. */
  record Confirming(Proposal proposal) implements Phase {}

  /** What the learner is asked about. */
  sealed interface Proposal {
    /** To remove what the lesson has made, and to begin it again. */
    record Reset(List<Belonging> belongings) implements Proposal {
      public Reset {
        belongings = List.copyOf(belongings);
      }
    }

    /** To fetch the images of the lesson that waits at its door. */
    record Fetch(List<String> images) implements Proposal {
      public Fetch {
        images = List.copyOf(images);
      }
    }

    /** To remove what a lesson has left. */
    record ClearUp(List<Belonging> belongings) implements Proposal {
      public ClearUp {
        belongings = List.copyOf(belongings);
      }
    }

    /** To take back what the last line did. */
    record Undo(List<String> lines) implements Proposal {
      public Undo {
        lines = List.copyOf(lines);
      }
    }

    /** To set the stage for an errand. */
    record SetStage(Errand errand, StageSetting.Plan plan) implements Proposal {}
  }

  /** Who typed a line. */
  enum By {
    LEARNER,
    SOLUTION,
    RESET,
    STAGE,
    /** The lesson, to set up a step before the learner sees it. */
    SETUP,
    /** Ropewalk, to come to the lesson's working folder. */
    WAY,
    /** To take back what the learner's last line did. */
    UNDO,
    /** To clear up what a lesson has left. */
    CLEAR;

    /** Whether ropewalk puts things away or back with it, and nothing of that counts as done. */
    boolean cleans() {
      return this == RESET || this == STAGE || this == UNDO || this == CLEAR;
    }
  }

  /** Why a step is judged, and so how much is said. */
  enum Asked {
    /** A command of docker ended, or changed something. */
    BY_COMMAND,
    /** A command ended that only looks: what is missing still is told in one line. */
    BY_LOOK,
    /** A command ended that has nothing to do with docker: only good news is told. */
    IN_PASSING,
    /** Ropewalk was killed before it could be judged; if it is not done, the stage is offered. */
    AFTER_KILL,
    /** The learner asked. */
    BY_CHECK,
    /** The learner asked for every reason. */
    BY_WHY;

    /** Whether a line of the learner has just ended. */
    boolean afterLine() {
      return this == BY_COMMAND || this == BY_LOOK || this == IN_PASSING || this == AFTER_KILL;
    }

    /** Why, where there is one more reason: that for which more is said. */
    Asked and(Asked other) {
      return this == IN_PASSING || this == BY_LOOK && other != IN_PASSING ? other : this;
    }
  }

  /** What the engine is looked at for. */
  sealed interface Then {
    /**
     * To draw what changed and to judge the step.
     *
     * @param looks how often it has been looked for this
     */
    record Judge(Asked asked, int looks) implements Then {
      Judge(Asked asked) {
        this(asked, 1);
      }
    }

    /** To open a lesson, if it can be, and then to do an errand. */
    record Enter(Lesson lesson, Optional<Errand> errand) implements Then {}

    /** To plan how the stage is set. */
    record PlanStage(Errand errand) implements Then {}

    /** To offer that the stage is set, if it is not. */
    record OfferStage(Errand errand) implements Then {}

    /** To plan how the lesson is done again up to a step. */
    record PlanRebuild(Errand errand) implements Then {}

    /** To see what the setup of a step has made. */
    record SetUp() implements Then {}

    /** To see whether the stage is set. */
    record StageSet(Errand errand) implements Then {}

    /** To close a step that is done, with the engine as it is now. */
    record Close(Step step, List<Verdict> verdicts) implements Then {
      public Close {
        verdicts = List.copyOf(verdicts);
      }
    }

    /** To see what an outage has left. */
    record AfterOutage() implements Then {}

    /** To list what a reset would remove. */
    record PlanReset() implements Then {}

    /** To list what would take the last line back. */
    record PlanUndo() implements Then {}

    /** To draw it. */
    record Show() implements Then {}
  }
}
