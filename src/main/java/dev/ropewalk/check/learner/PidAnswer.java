package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Probes.Process;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.learner.RightAnswer.Side;
import dev.ropewalk.engine.Container;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Judges an answer to a question about the pid of a process, as one of the two sides sees it. */
final class PidAnswer {
  private PidAnswer() {}

  static Verdict judge(RightAnswer.Pid asked, String given, Scene scene) {
    return AskedContainer.judge(
        asked.selector(),
        scene,
        container ->
            container.running()
                ? judge(asked, given, container, scene)
                : FactAnswer.stopped(container));
  }

  private static Verdict judge(
      RightAnswer.Pid asked, String given, Container container, Scene scene) {
    String command = scene.variables().expand(asked.process());
    List<Process> all = scene.probes().processes(container);
    List<Process> meant =
        all.stream()
            .filter(p -> isMeant(p, command))
            .map(p -> seenInside(p, container, scene))
            .toList();
    if (all.isEmpty() || meant.stream().anyMatch(p -> asked.side().of(p) == 0)) {
      return new Verdict.Errored(
          "the processes of `%s` cannot be seen from here".formatted(container.name()));
    }
    if (meant.isEmpty()) {
      return Claim.failed(
          "a process to ask about",
          "none",
          new Diagnosis(
              Progress.WRONG_STATE,
              "`%s` does not run in `%s` now, so there is no answer to this question."
                  .formatted(command, container.name()),
              "`docker exec -d %s %s` starts it.".formatted(container.name(), command)));
    }
    return meant.stream().anyMatch(p -> asked.side().isSaid(p, given))
        ? new Verdict.Passed()
        : AnswerClaim.wrong(
            given,
            mistaken(
                asked.side(),
                given,
                command,
                container,
                Stream.concat(meant.stream(), all.stream())),
            "");
  }

  private static Process seenInside(Process process, Container container, Scene scene) {
    int pid = scene.probes().pidInside(container, process);
    return new Process(process.hostPid(), pid, process.parent(), process.user(), process.command());
  }

  private static boolean isMeant(Process process, String command) {
    return (process.command() + " ").startsWith(command + " ");
  }

  /**
   * What the given number really is.
   *
   * @param nearestFirst the process that is meant, before its neighbours
   */
  private static String mistaken(
      Side asked, String given, String command, Container container, Stream<Process> nearestFirst) {
    String name = container.name();
    String wanted = "that of `%s` %s".formatted(command, asked.words(name));
    return nearestFirst
        .flatMap(
            process ->
                Arrays.stream(Side.values())
                    .filter(side -> side.isSaid(process, given))
                    .map(
                        side ->
                            "`%s` is the pid of `%s` %s; the question is about %s."
                                .formatted(given, process.command(), side.words(name), wanted)))
        .findFirst()
        .orElseGet(
            () -> "`%s` is not the pid of `%s` %s.".formatted(given, command, asked.words(name)));
  }
}
