package dev.ropewalk.play;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Creations;
import dev.ropewalk.command.DockerUse;
import dev.ropewalk.command.LastPipe;
import dev.ropewalk.session.Input;
import dev.ropewalk.shell.Expanded;
import dev.ropewalk.shell.Finished;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.LineEnvironment;
import dev.ropewalk.shell.PipeCodes;
import dev.ropewalk.shell.Syntax;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The learner's bash as the terminal's workplace.
 *
 * @param commands docker's, to tell what a line asks for
 * @param lines leads what is asked of the engine through a recorder
 * @param show gets what a captured shell wrote; a shell on the terminal has shown it itself
 */
public record ShellWorkplace(
    LearnerShell shell, CommandTable commands, RecordedLines lines, Consumer<String> show)
    implements Workplace {
  @Override
  public Input.Finished run(String line) throws InterruptedException {
    PipeCodes codes = LastPipe.canBeAskedFor(line) ? PipeCodes.TOLD : PipeCodes.NOT_TOLD;
    Finished finished = shell.run(line, lent(line), codes);
    show.accept(finished.output().text());
    var living =
        finished.ending() == Finished.Ending.SHELL_ENDED
            ? Input.Finished.Shell.ENDED
            : Input.Finished.Shell.LIVES;
    OptionalInt requests = lines.asked();
    return new Input.Finished(
        line,
        finished.commands(),
        lines.beyond(Creations.of(line, finished.commands(), commands)),
        DockerUse.of(line, finished.commands(), commands),
        requests,
        lines.lane(),
        finished.exitCode(),
        finished.pipe(),
        finished.directory(),
        living);
  }

  @Override
  public Input.Expanded expand(String words) throws InterruptedException {
    Expanded expanded = shell.expand(words, lent(words));
    show.accept(expanded.line().output().text());
    var unused = lines.asked();
    return new Input.Expanded(
        expanded.value().map(String::strip).orElse(words),
        lines.beyond(Creations.of("echo " + words, expanded.line().commands(), commands)));
  }

  private LineEnvironment lent(String line) throws InterruptedException {
    return new Whereabouts(commands).areAskedIn(line) ? lines.direct() : lines.next();
  }

  @Override
  public boolean isUnfinished(String text) throws InterruptedException {
    return shell.syntax(text) == Syntax.UNFINISHED;
  }

  @Override
  public Input.Jobs jobs() throws InterruptedException {
    return new Input.Jobs(shell.jobs(), lines.shellsUnderWay());
  }

  @Override
  public Path directory() {
    return shell.directory();
  }
}
