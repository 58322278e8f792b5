package dev.ropewalk.check.why;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.DockerLine;
import dev.ropewalk.engine.Container;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The docker commands that the learner typed since the step opened. */
public final class TypedCommands {
  /** Something that the shell itself may fail in before it comes to a command. */
  private static final Pattern MORE_THAN_A_COMMAND = Pattern.compile("[;<>|&(){}`\n]");

  /** What never fails. */
  private static final Pattern THROWN_AWAY = Pattern.compile("[12&]?>\\s*/dev/null|2>&1");

  private final Scene scene;

  public TypedCommands(Scene scene) {
    this.scene = scene;
  }

  /**
   * One docker command of a line.
   *
   * @param text as typed
   * @param exitCode its own where it is known, else that of the line that it stands in
   * @param worked whether docker did what it was asked, as far as the exit codes tell
   */
  public record Typed(DockerCommand command, String text, int exitCode, boolean worked) {}

  /** All of them, the last one first; what is not looked at is not read. */
  public Stream<Typed> latestFirst() {
    return scene.history().lines().reversed().stream()
        .flatMap(line -> of(line).reversed().stream());
  }

  /** Those of a line, in its order. */
  public List<Typed> of(LearnerAct.Line line) {
    List<DockerLine.Placed> docker = DockerLine.placed(line.script());
    if (docker.isEmpty()) {
      return List.of();
    }
    CommandEnds ends = CommandEnds.of(line);
    return docker.stream().map(placed -> typed(placed, ends)).toList();
  }

  private Typed typed(DockerLine.Placed placed, CommandEnds ends) {
    DockerLine.Typed typed = DockerLine.typed(placed, scene.commands());
    return new Typed(
        typed.command(),
        typed.text(),
        ends.exitCode(placed.runner()),
        ends.worked(placed.runner()));
  }

  /** One sentence, with a blank before, on the last command run in a container; else empty. */
  public String lastExec(Container container) {
    return latestFirst()
        .filter(typed -> typed.command().name().equals("exec"))
        .filter(typed -> typed.command().args().stream().limit(1).anyMatch(container::isCalled))
        .findFirst()
        .map(typed -> " Your last command in it: " + MismatchText.quoted(typed.text()) + ".")
        .orElse("");
  }

  /** The last line and the last docker command in it that failed. */
  Optional<Failed> lastFailed() {
    List<LearnerAct.Line> lines = scene.history().lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    LearnerAct.Line last = lines.getLast();
    CommandEnds ends = CommandEnds.of(last);
    return DockerLine.placed(last.script()).stream()
        .filter(placed -> ends.failed(placed.runner()))
        .reduce((_, later) -> later)
        .filter(placed -> ends.own(placed.runner()).isPresent() || mayHaveRun(placed, last))
        .map(placed -> typed(placed, ends))
        .map(typed -> new Failed(last, typed.command(), typed.text(), typed.exitCode()));
  }

  /**
   * A loop that cannot read its file, for instance, ends the line before its command is run: docker
   * has asked nothing then, though nothing is wrong with what it was told. In a line of nothing but
   * the command, it is docker that has refused to ask.
   */
  private boolean mayHaveRun(DockerLine.Placed placed, LearnerAct.Line line) {
    boolean asked = line.requests().orElse(1) > 0;
    boolean byTheShell = line.exitCode() == 1 || line.exitCode() == 2;
    return asked
        || !byTheShell
        || !MORE_THAN_A_COMMAND.matcher(THROWN_AWAY.matcher(line.script()).replaceAll("")).find()
        || !DockerLine.typed(placed, scene.commands()).command().isUnderstood();
  }

  /**
   * A line that failed, and the docker command in it that did.
   *
   * @param exitCode the command's own where it is known, else the line's
   */
  record Failed(LearnerAct.Line line, DockerCommand command, String text, int exitCode) {}
}
