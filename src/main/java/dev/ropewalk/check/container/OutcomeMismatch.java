package dev.ropewalk.check.container;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.engine.Container;
import dev.ropewalk.text.Quotation;
import java.util.List;
import java.util.stream.Stream;

/** Says why what came of a container's runs is not as expected. */
final class OutcomeMismatch {
  private final Scene scene;
  private final Container container;
  private final Expectations.Mismatch<SeenContainer> mismatch;
  private final String name;
  private final String expected;
  private final String actual;

  OutcomeMismatch(Scene scene, Container container, Expectations.Mismatch<SeenContainer> mismatch) {
    this.scene = scene;
    this.container = container;
    this.mismatch = mismatch;
    name = "`" + container.name() + "`";
    expected = scene.wording().of(mismatch.matcher());
    actual = mismatch.attribute().type().show(mismatch.actual());
  }

  Diagnosis exitCode() {
    if (!container.running() && mismatch.actual() instanceof Value.Nothing) {
      return ContainerDiagnosis.neverStarted(container.name());
    }
    if (container.running()) {
      return new Diagnosis(
          Progress.WRONG_STATE,
          "%s is still running, so it has no exit code yet.".formatted(name),
          "");
    }
    String program = String.join(" ", container.config().command());
    String meaning =
        switch (actual) {
          case "126" -> " 126 means that `%s` cannot be run as a program.".formatted(program);
          case "127" -> " 127 means that there is no such program: `%s`.".formatted(program);
          case "137" ->
              " 137 means that it was killed; `docker stop` asks it to end by itself first.";
          case "143" -> " 143 means that it was told to end, and did not catch the signal.";
          default ->
              " It ran %s.%s"
                  .formatted(
                      MismatchText.quoted(
                          String.join(
                              " ",
                              Stream.concat(
                                      container.config().entrypoint().stream(),
                                      container.config().command().stream())
                                  .toList())),
                      lastLogLine(container, scene));
        };
    String says =
        MatchedParts.literal(mismatch.matcher(), scene).isPresent()
            ? "%s ended with exit code %s, not %s."
            : "%s ended with exit code %s, but this step asks for %s.";
    return detail(says.formatted(name, actual, expected) + meaning, "");
  }

  Diagnosis oomKilled() {
    if (mismatch.actual() instanceof Value.Nothing) {
      return ContainerDiagnosis.neverStarted(container.name());
    }
    return expected.equals("true")
        ? detail(
            "The kernel has not killed %s for want of memory.".formatted(name),
            container.host().memory() == 0
                ? "It may use all there is: `--memory` sets a limit."
                : "")
        : detail(
            "%s was killed by the kernel because it used more memory than it may.".formatted(name),
            moreMemory(container, scene));
  }

  /** What to do about too little memory; with the engine's reason where it was not given more. */
  static String moreMemory(Container container, Scene scene) {
    return scene.history().requests().stream()
        .filter(it -> it.failed() && it.path().matches("/containers/[^/]+/update"))
        .filter(it -> it.error().contains("memoryswap"))
        .filter(it -> container.host().memory() > 0)
        .reduce((_, last) -> last)
        .map(
            it ->
                "The engine refused your `docker update`: %s. Give `--memory-swap` in the same command, as much or more."
                    .formatted(Quotation.code(it.error())))
        .orElse("Give it more with `--memory`, or let it use less.");
  }

  Diagnosis restarts() {
    if (mismatch.actual() instanceof Value.Nothing) {
      return ContainerDiagnosis.neverStarted(container.name());
    }
    return detail(
        "Docker has restarted %s %s times by itself, but this step asks for %s."
            .formatted(name, actual, expected),
        List.of("", "no").contains(container.host().restartPolicy())
            ? "It has no restart policy. "
                + "Remove it (`docker rm -f %s`) and run it again with `--restart always`."
                    .formatted(container.name())
            : "");
  }

  Diagnosis health() {
    if (mismatch.actual() instanceof Value.Nothing) {
      return detail(
          "%s has no health check.".formatted(name),
          "`--health-cmd` of `docker run` gives it one, or `HEALTHCHECK` in the Dockerfile of its image.");
    }
    String slow =
        actual.equals("starting") ? " With a shorter `--health-interval` it is known sooner." : "";
    return detail(
        "The health check of %s says `%s`, not `%s`.".formatted(name, actual, expected)
            + slow
            + new TypedCommands(scene).lastExec(container),
        "`docker inspect --format '{{json .State.Health}}' %s` shows what it found."
            .formatted(container.name()));
  }

  /** A sentence, with a blank before; empty where it has written nothing. */
  static String lastLogLine(Container container, Scene scene) {
    return scene
        .lastLogLine(container.id())
        .map(line -> " Its last log line: " + Quotation.code(line) + ".")
        .orElse("");
  }

  private static Diagnosis detail(String says, String remedy) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, remedy);
  }
}
