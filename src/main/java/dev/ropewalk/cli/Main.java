package dev.ropewalk.cli;

import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.grade.GradingRefused;
import dev.ropewalk.journal.JournalLock;
import dev.ropewalk.journal.JournalProblem;
import dev.ropewalk.library.LibraryProblem;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.scratch.ScratchProblem;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.SafeText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;

/** The entry point: the only place that knows the standard streams and ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The libraries, too, write for machines. How this machine's people write numbers is not asked.
    Locale.setDefault(Locale.ROOT);
    Map<String, String> environment = withoutLane(System.getenv());
    Places places = Places.of(environment, Path.of(System.getProperty("user.home")));
    new StateFolder(places.state()).protect();
    LogFile.settings(StateFolder.own(places.log())).forEach(System::setProperty);
    Context context =
        new Context(
            environment,
            places,
            new PrintWriter(System.out, true),
            new PrintWriter(System.err, true),
            Clock.systemUTC());
    System.exit(run(context, args));
  }

  /**
   * In a shell that takes part in a course, {@code DOCKER_HOST} leads through the recorder of that
   * course. What we ask the engine ourselves is not the learner's.
   */
  private static Map<String, String> withoutLane(Map<String, String> environment) {
    String outer = environment.get("ROPEWALK_DOCKER_HOST");
    if (outer == null) {
      return environment;
    }
    Map<String, String> own = new HashMap<>(environment);
    own.put("DOCKER_HOST", outer);
    return own;
  }

  /** Runs a command and returns its exit code. */
  static int run(Context context, String... args) {
    LearnCommand learn = new LearnCommand(context, new NamespaceSandboxes());
    int code = reported(learn, context, args);
    context.out().flush();
    context.err().flush();
    return code;
  }

  /** Errors, too, end in a report: the parser hands on exceptions alone. */
  private static int reported(LearnCommand learn, Context context, String... args) {
    try {
      return args.length == 0 ? open(learn, context) : parse(learn, context, args);
    } catch (Error error) {
      return explain(error, context);
    }
  }

  /** The bare command, without the parser: that takes a tenth of a second to load. */
  private static int open(LearnCommand learn, Context context) {
    try {
      return learn.call();
    } catch (Exception problem) {
      return explain(problem, context);
    }
  }

  private static int parse(LearnCommand learn, Context context, String... args) {
    CommandLine line =
        new CommandLine(new RootCommand(learn))
            .addSubcommand(learn)
            .addSubcommand(new ListCommand(context))
            .addSubcommand(new PracticeCommand(context, learn))
            .addSubcommand(new CheckCommand(context))
            .addSubcommand(GradeCommand.line(context))
            .addSubcommand(new SubmitCommand(context))
            .addSubcommand(new ForgetCommand(context))
            .addSubcommand(new WatchCommand(context))
            .addSubcommand(new EnvCommand(context))
            .addSubcommand(AskCommand.AnswerIt.line(context))
            .addSubcommand(new AskCommand.Step(context))
            .addSubcommand(new AskCommand.Hint(context))
            .addSubcommand(new AskCommand.Why(context))
            .addSubcommand(new AskCommand.Status(context))
            .addSubcommand(new InsideCommand(context))
            .addSubcommand(CourseCommand.line(context))
            .addSubcommand(AuthorCommand.line(context))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(context.out())
            .setErr(context.err())
            .setExecutionStrategy(Main::execute)
            .setExecutionExceptionHandler((problem, _, _) -> explain(problem, context));
    // Set last: the commands would inherit it.
    line.getCommandSpec().usageMessage().customSynopsis(RootCommand.SYNOPSIS);
    return line.execute(args);
  }

  /** The option of the bare command would else be passed over in silence by the one after it. */
  private static int execute(CommandLine.ParseResult parsed) {
    if (parsed.hasSubcommand() && parsed.hasMatchedOption("--course")) {
      CommandLine.ParseResult last = parsed;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      throw new CommandLine.ParameterException(
          parsed.commandSpec().commandLine(), misplaced(last.commandSpec()));
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static String misplaced(CommandLine.Model.CommandSpec command) {
    return command.findOption("--course") == null
        ? "`%s` uses no course: leave out --course".formatted(command.qualifiedName())
        : "--course stands after the command, as in: %s --course DIR"
            .formatted(command.qualifiedName());
  }

  /** In these sentences names of others stand, and the engine's own words. */
  private static void say(Context context, String sentences) {
    sentences.lines().map(SafeText::of).forEach(context.err()::println);
  }

  private static int explain(Throwable problem, Context context) {
    return switch (problem) {
      case BrokenSource broken -> {
        broken.diagnostics().forEach(diagnostic -> context.err().print(diagnostic.format()));
        yield ExitCode.BROKEN_COURSE;
      }
      case EngineProblem engine -> {
        say(context, "error: " + engine.sentence());
        yield ExitCode.NO_ENGINE;
      }
      case SandboxProblem sandbox -> {
        say(context, "error: " + sandbox.getMessage());
        yield ExitCode.NO_ENGINE;
      }
      case ImagesMissing images -> {
        say(context, "error: " + images.getMessage());
        yield ExitCode.NO_ENGINE;
      }
      case JournalProblem journal -> {
        say(context, "error: " + journal.getMessage());
        context
            .err()
            .println(
                "fix: make room on that disk and let yourself write there, or name another folder with XDG_STATE_HOME");
        yield ExitCode.WRONG_USE;
      }
      case ScratchProblem scratch -> {
        say(context, "error: " + scratch.getMessage());
        context
            .err()
            .println(
                "fix: make room there, or name another folder with"
                    + " ROPEWALK_JAVA_OPTS=-Djava.io.tmpdir=DIR");
        yield ExitCode.WRONG_USE;
      }
      case GradingRefused refused -> {
        say(context, "error: " + refused.getMessage() + "\nfix: " + refused.fix());
        yield ExitCode.WRONG_USE;
      }
      case JournalLock.Held held -> {
        context.err().println("error: " + held.getMessage());
        context
            .err()
            .println(
                "fix: go on there, or leave it there (`:quit`, in `ropewalk watch` the key q); `ropewalk list` and `ropewalk check` work meanwhile");
        yield ExitCode.WRONG_USE;
      }
      case LibraryProblem library -> {
        say(context, "error: %s\n  fix: %s".formatted(library.sentence(), library.fix()));
        yield ExitCode.WRONG_USE;
      }
      case WrongUse use -> {
        say(context, String.valueOf(use.getMessage()));
        yield ExitCode.WRONG_USE;
      }
      default -> {
        context
            .err()
            .println("error: this is a bug in ropewalk; please report it with what follows");
        problem.printStackTrace(context.err());
        yield ExitCode.BUG;
      }
    };
  }
}
