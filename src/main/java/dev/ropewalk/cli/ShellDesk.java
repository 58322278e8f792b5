package dev.ropewalk.cli;

import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.meeting.Answer;
import dev.ropewalk.meeting.Request;
import dev.ropewalk.meeting.ShellHook;
import dev.ropewalk.meeting.ShellKind;
import dev.ropewalk.meeting.ShellReports;
import dev.ropewalk.play.OwnShells;
import dev.ropewalk.scratch.ScratchFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Lets the learner's own shells take part in a course. */
final class ShellDesk implements Function<Request, Answer>, AutoCloseable {
  private final ScratchFolder folder = ScratchFolder.create();
  private final OwnShells shells;
  private final EngineAddress engine;
  private final ShellReports reports;

  /**
   * @param engine that the lessons are judged on
   */
  ShellDesk(OwnShells shells, EngineAddress engine) {
    this.shells = shells;
    this.engine = engine;
    this.reports = ShellReports.in(folder.path().resolve("shells"), shells);
  }

  @Override
  public Answer apply(Request request) {
    return switch (request.word()) {
      case "env" ->
          ShellKind.of(request.detail("shell"))
              .map(kind -> Answer.result(hook(kind, request).code()))
              .orElseGet(() -> Answer.refusal("error: this is no shell that can take part\n"));
      default ->
          Answer.refusal(
              "error: the running course does not know `%s`; it is of another version\n"
                  .formatted(request.word()));
    };
  }

  private ShellHook hook(ShellKind kind, Request request) {
    String name = shells.name();
    Path report = reports.add(name);
    boolean same = request.detail("engine").equals(engine.toString());
    Optional<String> lane = same ? lane(name) : Optional.empty();
    String says =
        same
            ? "this shell takes part as %s.".formatted(name)
            : "this shell takes part as %s, but its docker talks to `%s`, and the course to `%s`: what it does there does not count."
                .formatted(name, request.detail("engine"), engine);
    return new ShellHook(
        kind, ProcessHandle.current().pid(), report, lane, request.detail("outer"), says);
  }

  private Optional<String> lane(String shell) {
    try {
      return Optional.of(shells.lane(shell)).filter(address -> !address.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    reports.close();
    folder.close();
  }
}
