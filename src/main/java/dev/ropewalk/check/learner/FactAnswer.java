package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerDiagnosis;
import dev.ropewalk.engine.Container;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges an answer to a question about a container. */
final class FactAnswer {
  private FactAnswer() {}

  static Verdict judge(RightAnswer.From from, String given, Scene scene) {
    return AskedContainer.judge(
        from.selector(), scene, container -> judge(from, given, container, scene));
  }

  private static Verdict judge(
      RightAnswer.From from, String given, Container container, Scene scene) {
    Optional<String> truth = from.fact().read().read(container, scene);
    if (truth.isEmpty()) {
      if (container.status().startedAt().isEmpty()) {
        return Claim.failed(
            "a container that has run",
            container.status().state().word(),
            ContainerDiagnosis.neverStarted(container.name()));
      }
      if (!container.running() && !from.fact().name().equals("exit_code")) {
        return stopped(container);
      }
      return new Verdict.Errored(
          "%s of `%s` cannot be read from here".formatted(from.fact().words(), container.name()));
    }
    boolean isId = from.fact().name().equals("id");
    boolean right =
        truth.get().equalsIgnoreCase(given)
            || (isId
                && given.length() >= 12
                && container.id().startsWith(given.toLowerCase(Locale.ROOT)));
    return right
        ? new Verdict.Passed()
        : AnswerClaim.wrong(
            given,
            IdAnswer.mistaken(given, truth.get(), container, scene)
                .orElseGet(() -> mistaken(given, container, from.fact(), scene)),
            "");
  }

  /** The question cannot be answered while the container is stopped. */
  static Verdict stopped(Container container) {
    return Claim.failed(
        "a running container",
        container.status().state().word(),
        new Diagnosis(
            Progress.WRONG_STATE,
            "`%s` is not running, so there is no answer to this question now."
                .formatted(container.name()),
            "`docker start %s` starts it.".formatted(container.name())));
  }

  /** What the given value really is. */
  private static String mistaken(
      String given, Container container, ContainerFact asked, Scene scene) {
    String name = "`" + container.name() + "`";
    if (asked.name().equals("host_pid") && given.equals("1")) {
      return "`1` is the pid that %s sees inside; the question is about the pid on the host."
          .formatted(name);
    }
    for (Map.Entry<String, String> host : scene.probes().hostNamespaces().entrySet()) {
      if (host.getValue().equals(given)) {
        return "`%s` is the %s namespace of the host, not %s."
            .formatted(given, host.getKey(), asked.words().replace("its", "that container's"));
      }
    }
    for (ContainerFact fact : ContainerFact.ALL) {
      if (!fact.equals(asked)
          && fact.read().read(container, scene).filter(given::equals).isPresent()) {
        return "`%s` is %s; the question asks for %s."
            .formatted(given, fact.words(), asked.words());
      }
    }
    return "`%s` is not %s, as the engine has it now."
        .formatted(given, asked.words().replace("its", name + "'s"));
  }
}
