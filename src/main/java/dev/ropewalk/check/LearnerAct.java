package dev.ropewalk.check;

import dev.ropewalk.engine.Exchange;
import java.util.List;
import java.util.OptionalInt;

/** Something the learner did. */
public sealed interface LearnerAct {
  /**
   * A command line that has ended.
   *
   * @param line as typed
   * @param ran the simple commands that the shell ran for it, after expansion, each quoted for a
   *     shell; empty where the shell does not tell
   * @param requests how often it asked the engine; empty where no recorder has seen it
   * @param lane that its requests came through; empty where it had none, or where that is not known
   * @param exitCode of the shell when it ended; {@link #CUT_OFF} where that is not known
   * @param pipe the exit codes of the pipe that was run last, member by member; empty where they
   *     are not known
   */
  record Line(
      String line,
      List<String> ran,
      OptionalInt requests,
      String lane,
      int exitCode,
      List<Integer> pipe)
      implements LearnerAct {
    /**
     * How the name of a lane begins that is one line's alone; those of shells lead all of theirs.
     */
    public static final String OWN_LANE = "line ";

    /** In place of an exit code: ropewalk was ended while the line ran. */
    public static final int CUT_OFF = -1;

    public Line {
      ran = List.copyOf(ran);
      pipe = List.copyOf(pipe);
    }

    /** A line that was running when ropewalk was ended, and had done something by then. */
    public static Line cutOff(String line) {
      return new Line(line, List.of(), CUT_OFF);
    }

    /** A line of whose pipe nothing is known. */
    public Line(String line, List<String> ran, OptionalInt requests, String lane, int exitCode) {
      this(line, ran, requests, lane, exitCode, List.of());
    }

    /** A line that was not recorded. */
    public Line(String line, List<String> ran, int exitCode) {
      this(line, ran, OptionalInt.empty(), "", exitCode);
    }

    /** A line of which the lane is not known. */
    public Line(String line, List<String> ran, OptionalInt requests, int exitCode) {
      this(line, ran, requests, "", exitCode);
    }

    /** Whether it is known to have run in a shell of the learner's own, not at the prompt. */
    public boolean isInOwnShell() {
      return !lane.isEmpty() && !lane.startsWith(OWN_LANE);
    }

    /** What is known best of what was run: the expanded commands, else the line itself. */
    public String script() {
      return switch (ran.size()) {
        case 0 -> line;
        case 1 -> ran.getFirst();
        default -> String.join("\n", ran);
      };
    }
  }

  /** The learner's command asked the engine for something, and was answered. */
  record Request(Exchange exchange) implements LearnerAct {}

  /** The learner had ropewalk do the step. */
  record Skip() implements LearnerAct {}

  /** An answer to a question, after the learner's shell has expanded it. */
  record Answer(String value) implements LearnerAct {}
}
