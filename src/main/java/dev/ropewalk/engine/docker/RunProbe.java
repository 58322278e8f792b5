package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.AttachContainerCmd;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import dev.ropewalk.engine.ContainerRun;
import dev.ropewalk.http.Deadline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Runs a throw-away container: create, attach, start, read to the end, remove. It carries a label,
 * by which it is told to nobody, and is removed whatever happens; what a crash leaves behind,
 * {@link RunRemains} removes.
 *
 * @param streams has no deadline for what a command prints
 */
record RunProbe(DockerClient calls, DockerClient streams, ProbeTraces traces, Problems problems) {
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int NOT_TO_BE_RUN = 126;
  private static final int NO_PROGRAM = 127;
  private static final long ONE_CPU = 1_000_000_000;

  ContainerRun.Result run(ContainerRun run) {
    String id = traces.container(() -> create(run));
    try {
      return started(id, run);
    } finally {
      RunRemains.remove(calls, id);
    }
  }

  private String create(ContainerRun run) {
    CreateContainerCmd create =
        calls
            .createContainerCmd(run.image())
            .withName("ropewalk-run-" + UUID.randomUUID().toString().substring(0, 13))
            .withLabels(RunRemains.label(run.limit()))
            .withEnv(
                run.env().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList())
            .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
            .withAttachStdout(true)
            .withAttachStderr(true)
            .withHostConfig(host(run));
    if (!run.entrypoint().isEmpty()) {
      create.withEntrypoint(run.entrypoint());
    }
    if (!run.command().isEmpty()) {
      create.withCmd(run.command());
    }
    if (!run.input().isEmpty()) {
      create.withAttachStdin(true).withStdinOpen(true).withStdInOnce(true);
    }
    return Fields.of(create.exec()).text("Id");
  }

  private HostConfig host(ContainerRun run) {
    // A volume of the image would be made, and told of, and could not be told from another.
    Map<String, String> folders =
        ImageFacts.read(Fields.of(calls.inspectImageCmd(run.image()).exec())).volumes().stream()
            .collect(Collectors.toMap(path -> path, _ -> "mode=1777"));
    return HostConfig.newHostConfig()
        .withNetworkMode(run.network().orElse("none"))
        .withMemory(ContainerRun.MEMORY)
        .withMemorySwap(ContainerRun.MEMORY)
        .withPidsLimit(ContainerRun.PIDS)
        .withNanoCPUs(ONE_CPU)
        .withTmpFs(folders)
        .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE, Map.of()));
  }

  private ContainerRun.Result started(String id, ContainerRun run) {
    ExecOutput output = new ExecOutput();
    try (EngineStream<Frame> stream = new EngineStream<>(output)) {
      attach(id, run).exec(stream);
      EngineStream.await(stream.started(), problems.deadline());
      Deadline deadline = Deadline.in(run.limit());
      calls.startContainerCmd(id).exec();
      if (!ended(stream, deadline)) {
        return new ContainerRun.Result(ContainerRun.Ending.OVERDUE, -1, output.out(), output.err());
      }
      return result(id, output, deadline);
    } catch (TimeoutException e) {
      throw problems.silent(e);
    } catch (DockerException e) {
      return neverRan(id, e);
    }
  }

  private AttachContainerCmd attach(String id, ContainerRun run) {
    AttachContainerCmd attach =
        streams.attachContainerCmd(id).withStdOut(true).withStdErr(true).withFollowStream(true);
    return run.input().isEmpty()
        ? attach
        : attach.withStdIn(new ByteArrayInputStream(run.input().getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean ended(EngineStream<Frame> stream, Deadline deadline) {
    try {
      EngineStream.await(stream.ended(), deadline.left());
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** The output ends a moment before the engine knows the exit code, or long before in a daemon. */
  private ContainerRun.Result result(String id, ExecOutput output, Deadline deadline) {
    while (true) {
      Fields state = Fields.of(calls.inspectContainerCmd(id).exec()).child("State");
      boolean running = state.flag("Running");
      if (!running || deadline.left().isZero()) {
        ContainerRun.Ending ending =
            running
                ? ContainerRun.Ending.OVERDUE
                : state.flag("OOMKilled")
                    ? ContainerRun.Ending.OUT_OF_MEMORY
                    : ContainerRun.Ending.ENDED;
        int code = running ? -1 : state.integer("ExitCode");
        return new ContainerRun.Result(ending, code, output.out(), output.err());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** What cannot be found in the image, or cannot be run, has an exit code all the same. */
  private ContainerRun.Result neverRan(String id, DockerException refusal) {
    Fields state = Fields.of(calls.inspectContainerCmd(id).exec()).child("State");
    int code = state.integer("ExitCode");
    if (code != NO_PROGRAM && code != NOT_TO_BE_RUN) {
      throw refusal;
    }
    return new ContainerRun.Result(ContainerRun.Ending.ENDED, code, "", Problems.words(refusal));
  }
}
