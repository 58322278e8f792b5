package dev.ropewalk.cli;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.environment.PresentEnvironment;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.play.OwnShells;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.session.Manner;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.shell.DeathSignals;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.LineCharset;
import dev.ropewalk.shell.LostLauncher;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.terminal.BesideFront;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.PlainWatch;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.terminal.SystemTerminal;
import dev.ropewalk.terminal.WatchFront;
import dev.ropewalk.terminal.WordNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens the course beside the learner's own shells. */
@Command(
    name = "watch",
    description = "Open the course beside shells of your own (bash, zsh, fish) in other terminals.")
final class WatchCommand implements Callable<Integer> {
  private static final String LEFT =
      "You have left the course. `ropewalk` goes on from here, `ropewalk watch` as well.";

  private final Context context;
  private final CourseSitting sitting;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private LessonOption lesson = new LessonOption();
  @Mixin private ScriptsOption scripts = new ScriptsOption();

  WatchCommand(Context context) {
    this.context = context;
    this.sitting = new CourseSitting(context);
  }

  @Override
  public Integer call() throws Exception {
    Course opened = context.course(course);
    Optional<LessonId> id = lesson.in(opened, course);
    try (LearnerEnvironment environment =
        PresentEnvironment.own(context.engine(), where -> scripts.scripts(context, where))) {
      Requirements.of(opened).checkEngine(environment.engine().info());
      return sitting.with(
          environment,
          context.courseId(course),
          id,
          journal -> watch(opened, id, environment, journal));
    }
  }

  private int watch(
      Course opened, Optional<LessonId> id, LearnerEnvironment environment, SittingJournal journal)
      throws IOException, InterruptedException {
    CommandTable commands = context.commands();
    SessionLoop loop = sitting.loop(opened, journal, Manner.BESIDE);
    // Their own lines run in a shell that prints to a front, which in turn runs them there.
    CompletableFuture<BesideFront> front = new CompletableFuture<>();
    try (RecordedLines lines = sitting.recorded(environment, loop);
        LearnerEnvironment.Home home = environment.home();
        LearnerShell shell =
            LearnerShell.of(
                home.shell(new Screen.Captured(CourseSitting.CAPTURED)), context.clock());
        ShellDesk desk =
            new ShellDesk(
                new OwnShells(lines, loop::offer, count -> front.join().shells(count)),
                context.address())) {
      var workplace = new ShellWorkplace(shell, commands, lines, text -> front.join().print(text));
      var judge = sitting.judge(environment, commands, shell);
      boolean isAtTerminal = System.console() != null;
      var names = isAtTerminal ? WordNames.BESIDE_KEYS : WordNames.BESIDE_PROMPT;
      Sat sat =
          shown -> {
            front.complete(shown);
            sitting.play(
                loop,
                shown,
                () -> shown.work(loop::offer),
                id,
                environment.engine(),
                judge,
                journal,
                home,
                stage -> new MeetingDesk(stage, names, desk));
          };
      if (isAtTerminal) {
        atTerminal(workplace, sat);
      } else {
        throughPipe(workplace, sat);
      }
    }
    return ExitCode.PASSED;
  }

  /** The work with a front, at a terminal or without one. */
  private interface Sat {
    void with(BesideFront front) throws InterruptedException;
  }

  private void atTerminal(ShellWorkplace workplace, Sat sat)
      throws IOException, InterruptedException {
    try (Terminal terminal = SystemTerminal.open(LineCharset.ofThisProcess())) {
      WatchFront front = new WatchFront(terminal, context.environment(), workplace);
      DeathSignals.handle(code -> end(front, code));
      LostLauncher.handle(() -> end(front, ExitCode.HUNG_UP));
      sat.with(front);
    }
    context.out().println(LEFT);
  }

  private static void end(WatchFront front, int code) {
    front.giveBack();
    System.exit(code);
  }

  private void throughPipe(ShellWorkplace workplace, Sat sat) throws InterruptedException {
    Sheet sheet = new Sheet(80, Palette.none(), Glyphs.choose(Charset.defaultCharset(), "dumb"));
    var in = new BufferedReader(new InputStreamReader(System.in, LineCharset.ofThisProcess()));
    sat.with(new PlainWatch(in, context.out(), sheet, workplace));
  }
}
