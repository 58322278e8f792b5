package dev.ropewalk.cli;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Secrets;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PresentEnvironment;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLock;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.play.Front;
import dev.ropewalk.play.LiveStage;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.LookedFor;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.session.State;
import dev.ropewalk.shell.DeathSignals;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.LineCharset;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.LineCompleter;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.PlainFront;
import dev.ropewalk.terminal.Repl;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.terminal.SystemTerminal;
import dev.ropewalk.verify.Judge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the course. */
@Command(name = "learn", description = "Open the course where you left it, or a lesson of it.")
final class LearnCommand implements Callable<Integer> {
  private static final Limits WITHOUT_TERMINAL = new Limits(Duration.ofMinutes(10), 1 << 20);

  private final Context context;
  private final Sandboxes sandboxes;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private ScriptsOption scripts = new ScriptsOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LESSON",
      description = "A lesson, by name or number.")
  private @Nullable String lesson;

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

  LearnCommand(Context context, Sandboxes sandboxes) {
    this.context = context;
    this.sandboxes = sandboxes;
  }

  @Override
  public Integer call() throws Exception {
    return open(course.folder());
  }

  /** Opens the course of a folder; without one, the usual one. */
  int open(Optional<Path> folder) throws Exception {
    Leftovers.sweep(sandboxes);
    Course opened = context.course(folder);
    Optional<LessonId> id = Optional.ofNullable(lesson).map(name -> course.lesson(opened, name));
    id.ifPresent(opened::lesson);
    if (!onPrivateEngine) {
      try (LearnerEnvironment environment =
          PresentEnvironment.own(context.engine(), where -> scripts.scripts(context, where))) {
        return on(environment, opened, context.courseId(folder), id);
      }
    }
    requireSandboxes();
    List<LessonId> ids = id.map(List::of).orElseGet(opened::lessons);
    List<String> images =
        ids.stream().flatMap(i -> opened.lesson(i).needs().images().stream()).distinct().toList();
    try (var engines =
            new PrivateEngines(sandboxes, Context::privateEngine, PresentDocker.registry());
        LearnerEnvironment environment = engines.start(images)) {
      return on(environment, opened, context.courseId(folder), id);
    }
  }

  private int on(
      LearnerEnvironment environment, Course opened, CourseId course, Optional<LessonId> id)
      throws IOException, InterruptedException {
    try (Journal file = Journal.open(context.places().journal());
        JournalLock unused = JournalLock.take(context.places().lock(), holder(id))) {
      var sitting = new Sitting(course, session(), engine(environment));
      var journal = new SittingJournal(file, sitting, Secrets::hide);
      int code =
          System.console() != null
              ? atTerminal(opened, id, environment, journal)
              : throughPipe(opened, id, environment, journal);
      journal.settle();
      return code;
    }
  }

  /** Who works with the journal, for somebody who finds it taken. */
  private static String holder(Optional<LessonId> lesson) {
    String terminal = "";
    try {
      Path in = Path.of("/proc/self/fd/0").toRealPath();
      terminal = in.startsWith("/dev") ? ", terminal " + in : "";
    } catch (IOException _) {
      // This system does not tell.
    }
    return "process "
        + ProcessHandle.current().pid()
        + terminal
        + lesson.map(id -> ", opened for the lesson `" + id + "`").orElse("");
  }

  /** No two processes of a machine that start in the same second have the same pid. */
  private String session() {
    return "%s-%s"
        .formatted(context.clock().instant().getEpochSecond(), ProcessHandle.current().pid());
  }

  private static EngineId engine(LearnerEnvironment environment) {
    return environment.isPrivate()
        ? EngineId.PRIVATE
        : new EngineId(environment.engine().info().id());
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
    SessionLoop loop = loop(opened, journal);
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
      Judge judge = judge(environment, commands, shell);
      play(loop, repl, () -> repl.work(loop::offer), id, environment.engine(), judge, journal);
    }
    return ExitCode.PASSED;
  }

  private int throughPipe(
      Course opened, Optional<LessonId> id, LearnerEnvironment environment, SittingJournal journal)
      throws InterruptedException {
    SessionLoop loop = loop(opened, journal);
    Sheet sheet = new Sheet(80, Palette.none(), Glyphs.choose(Charset.defaultCharset(), "dumb"));
    try (RecordedLines lines = recorded(environment, loop);
        LearnerEnvironment.Home home = environment.home();
        LearnerShell shell =
            LearnerShell.of(home.shell(new Screen.Captured(WITHOUT_TERMINAL)), context.clock())) {
      var in = new BufferedReader(new InputStreamReader(System.in, LineCharset.ofThisProcess()));
      PlainFront front =
          new PlainFront(
              in,
              context.out(),
              sheet,
              new ShellWorkplace(shell, context.commands(), lines, this::show));
      Judge judge = judge(environment, context.commands(), shell);
      play(loop, front, () -> front.work(loop::offer), id, environment.engine(), judge, journal);
    }
    return ExitCode.PASSED;
  }

  private static Judge judge(
      LearnerEnvironment environment, CommandTable commands, LearnerShell shell) {
    return new Judge(
        environment.engine(),
        environment.probes(shell::directory),
        commands,
        environment.isPrivate());
  }

  /**
   * An engine that is there for the lessons alone need not be watched: everything there is theirs.
   */
  private RecordedLines recorded(LearnerEnvironment environment, SessionLoop loop) {
    if (direct || environment.isPrivate()) {
      return RecordedLines.none();
    }
    EngineAddress engine = context.address();
    return RecordedLines.with(
        (folder, listener) -> Recorder.start(folder, engine, listener),
        () -> engine.equals(context.address()),
        () -> LookedFor.in(loop.state()),
        loop::offer);
  }

  private void show(String output) {
    context.out().print(output);
    context.out().flush();
  }

  private SessionLoop loop(Course opened, SittingJournal journal) {
    Instant now = context.clock().instant();
    Seed origin = new Seed(now.getEpochSecond() * 1_000_000_000 + now.getNano());
    return new SessionLoop(State.start(opened, journal.progress(), origin), context.clock());
  }

  /** The work of the thread that faces the learner; ends when the learner leaves. */
  private interface Work {
    void untilLeft() throws InterruptedException;
  }

  private void play(
      SessionLoop loop,
      Front front,
      Work work,
      Optional<LessonId> id,
      Engine engine,
      Judge judge,
      SittingJournal journal)
      throws InterruptedException {
    Instant since = context.clock().instant().plus(engine.info().clockAhead());
    try (LiveStage stage = new LiveStage(front, judge, journal, loop::offer);
        Engine.Subscription events = engine.subscribe(since, stage)) {
      stage.follow(events);
      Thread unusedThread =
          Thread.ofPlatform().name("session").daemon().start(() -> loop.run(stage));
      loop.offer(new Input.Open(id, Optional.empty()));
      work.untilLeft();
      if (loop.failure().isPresent()) {
        throw loop.failure().get();
      }
    }
  }
}
