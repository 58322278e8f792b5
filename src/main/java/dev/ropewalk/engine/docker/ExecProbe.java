package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.http.Deadline;
import dev.ropewalk.patience.Patience;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command in a container: create, start, read to the end, inspect. One that takes too long
 * is killed with all that it has started, which are known by a word in their environment; where the
 * image has no shell they are left.
 *
 * @param streams has no deadline for what a command prints
 */
record ExecProbe(DockerClient calls, DockerClient streams, ProbeTraces traces) {
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration KILLING = Patience.AT_THE_PROMPT;
  private static final String MARK = "ROPEWALK_PROBE=";
  private static final String KILL =
      """
      for p in /proc/[0-9]*; do
        tr '\\0' '\\n' < "$p/environ" | grep -qxF "$1" && kill -9 "${p#/proc/}"
      done 2>/dev/null
      """;

  ExecResult run(String container, List<String> command, Duration allowed) {
    Deadline deadline = Deadline.in(allowed);
    String mark = MARK + UUID.randomUUID();
    String id = traces.exec(() -> create(container, command, List.of(mark)));
    ExecOutput output = new ExecOutput();
    try (EngineStream<Frame> stream = new EngineStream<>(output)) {
      streams.execStartCmd(id).exec(stream);
      EngineStream.await(stream.ended(), deadline.left());
    } catch (DockerException e) {
      return neverRan(id, e);
    } catch (TimeoutException e) {
      kill(container, mark);
      throw late(container, command, allowed, e);
    }
    // The output ends a moment before the engine knows the exit code, or long before in a daemon.
    while (true) {
      Fields exec = Fields.of(calls.inspectExecCmd(id).exec());
      if (!exec.flag("Running") && exec.has("ExitCode")) {
        return new ExecResult(id, exec.integer("ExitCode"), output.out(), output.err());
      }
      if (deadline.left().isZero()) {
        kill(container, mark);
        throw late(container, command, allowed, null);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Ends what a probe has left running, as far as that can be done. */
  private void kill(String container, String mark) {
    try (EngineStream<Frame> stream = new EngineStream<>(new ExecOutput())) {
      List<String> command = List.of("sh", "-c", KILL, "sh", mark);
      streams.execStartCmd(traces.exec(() -> create(container, command, List.of()))).exec(stream);
      EngineStream.await(stream.ended(), KILLING);
    } catch (DockerException | EngineProblem | TimeoutException e) {
      // That the probe was too late is what must be told.
    }
  }

  private String create(String container, List<String> command, List<String> environment) {
    return Fields.of(
            calls
                .execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withEnv(environment)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec())
        .text("Id");
  }

  /** Newer engines refuse to start what they cannot find, and yet know its exit code. */
  private ExecResult neverRan(String id, DockerException refusal) {
    Fields exec = Fields.of(calls.inspectExecCmd(id).exec());
    if (!exec.has("ExitCode") || exec.integer("ExitCode") == 0) {
      throw refusal;
    }
    return new ExecResult(id, exec.integer("ExitCode"), "", Problems.words(refusal));
  }

  private static EngineProblem late(
      String container, List<String> command, Duration allowed, @Nullable Throwable cause) {
    return new EngineProblem(
        EngineProblem.Kind.TIMEOUT,
        "`%s` in the container %s has not ended within %s: allow more time or probe for less."
            .formatted(String.join(" ", command), container, Problems.seconds(allowed)),
        cause);
  }
}
