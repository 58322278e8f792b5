package dev.ropewalk.check.why;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.DockerLine;
import dev.ropewalk.engine.Container;
import java.util.List;
import java.util.Optional;

/** The docker commands that the learner typed since the step opened. */
public final class TypedCommands {
  /** The exit code of {@code timeout}, whose command ran on until then. */
  private static final int TIMED_OUT = 124;

  private final Scene scene;

  public TypedCommands(Scene scene) {
    this.scene = scene;
  }

  /**
   * One docker command of a line.
   *
   * @param text as typed
   * @param exitCode of the line that it stands in
   * @param worked whether docker did what it was asked, as far as the exit code of the whole line
   *     tells
   */
  public record Typed(DockerCommand command, String text, int exitCode, boolean worked) {}

  /** All of them, the last one first. */
  public List<Typed> latestFirst() {
    return scene.history().lines().reversed().stream()
        .flatMap(line -> of(line).reversed().stream())
        .toList();
  }

  /** Those of a line, in its order. */
  public List<Typed> of(LearnerAct.Line line) {
    return DockerLine.typed(line.script(), scene.commands()).stream()
        .map(typed -> new Typed(typed.command(), typed.text(), line.exitCode(), worked(line)))
        .toList();
  }

  /** Whether a line did what it was asked, as far as its exit code tells. */
  public static boolean worked(LearnerAct.Line line) {
    return endedWell(line) || line.line().contains("|");
  }

  /** Whether nothing has failed: what Ctrl-C, a time or the end of ropewalk has cut off has not. */
  private static boolean endedWell(LearnerAct.Line line) {
    int code = line.exitCode();
    boolean timedOut = code == TIMED_OUT && line.line().contains("timeout ");
    return code == 0 || code > 128 || code == LearnerAct.Line.CUT_OFF || timedOut;
  }

  /** One sentence, with a blank before, on the last command run in a container; else empty. */
  public String lastExec(Container container) {
    return latestFirst().stream()
        .filter(typed -> typed.command().name().equals("exec"))
        .filter(typed -> typed.command().args().stream().limit(1).anyMatch(container::isCalled))
        .findFirst()
        .map(typed -> " Your last command in it: " + MismatchText.quoted(typed.text()) + ".")
        .orElse("");
  }

  /** The last line and its last docker command, where that line failed. */
  Optional<Failed> lastFailed() {
    List<LearnerAct.Line> lines = scene.history().lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    LearnerAct.Line last = lines.getLast();
    List<DockerLine.Typed> commands = DockerLine.typed(last.script(), scene.commands());
    return endedWell(last) || commands.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failed(last, commands.getLast().command(), commands.getLast().text()));
  }

  /** A line that failed, and the docker command in it that did. */
  record Failed(LearnerAct.Line line, DockerCommand command, String text) {}
}
