package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells of a container that is there whether another one must be made in its place. */
record Remaking(RunLines lines) {
  /** What is there can never be as it should be: another one must be made. */
  Optional<Plan> plan(Wanted wanted, Container there) {
    RunLine line = lines.of(wanted, there);
    if (wanted.isMadeAnew() || isWrong(line, wanted, there)) {
      return Optional.of(recreation(line, wanted, there));
    }
    if (couldNotRun(there)) {
      return Optional.empty();
    }
    LastRun last = LastRun.of(there, lines.scene().history());
    boolean canEndSo =
        wanted.state().stream()
            .flatMapToInt(aim -> aim.reached() ? IntStream.empty() : aim.exitCode().stream())
            .allMatch(last::canEndWith);
    if (!canEndSo) {
      return Optional.of(recreation(line.withAnotherCommand(), wanted, there));
    }
    return wanted.runs() && last.byItself()
        ? line.withoutCommand().map(plain -> recreation(plain, wanted, there))
        : Optional.empty();
  }

  private Plan recreation(RunLine line, Wanted wanted, Container there) {
    return new Recreation(lines.keep(there, line), wanted.isKept()).plan(there);
  }

  /**
   * What no other command line of docker mends, nor another start; its diagnosis says what to do.
   */
  boolean hasOwnTrouble(Wanted wanted, Container there) {
    return couldNotRun(there)
        || wanted.runs() && LastRun.of(there, lines.scene().history()).byItself();
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
