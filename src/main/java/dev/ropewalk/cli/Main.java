package dev.ropewalk.cli;

import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.journal.JournalLock;
import dev.ropewalk.journal.JournalProblem;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.text.BrokenSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;

/** The entry point: the only place that knows the standard streams and ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Places places = Places.of(environment, Path.of(System.getProperty("user.home")));
    new StateFolder(places.state()).protect();
    LogFile.settings(places.log()).forEach(System::setProperty);
    Context context =
        new Context(
            environment,
            places,
            new PrintWriter(System.out, true),
            new PrintWriter(System.err, true),
            Clock.systemUTC());
    System.exit(run(context, args));
  }

  /** Runs a command and returns its exit code. */
  static int run(Context context, String... args) {
    LearnCommand learn = new LearnCommand(context, new NamespaceSandboxes());
    int code = args.length == 0 ? open(learn, context) : parse(learn, context, args);
    context.out().flush();
    context.err().flush();
    return code;
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
    return new CommandLine(new RootCommand(learn))
        .addSubcommand(learn)
        .addSubcommand(new ListCommand(context))
        .addSubcommand(new CheckCommand(context))
        .addSubcommand(new ForgetCommand(context))
        .addSubcommand(AuthorCommand.line(context))
        .setOut(context.out())
        .setErr(context.err())
        .setExecutionStrategy(Main::execute)
        .setExecutionExceptionHandler((problem, _, _) -> explain(problem, context))
        .execute(args);
  }

  /** The option of the bare command would else be passed over in silence by the one after it. */
  private static int execute(CommandLine.ParseResult parsed) {
    if (parsed.hasSubcommand() && parsed.hasMatchedOption("--course")) {
      throw new CommandLine.ParameterException(
          parsed.commandSpec().commandLine(),
          "--course stands after the command, as in: ropewalk %s --course DIR"
              .formatted(parsed.subcommand().commandSpec().name()));
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int explain(Exception problem, Context context) {
    return switch (problem) {
      case BrokenSource broken -> {
        broken.diagnostics().forEach(diagnostic -> context.err().print(diagnostic.format()));
        yield ExitCode.BROKEN_COURSE;
      }
      case EngineProblem engine -> {
        context.err().println("error: " + engine.sentence());
        yield ExitCode.NO_ENGINE;
      }
      case SandboxProblem sandbox -> {
        context.err().println("error: " + sandbox.getMessage());
        yield ExitCode.NO_ENGINE;
      }
      case ImagesMissing images -> {
        context.err().println("error: " + images.getMessage());
        yield ExitCode.NO_ENGINE;
      }
      case JournalProblem journal -> {
        context.err().println("error: " + journal.getMessage());
        context
            .err()
            .println(
                "fix: make room on that disk and let yourself write there, or name another folder with XDG_STATE_HOME");
        yield ExitCode.WRONG_USE;
      }
      case JournalLock.Held held -> {
        context.err().println("error: " + held.getMessage());
        context
            .err()
            .println(
                "fix: go on there, or leave it there with `:quit`; `ropewalk list` and `ropewalk check` work meanwhile");
        yield ExitCode.WRONG_USE;
      }
      case WrongUse use -> {
        context.err().println(use.getMessage());
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
