package dev.ropewalk.cli;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.session.State;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.terminal.Front;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.LineCompleter;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.PlainFront;
import dev.ropewalk.terminal.Repl;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens the course. */
@Command(name = "learn", description = "Open the course where you left it, or a lesson of it.")
final class LearnCommand implements Callable<Integer> {
  private static final Limits WITHOUT_TERMINAL = new Limits(Duration.ofMinutes(10), 1 << 20);

  private final Context context;
  @Mixin private CourseOption course = new CourseOption();

  @Parameters(index = "0", arity = "0..1", paramLabel = "LESSON", description = "A lesson, by name or number.")
  private @Nullable String lesson;

  LearnCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Course opened = context.course(course.folder());
    Optional<LessonId> id = Optional.ofNullable(lesson).map(name -> course.lesson(opened, name));
    id.ifPresent(opened::lesson);
    try (Engine engine = context.engine();
        Journal journal = Journal.open(context.places().journal())) {
      return System.console() != null && System.console().isTerminal()
          ? atTerminal(opened, id, engine, journal)
          : throughPipe(opened, id, engine, journal);
    }
  }

  private int atTerminal(Course opened, Optional<LessonId> id, Engine engine, Journal journal) throws IOException, InterruptedException {
    CommandTable commands = context.commands();
    AtomicReference<State> state = new AtomicReference<>(State.start(opened, Progress.of(journal.entries())));
    try (Terminal terminal = TerminalBuilder.builder().system(true).graphemeCluster(false).dumb(true).build();
        LearnerShell shell = LearnerShell.of(ShellSetting.interactive(here()), context.clock())) {
      var workplace = new ShellWorkplace(shell, _ -> {});
      var completer =
          new LineCompleter(commands, new EngineNames(() -> state.get().world()), () -> opened.lessons().stream().map(LessonId::slug).toList(), shell::directory);
      Repl repl = new Repl(terminal, context.environment(), workplace, completer, context.places().history());
      return session(repl, repl::work, state, id, engine, commands, journal);
    }
  }

  private int throughPipe(Course opened, Optional<LessonId> id, Engine engine, Journal journal) throws IOException, InterruptedException {
    AtomicReference<State> state = new AtomicReference<>(State.start(opened, Progress.of(journal.entries())));
    Sheet sheet = new Sheet(80, Palette.none(), Glyphs.choose(Charset.defaultCharset(), "dumb"));
    try (LearnerShell shell = LearnerShell.of(ShellSetting.captured(here(), WITHOUT_TERMINAL), context.clock())) {
      var workplace = new ShellWorkplace(shell, text -> { context.out().print(text); context.out().flush(); });
      var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      PlainFront front = new PlainFront(in, context.out(), sheet, workplace);
      return session(front, front::work, state, id, engine, context.commands(), journal);
    }
  }

  /** Works until the learner leaves. */
  private interface Work {
    void until(Consumer<Input> offer) throws InterruptedException;
  }

  private int session(Front front, Work work, AtomicReference<State> state, Optional<LessonId> id, Engine engine, CommandTable commands, Journal journal)
      throws InterruptedException {
    Instant since = context.clock().instant().plus(engine.info().clockAhead());
    AtomicReference<Consumer<Input>> queue = new AtomicReference<>(_ -> {});
    Judge judge = new Judge(engine, new LiveProbes(engine), commands);
    try (LiveStage stage = new LiveStage(front, judge, journal, input -> queue.get().accept(input))) {
      SessionLoop loop = new SessionLoop(state.get(), stage, context.clock());
      queue.set(loop::offer);
      loop.watch(state::set);
      try (Engine.Subscription unused = engine.subscribe(since, stage)) {
        Thread thread = Thread.ofPlatform().name("session").daemon().start(loop);
        loop.offer(new Input.Open(id, Optional.empty()));
        work.until(loop::offer);
        thread.join(Duration.ofSeconds(1));
      }
    }
    return ExitCode.PASSED;
  }

  private static Path here() {
    return Path.of("").toAbsolutePath();
  }
}
