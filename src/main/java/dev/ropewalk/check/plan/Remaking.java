package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.History;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells of a container that is there whether another one must be made in its place. */
record Remaking(History history) {
  /** What is there can never be as it should be: another one must be made. */
  Optional<Plan> plan(Wanted wanted, Container there) {
    RunLine line = wanted.line(Optional.of(there));
    if (wanted.isMadeAnew() || isWrong(line, wanted, there)) {
      return Optional.of(new Recreation(line, wanted.isKept()).plan(there));
    }
    if (couldNotRun(there)) {
      return Optional.empty();
    }
    LastRun last = LastRun.of(there, history);
    boolean canEndSo =
        wanted.state().stream()
            .flatMapToInt(aim -> aim.reached() ? IntStream.empty() : aim.exitCode().stream())
            .allMatch(last::canEndWith);
    if (!canEndSo) {
      return Optional.of(new Recreation(line.withAnotherCommand(), wanted.isKept()).plan(there));
    }
    return wanted.runs() && last.byItself()
        ? line.withoutCommand().map(plain -> new Recreation(plain, wanted.isKept()).plan(there))
        : Optional.empty();
  }

  /**
   * What no other command line of docker mends, nor another start; its diagnosis says what to do.
   */
  boolean hasOwnTrouble(Wanted wanted, Container there) {
    return couldNotRun(there) || wanted.runs() && LastRun.of(there, history).byItself();
  }

  private static boolean couldNotRun(Container there) {
    Container.Status status = there.status();
    return !there.running() && (status.oomKilled() || !status.error().isEmpty());
  }

  /**
   * How it is started says whether it is attached: where it must be started anyway, that start may
   * do otherwise.
   */
  private static boolean isWrong(RunLine line, Wanted wanted, Container there) {
    List<Part> unmet = line.unmet();
    boolean startMends =
        wanted.runs()
            && there.status().state() != ContainerState.RUNNING
            && unmet.stream().allMatch(part -> part.text().equals("-d"));
    return !unmet.isEmpty() && !startMends;
  }
}
