package dev.ropewalk.cli;

import dev.ropewalk.meeting.Answer;
import dev.ropewalk.meeting.Request;
import dev.ropewalk.meeting.RunningCourse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks the course that runs in another terminal. Needs no engine, and waits for no prompt. */
abstract sealed class AskCommand implements Callable<Integer> {
  private final Context context;
  private final String word;

  private AskCommand(Context context, String word) {
    this.context = context;
    this.word = word;
  }

  /** What the course must know beside how the terminal looks. */
  Map<String, String> details() {
    return Map.of();
  }

  @Override
  public Integer call() {
    Map<String, String> details = new HashMap<>(Drawing.details(context.environment()));
    details.putAll(details());
    return show(context, ask(context, new Request(word, details)));
  }

  /** Shows what was answered. */
  static int show(Context context, Answer answer) {
    return switch (answer.kind()) {
      case RESULT -> {
        context.out().print(answer.text());
        yield ExitCode.PASSED;
      }
      case NOT_PASSED -> {
        context.out().print(answer.text());
        yield ExitCode.NOT_PASSED;
      }
      case REFUSAL -> {
        context.err().print(answer.text());
        yield ExitCode.WRONG_USE;
      }
    };
  }

  /**
   * Asks the running course.
   *
   * @throws WrongUse when there is none
   */
  static Answer ask(Context context, Request request) {
    try {
      return RunningCourse.find(context.places().pointer()).ask(request);
    } catch (RunningCourse.NotRunning e) {
      throw new WrongUse(
          "no course is running",
          "open one in another terminal, with `ropewalk` or `ropewalk watch`");
    }
  }

  /** Shows the step. */
  @Command(name = "step", description = "Show the open step of the course that is running.")
  static final class Step extends AskCommand {
    Step(Context context) {
      super(context, "step");
    }
  }

  /** Shows a hint. */
  @Command(name = "hint", description = "Show the next hint of the course that is running.")
  static final class Hint extends AskCommand {
    Hint(Context context) {
      super(context, "hint");
    }
  }

  /** Judges. */
  @Command(
      name = "why",
      description = "Judge the open step of the course that is running, with every reason.")
  static final class Why extends AskCommand {
    Why(Context context) {
      super(context, "why");
    }
  }

  /** Says where the course is. */
  @Command(name = "status", description = "Say where the running course is, and what it does.")
  static final class Status extends AskCommand {
    Status(Context context) {
      super(context, "status");
    }
  }

  /** Answers the question of a step. */
  @Command(
      name = "answer",
      description = "Answer the question of the open step of the course that is running.")
  static final class AnswerIt extends AskCommand {
    @Parameters(paramLabel = "VALUE", arity = "1..*", description = "The answer.")
    private List<String> words = List.of();

    private AnswerIt(Context context) {
      super(context, "answer");
    }

    /** The command for the parser: what begins with a dash is an answer like another. */
    static CommandLine line(Context context) {
      return new CommandLine(new AnswerIt(context)).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    Map<String, String> details() {
      return Map.of("value", String.join(" ", words));
    }
  }
}
