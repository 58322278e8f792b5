package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.command.Creations;
import dev.ropewalk.command.DockerUse;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Everything that can move a session on. All of it comes through one queue. */
public sealed interface Input {
  /**
   * Someone wants to do a lesson.
   *
   * @param lesson the one to open; the one to go on with where empty
   * @param step the step to go to; where the learner left, or the first one, where empty
   */
  record Open(Optional<LessonId> lesson, Optional<StepId> step) implements Input {}

  /** The learner typed a line, a command line or a word of ropewalk. */
  record Typed(String line) implements Input {}

  /**
   * The command line that ran has ended.
   *
   * @param ran the simple commands that the shell ran for it, after expansion; empty where the
   *     shell does not tell
   * @param asked what the line asked the engine to create
   * @param use what it does with docker, as its words tell
   * @param requests how often it asked the engine, as far as a recorder has seen it; empty where
   *     its requests were not recorded
   * @param lane that they came through; empty where they were not recorded
   * @param pipe the exit codes of the pipe that was run last, member by member; empty where the
   *     shell does not tell them
   * @param shell whether it ended the learner's shell as well
   */
  record Finished(
      String line,
      List<String> ran,
      Creations asked,
      DockerUse use,
      OptionalInt requests,
      String lane,
      int exitCode,
      List<Integer> pipe,
      Path directory,
      Shell shell)
      implements Input {
    public Finished {
      ran = List.copyOf(ran);
      pipe = List.copyOf(pipe);
    }

    /** Of a line that was not recorded. */
    public Finished(
        String line,
        List<String> ran,
        Creations asked,
        DockerUse use,
        int exitCode,
        Path directory,
        Shell shell) {
      this(line, ran, asked, use, OptionalInt.empty(), "", exitCode, List.of(), directory, shell);
    }

    /** What has become of the learner's shell. */
    public enum Shell {
      LIVES,
      ENDED
    }
  }

  /**
   * A line of the learner's asked the engine for something, and has been answered. Comes before the
   * line's end, except for a job that the line has left in the background.
   */
  record Asked(Exchange exchange) implements Input {}

  /** What lines ask of the engine is not recorded from now on, and why. */
  record Unrecorded(String sentence) implements Input {}

  /**
   * The words after {@code :answer}, as the learner's shell expands them.
   *
   * @param asked what was asked of the engine on the way
   */
  record Expanded(String value, Creations asked) implements Input {}

  /**
   * What would end with the course.
   *
   * @param jobs what runs or is stopped in the shell of the course's prompt
   * @param shells those of the learner's own whose commands talk to the engine at this moment
   */
  record Jobs(List<String> jobs, List<String> shells) implements Input {
    public Jobs {
      jobs = List.copyOf(jobs);
      shells = List.copyOf(shells);
    }

    /** At a prompt, which has no shells beside it. */
    public Jobs(List<String> jobs) {
      this(jobs, List.of());
    }
  }

  /**
   * A command line begins in a shell of the learner's own.
   *
   * @param shell the name of the shell
   */
  record BeganElsewhere(String shell, String line) implements Input {}

  /**
   * A command line has ended in a shell of the learner's own.
   *
   * @param requests how often it asked the engine; empty where its requests are not recorded
   * @param pipe the exit codes of the pipe that was run last, member by member; empty where the
   *     shell does not tell them
   */
  record RanElsewhere(
      String shell,
      String line,
      OptionalInt requests,
      int exitCode,
      List<Integer> pipe,
      Path directory)
      implements Input {
    public RanElsewhere {
      pipe = List.copyOf(pipe);
    }

    /** Of a line without a pipe. */
    public RanElsewhere(
        String shell, String line, OptionalInt requests, int exitCode, Path directory) {
      this(shell, line, requests, exitCode, List.of(), directory);
    }
  }

  /** A shell of the learner's own takes part from now on. */
  record JoinedElsewhere(String shell) implements Input {}

