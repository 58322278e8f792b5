package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.why.StartError;
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
    if (wanted.isOnlyCreated() && there.status().state() != ContainerState.CREATED) {
      return Optional.of(recreation(line, wanted, there));
    }
    Optional<Plan> start = start(line, wanted, there);
    if (start.isPresent()) {
      return start;
    }
    if (wanted.isMadeAnew() || isWrong(line, wanted, there)) {
      return Optional.of(recreation(line, wanted, there));
    }
    if (couldNotRun(there)) {
      return isPrecious(wanted, there) ? Optional.of(kept(there)) : Optional.empty();
    }
    LastRun last = LastRun.of(there, lines.scene().history());
    boolean canEndSo =
        wanted.state().stream()
            .flatMapToInt(aim -> aim.reached() ? IntStream.empty() : aim.exitCode().stream())
            .allMatch(last::canEndWith);
    if (!canEndSo) {
      // What the step asks for ends well by itself: it was ended in another way.
      boolean endsWell = line.runsTheUsual() && wanted.endsWith(0);
      return Optional.of(recreation(endsWell ? line : line.withAnotherCommand(), wanted, there));
    }
    // What stands after the image of one from before this step was found right, or is the lesson's.
    return wanted.runs() && last.byItself() && isOfThisStep(there)
        ? line.withoutCommand().map(plain -> recreation(plain, wanted, there))
        : Optional.empty();
  }

  private Plan recreation(RunLine line, Wanted wanted, Container there) {
    RunLine kept = lines.keep(there, line);
    return lines
        .refused(wanted, there)
        .filter(_ -> !wanted.isKept())
        .flatMap(RunLine::typed)
        .map(
            typed -> {
              String remove = "docker rm -f " + there.name();
              return new Plan(
                  "Remove it (`%s`), and then type it so: `%s`".formatted(remove, typed),
                  List.of(remove, typed));
            })
        .orElseGet(() -> new Recreation(kept, wanted.isKept()).plan(there));
  }

  /**
   * What no other command line of docker mends, nor another start; its diagnosis says what to do.
   */
  boolean hasOwnTrouble(Wanted wanted, Container there) {
    return couldNotRun(there)
        || wanted.runs() && LastRun.of(there, lines.scene().history()).byItself();
  }

  private boolean couldNotRun(Container there) {
    StartError error = new StartError(there, lines.scene());
    return error.isThere()
        ? error.isOver().isEmpty()
        : !there.running() && there.status().oomKilled();
  }

  /**
   * Whether what it is would be lost with it: it is asked for, or it was there before this step and
   * another one is to blame. One that was set up with a fault is mended by making it anew.
   */
  private boolean isPrecious(Wanted wanted, Container there) {
    StartError error = new StartError(there, lines.scene());
    return error.isThere()
        && (wanted.isKept() || !isOfThisStep(there) && error.holder().isPresent());
  }

  private boolean isOfThisStep(Container there) {
    return lines.scene().history().containerEvents().stream()
        .anyMatch(it -> it.action().equals("create") && it.id().equals(there.id()));
  }

  /** What kept it from starting goes; it stays. */
  private Plan kept(Container there) {
    String start = "docker start " + there.name();
    return new StartError(there, lines.scene())
        .holder()
        .map(
            holder -> {
              String remove = "docker rm -f " + holder.name();
              return lines.scene().history().ownership().counts(holder)
                  ? new Plan(
                      "Its port is taken by `%s`: first `%s`, then `%s`."
                          .formatted(holder.name(), remove, start),
                      List.of(remove, start))
                  : new Plan(
                      "Its port is taken by `%s`, which is not of this lesson. When that does not run any more: `%s`."
                          .formatted(holder.name(), start),
                      List.of());
            })
        .orElse(Plan.RETRY);
  }

  /** One that has never run needs no other line for being attached or not, but its first start. */
  private Optional<Plan> start(RunLine line, Wanted wanted, Container there) {
    List<Part> unmet = line.unmet();
    boolean fresh =
        there.status().state() == ContainerState.CREATED
            && there.status().error().isEmpty()
            && !wanted.isMadeAnew()
            && !wanted.avoids("start");
    boolean onlyMode =
        !unmet.isEmpty()
            && unmet.stream().allMatch(part -> part.text().equals("-d"))
            && wanted.naming("start").isEmpty();
    if (!fresh || !onlyMode) {
      return Optional.empty();
    }
    boolean attached = unmet.stream().anyMatch(part -> part.kind() == Part.Kind.NO_FLAG);
    String keyboard = there.config().openStdin() ? " -i" : "";
    String start =
        attached
            ? "docker start -a%s %s".formatted(keyboard, there.name())
            : "docker start " + there.name();
    return Optional.of(
        new Plan(
            attached
                ? "`%s` starts it with your terminal attached.".formatted(start)
                : "`%s` starts it.".formatted(start),
            List.of(start)));
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
