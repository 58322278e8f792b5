package dev.ropewalk.cli;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PresentEnvironment;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.meeting.Answer;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.practice.Practice;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.session.Drills;
import dev.ropewalk.session.Manner;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.shell.DeathSignals;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.LineCharset;
import dev.ropewalk.shell.LostLauncher;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.LineCompleter;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.PlainFront;
import dev.ropewalk.terminal.Repl;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.terminal.SystemTerminal;
import dev.ropewalk.terminal.WordNames;
import dev.ropewalk.verify.Judge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the course. */
@Command(name = "learn", description = "Open the course where you left it, or a lesson of it.")
final class LearnCommand implements Callable<Integer> {
  private final Context context;
  private final Sandboxes sandboxes;
  private final CourseSitting sitting;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private LessonOption lesson = new LessonOption();
  @Mixin private ScriptsOption scripts = new ScriptsOption();

  @Option(
      names = "--private",
      description =
          "Use an engine of its own, empty but for the images; it ends with the session, with all"
              + " that was made there. On Linux, as root.")
  private boolean onPrivateEngine;

  @Option(
      names = "--direct",
      description =
          "Let commands talk to the engine without the recorder between them; then only the words"
              + " of a command and the engine's events tell what it did.")
  private boolean direct;

  @Option(
      names = "--no-pause",
      description =
          "Open the next step as soon as one is done, without waiting for Enter; ROPEWALK_PAUSE=no does"
              + " the same.")
  private boolean noPause;

  private Optional<Drills> drills = Optional.empty();

  LearnCommand(Context context, Sandboxes sandboxes) {
    this.context = context;
    this.sandboxes = sandboxes;
    this.sitting = new CourseSitting(context);
  }

  @Override
  public Integer call() throws Exception {
    return open(course);
  }

  /** Practises these steps of the course that is named. */
  int practise(CourseOption option, Drills these) throws Exception {
    drills = Optional.of(these);
    return open(option);
  }

  /** Opens the course that is named; without one, the usual one. */
  int open(CourseOption option) throws Exception {
    Leftovers.sweep(sandboxes);
    Course opened = context.course(option);
    Optional<LessonId> id = lesson.in(opened, course);
    if (!onPrivateEngine) {
      try (LearnerEnvironment environment =
          PresentEnvironment.own(context.engine(), where -> scripts.scripts(context, where))) {
        return on(environment, opened, context.courseId(option), id);
      }
    }
    requireSandboxes();
    List<LessonId> ids = id.map(List::of).orElseGet(opened::lessons);
    List<String> images =
        ids.stream().flatMap(i -> opened.lesson(i).needs().images().stream()).distinct().toList();
    try (var engines =
            new PrivateEngines(sandboxes, Context::privateEngine, PresentDocker.registry());
        LearnerEnvironment environment = engines.start(images)) {
      return on(environment, opened, context.courseId(option), id);
    }
  }

  private int on(
      LearnerEnvironment environment, Course opened, CourseId known, Optional<LessonId> id)
      throws IOException, InterruptedException {
    CourseId course = drills.isPresent() ? Practice.drillsOf(known) : known;
    Requirements.of(opened).checkEngine(environment.engine().info());
    return sitting.with(
        environment,
        course,
        id,
        journal ->
            System.console() != null
                ? atTerminal(opened, id, environment, journal)
                : throughPipe(opened, id, environment, journal));
  }

  private void requireSandboxes() {
    List<String> missing = sandboxes.missing();
    if (!missing.isEmpty()) {
      throw new WrongUse("an engine of its own is not possible here", String.join("\n  ", missing));
    }
  }

  private int atTerminal(
      Course opened, Optional<LessonId> id, LearnerEnvironment environment, SittingJournal journal)
      throws IOException, InterruptedException {
    CommandTable commands = context.commands();
    SessionLoop loop = sitting.loop(opened, journal, manner(), drills);
    try (RecordedLines lines = recorded(environment, loop);
        Terminal terminal = SystemTerminal.open(LineCharset.ofThisProcess());
        LearnerEnvironment.Home home = environment.home();
        LearnerShell shell =
            LearnerShell.of(home.shell(new Screen.OwnTerminal()), context.clock())) {
      var names = new EngineNames(() -> loop.state().world());
      var completer =
          new LineCompleter(
              commands,
              names,
              () -> opened.lessons().stream().map(LessonId::slug).toList(),
              shell::directory);
      Repl repl =
          new Repl(
              terminal,
              context.environment(),
              new ShellWorkplace(shell, commands, lines, _ -> {}),
              completer,
              StateFolder.own(context.places().history()));
      DeathSignals.handle(
          code -> {
            shell.reclaimTerminal();
            System.exit(code);
          });
      LostLauncher.handle(
          () -> {
            shell.close();
            System.exit(ExitCode.HUNG_UP);
          });
      Judge judge = sitting.judge(environment, commands, shell);
      sitting.play(
          loop,
          repl,
          () -> repl.work(loop::offer),
          id,
          environment.engine(),
          judge,
          journal,
          home,
          desk());
    }
    return ExitCode.PASSED;
  }

  /** Without anybody who reads, nothing waits; who has read it all before may say so. */
  private Manner manner() {
    boolean steady = noPause || "no".equals(context.environment().get("ROPEWALK_PAUSE"));
    return steady ? Manner.STEADY : Manner.PROMPT;
  }

  private int throughPipe(
      Course opened, Optional<LessonId> id, LearnerEnvironment environment, SittingJournal journal)
      throws InterruptedException {
    SessionLoop loop = sitting.loop(opened, journal, Manner.STEADY, drills);
    Sheet sheet = new Sheet(80, Palette.none(), Glyphs.choose(Charset.defaultCharset(), "dumb"));
    try (RecordedLines lines = recorded(environment, loop);
        LearnerEnvironment.Home home = environment.home();
        LearnerShell shell =
            LearnerShell.of(
                home.shell(new Screen.Captured(CourseSitting.CAPTURED)), context.clock())) {
      var in = new BufferedReader(new InputStreamReader(System.in, LineCharset.ofThisProcess()));
      PlainFront front =
          new PlainFront(
              in,
              context.out(),
              sheet,
              new ShellWorkplace(shell, context.commands(), lines, this::show));
      Judge judge = sitting.judge(environment, context.commands(), shell);
      sitting.play(
          loop,
          front,
          () -> front.work(loop::offer),
          id,
          environment.engine(),
          judge,
          journal,
          home,
          desk());
    }
    return ExitCode.PASSED;
  }

  private RecordedLines recorded(LearnerEnvironment environment, SessionLoop loop) {
    return direct ? RecordedLines.none() : sitting.recorded(environment, loop);
  }

  private void show(String output) {
    context.out().print(output);
    context.out().flush();
  }

  private CourseSitting.Desk desk() {
    return stage ->
        new MeetingDesk(
            stage,
            WordNames.BESIDE_PROMPT,
            request ->
                Answer.refusal(
                    "error: the running course has a prompt of its own, and takes no `%s`\n  fix: leave it with `:quit`, and open `ropewalk watch` in its place\n"
                        .formatted(request.word())));
  }
}