  /** A shell of the learner's own takes part no longer. */
  record LeftElsewhere(String shell) implements Input {}

  /**
   * Something is asked from another terminal; answered by {@link Effect.Reply}.
   *
   * @param number by which the answer is known
   * @param argument what is told with it, such as the learner's answer; may be empty
   */
  record Consulted(long number, Consultation what, String argument) implements Input {}

  /** The verdicts that an {@link Effect.Review} asked for. */
  record Reviewed(long number, Consultation what, StepId step, List<Verdict> verdicts)
      implements Input {
    public Reviewed {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** The learner does not want to wait any longer. */
  record Interrupted() implements Input {}

  /** Something happened on the engine. */
  record Happened(EngineEvent event) implements Input {}

  /** The engine takes new connections. */
  record Greeted() implements Input {}

  /**
   * A running container was looked into.
   *
   * @param asker the number of the question from another terminal; empty for the learner at the
   *     course itself
   */
  record LookedInside(OptionalLong asker, InsideAnswer answer) implements Input {}

  /**
   * Which volumes a container has.
   *
   * @param container its id
   * @param volumes their names; none where it is gone, or the engine does not say
   */
  record Mounts(String container, Set<String> volumes) implements Input {
    public Mounts {
      volumes = Set.copyOf(volumes);
    }
  }

  /** The engine is lost. */
  record Lost(EngineProblem problem) implements Input {}

  /** The engine is back. */
  record Back() implements Input {}

  /** What is on the engine now, and what was asked about the machine. */
  record Looked(World world, MachineFacts machine) implements Input {}

  /**
   * So much of an image has come.
   *
   * @param come bytes
   * @param whole bytes in all, as far as they are known yet
   */
  record Comes(String image, long come, long whole) implements Input {}

  /**
   * An image is on the engine, or is not.
   *
   * @param problem the engine's reason why not; empty where it is
   */
  record Fetched(String image, Optional<String> problem) implements Input {}

  /**
   * What a lesson brings along is in its working folder, or is not.
   *
   * @param files what is there now, and where
   * @param inTheWay files of the learner's in the place of files of the lesson; where there is any,
   *     nothing was laid
   * @param kept what the learner had changed, each with the name under which it is kept
   * @param problem why it could not be done; empty where it could
   */
  record Laid(
      LaidFiles files, List<String> inTheWay, Map<String, String> kept, Optional<String> problem)
      implements Input {
    public Laid {
      inTheWay = List.copyOf(inTheWay);
      kept = Map.copyOf(kept);
    }
  }

  /**
   * Which of the lesson's files are as it has laid them, and what its checks look at.
   *
   * @param unchanged by their paths from the working folder
   * @param written the texts of files that the learner has written, by their paths from there
   */
  record FilesSeen(List<String> unchanged, Map<String, String> written) implements Input {
    /** None that matters. */
    static final FilesSeen NONE = new FilesSeen(List.of(), Map.of());

    public FilesSeen {
      unchanged = List.copyOf(unchanged);
      written = Map.copyOf(written);
    }
  }

  /**
   * What the engine remembers of the time since a line began; of all that happened, it keeps the
   * last 256 events.
   *
   * @param events oldest first
   * @param asked what the line asked the engine to create, as far as its words tell
   */
  record Recalled(List<EngineEvent> events, Creations asked) implements Input {
    public Recalled {
      events = List.copyOf(events);
    }
  }

  /** The engine could not be looked at. */
  record LookFailed(EngineProblem problem) implements Input {}

  /**
   * The verdicts of one round, in the order of the step's checks.
   *
   * @param remembered whether some of what is inside containers was remembered, not looked at
   */
  record Judged(long round, List<Verdict> verdicts, boolean remembered) implements Input {
    public Judged {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** The engine was looked at or judged and we failed, whatever was thrown: the session ends. */
  record Broken(Throwable cause) implements Input {}

  /** The time that a session asked to be woken at has come; means nothing after a later round. */
  record Tick(long round) implements Input {}
}
