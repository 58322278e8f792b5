package dev.ropewalk.shell;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.shell.BashProcess.Remembering;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the learner's command lines for real, one after the other, in one interactive bash that
 * lives from the first line to {@link #close}: directory, variables, functions, aliases, {@code $?}
 * and background jobs carry over as in any terminal. It is bash (3.2 or newer) whatever {@code
 * $SHELL} says.
 *
 * <p>On the own terminal a line has the keyboard: Ctrl-C, Ctrl-\ and Ctrl-Z reach it and not this
 * process, which is in the background until the line ends and must not read the terminal meanwhile.
 * Afterwards the terminal's attributes are as they were before.
 *
 * <p>What does not carry over: {@code $_}, {@code PIPESTATUS}, and redirections of standard input
 * by {@code exec}. Bash's history has the learner's lines, from the first one of this shell on, and
 * expands {@code !!} in them, as long as {@code set -H} holds; their history file is not touched.
 * {@code suspend} is disabled, and {@code fc} is a function.
 *
 * <p>While a line runs bash traces it for us ({@link Finished#commands}), unless the line itself is
 * about tracing or the learner traces. A {@code set -x} that hides in a function or a sourced file
 * is not seen, and its trace not shown; there {@code $-} and {@code PS4} are ours too. Children get
 * nothing of it. A loop of builtins takes some 3 microseconds longer for each command.
 *
 * <p>{@link #run} is for one thread at a time; {@link #interrupt}, {@link #type} and {@link #close}
 * may be called from others while it waits.
 */
public final class LearnerShell implements AutoCloseable {
  private static final Limits UNLIMITED = new Limits(Duration.ofNanos(Long.MAX_VALUE), 0);
  private static final Duration GRACE = Patience.OF_COURTESY;
  private static final int OUT_OF_TIME = 124;

  private final ShellSetting setting;
  private final Clock clock;
  private final Limits limits;
  private final Foreground foreground;
  private final BashStarter starter;
  private final Transcript transcript;
  private final Charset charset = LineCharset.ofThisProcess();
  private final SyntaxCheck syntax = new SyntaxCheck(charset);
  private volatile FolderName folder;
  private volatile @Nullable BashProcess current;
  private volatile Set<Long> earlierJobs = Set.of();
  private volatile boolean running;
  private volatile boolean closed;
  private List<String> commands = List.of();
  private Optional<String> value = Optional.empty();
  private List<Integer> pipe = List.of();
  private String reading = "";
  private final RefusedExit exit = new RefusedExit();
  private long lines;

  private LearnerShell(
      ShellSetting setting, Clock clock, Limits limits, Foreground foreground, Path input) {
    this.setting = setting;
    this.clock = clock;
    this.limits = limits;
    this.foreground = foreground;
    this.transcript = new Transcript(limits.outputBytes());
    this.starter = new BashStarter(setting, input, transcript);
    this.folder = FolderName.atStart(setting);
  }

  /**
   * A shell that will start bash with its first line; until then it costs nothing.
   *
   * @throws ShellProblem if the setting asks for the own terminal and there is none
   */
  public static LearnerShell of(ShellSetting setting, Clock clock) {
    return switch (setting.screen()) {
      case Screen.OwnTerminal() -> {
        var terminal = OwnForeground.ofThisProcess();
        yield new LearnerShell(setting, clock, UNLIMITED, terminal, Path.of(terminal.name()));
      }
      case Screen.Captured(var limits) ->
          new LearnerShell(setting, clock, limits, Foreground.ELSEWHERE, Launch.NOTHING);
      case Screen.PseudoTerminal(_, _, var limits) ->
          new LearnerShell(setting, clock, limits, Foreground.ELSEWHERE, Launch.NOTHING);
    };
  }

  /**
   * Runs a line and waits for it. The line may have newlines, as here-documents have; an incomplete
   * one is a syntax error with exit code 1 or 2 and bash's own message.
   *
   * @throws ShellProblem if bash cannot be started
   * @throws InterruptedException if this thread is interrupted; the line has been ended then
   * @throws IllegalStateException after {@link #close}
   */
  public Finished run(String line) throws InterruptedException {
    return run(line, LineEnvironment.NONE, PipeCodes.NOT_TOLD);
  }

  /**
   * With variables that are lent to this line, and what becomes of each member of its last pipe.
   */
  public synchronized Finished run(String line, LineEnvironment environment, PipeCodes codes)
      throws InterruptedException {
    return run(line, Remembering.YES, environment, codes);
  }

  private Finished run(
      String line, Remembering remembering, LineEnvironment environment, PipeCodes codes)
      throws InterruptedException {
    var started = clock.instant();
    var bash = living();
    long number = ++lines;
    earlierJobs = isCaptured() ? Signals.childrenOf(bash.pid()) : Set.of();
    running = true;
    foreground.lend(bash.pid());
    try {
      bash.run(
          number, exit.text(line), remembering, environment, codes, foreground.size(), charset);
      var event = bash.next(number, limits.deadline());
      if (event.isEmpty()) {
        stop(bash, number);
        return finished(line, OUT_OF_TIME, started, Finished.Ending.TIMED_OUT);
      }
      remember(bash, event.get());
      exit.after(line, event.get());
      return switch (event.get()) {
        case ShellEvent.Ready ready ->
            finished(line, ready.exitCode(), started, Finished.Ending.COMPLETED);
        case ShellEvent.Ended() ->
            finished(line, bash.exitCode(), started, Finished.Ending.SHELL_ENDED);
      };
    } catch (InterruptedException e) {
      stop(bash, number);
      throw e;
    } finally {
      foreground.reclaim();
      running = false;
    }
  }

  /**
   * Has bash expand words as it does the arguments of a command, in the same way as {@link #run}
   * runs a line. What bash does not take for words (an open quote, a bracket, an operator) is not
   * expanded, and bash says nothing about it.
   */
  public Expanded expand(String words) throws InterruptedException {
    return expand(words, LineEnvironment.NONE);
  }

  /** The same, with variables that are lent to what is substituted. */
  public synchronized Expanded expand(String words, LineEnvironment environment)
      throws InterruptedException {
    boolean areWords = syntax("words=(" + words + ")") == Syntax.WHOLE;
    var finished =
        run(
            BashScripts.keeping(areWords ? words : ""),
            Remembering.NO,
            environment,
            PipeCodes.NOT_TOLD);
    return new Expanded(finished, areWords ? value : Optional.empty());
  }

  /**
   * What bash thinks of a text, with the aliases and options of now. Nothing of it is run. Starts
   * bash if none is there.
   *
   * @throws ShellProblem if bash cannot be started
   */
  public synchronized Syntax syntax(String text) throws InterruptedException {
    living();
    return syntax.of(text, reading);
  }

  /** The learner's jobs in the background or stopped, as bash lists them; none without a bash. */
  public synchronized List<String> jobs() throws InterruptedException {
    var bash = current;
    if (bash == null || !bash.isAlive()) {
      return List.of();
    }
    run(BashScripts.KEEPING_JOBS, Remembering.NO, LineEnvironment.NONE, PipeCodes.NOT_TOLD);
    return value.map(jobs -> jobs.lines().toList()).orElse(List.of());
  }

  /**
   * What Ctrl-C does, for a captured line that runs now: SIGINT to everything that it has started
   * and to bash. Does nothing when none runs.
   */
  public void interrupt() {
    var bash = current;
    if (bash != null && running && isCaptured()) {
      Signals.toLine(bash.pid(), earlierJobs, "INT");
    }
  }

  /**
   * Types keys into the pseudo-terminal, for the line that runs now or the next one that reads; it
   * echoes them.
   *
   * @throws UnsupportedOperationException if the screen is another
   */
  public void type(String keys) {
    if (!(setting.screen() instanceof Screen.PseudoTerminal)) {
      throw new UnsupportedOperationException("only a pseudo-terminal of ours can be typed on");
    }
    var bash = current;
    if (bash != null) {
      bash.type(keys);
    }
  }

  /** Where the shell stands, as its {@code $PWD} has it; the folder may be gone. */
  public Path directory() {
    return folder.path();
  }

  /** Ends bash as a closed terminal does, by SIGHUP to it and its jobs; in some seconds at most. */
  @Override
  public void close() {
    closed = true;
    var bash = current;
    if (bash != null) {
      bash.hangUp(running ? BashProcess.Busy.LINE : BashProcess.Busy.NOTHING, GRACE);
      foreground.reclaim();
    }
  }

  /** Takes the terminal back from a line that still runs, as this process ends. Any thread may. */
  public void reclaimTerminal() {
    foreground.reclaim();
  }

  private boolean isCaptured() {
    return !(setting.screen() instanceof Screen.OwnTerminal);
  }

  private BashProcess living() throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("the shell is closed");
    }
    var bash = current;
    if (bash != null) {
      if (bash.isAlive()) {
        return bash;
      }
      bash.discard(Duration.ZERO);
    }
    try {
      bash = starter.start(folder.word());
      current = bash;
      return bash;
    } finally {
      foreground.reclaim();
    }
  }

  /** Ends a line against its will, ever more firmly. */
  private void stop(BashProcess bash, long number) throws InterruptedException {
    for (var signal : List.of("TERM", "KILL")) {
      Signals.toLine(bash.pid(), earlierJobs, signal);
      var event = bash.next(number, GRACE);
      if (event.isPresent()) {
        remember(bash, event.get());
        return;
      }
    }
    Signals.to(bash.pid(), "KILL");
    remember(bash, new ShellEvent.Ended());
  }

  private void remember(BashProcess bash, ShellEvent event) throws InterruptedException {
    commands = bash.commands(lines);
    switch (event) {
      case ShellEvent.Ready ready -> {
        value = ready.value();
        pipe = ready.pipe();
        reading = ready.reading();
        folder = folder.next(ready.directory(), bash.pid());
      }
      case ShellEvent.Ended() -> {
        value = Optional.empty();
        pipe = List.of();
        current = null;
        bash.discard(GRACE);
      }
    }
  }

  private Finished finished(String line, int code, Instant started, Finished.Ending ending) {
    var output = isCaptured() ? transcript.take() : Output.NONE;
    return new Finished(
        line, code, folder.path(), started, clock.instant(), ending, output, commands, pipe);
  }
}
