package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerAims;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limits that the kernel enforces on a container, whatever the engine was asked for. */
public record LimitsClaim(Selector selector, Expectations<KernelLimits> expectations)
    implements Claim {
  static final Attributes<KernelLimits> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "memory", Type.Single.SIZE, "its memory; absent for no limit", l -> l.memory()),
              new Attribute<>(
                  "cpu", Type.Single.CPUS, "its CPUs; absent for no limit", l -> l.cpu()),
              new Attribute<>(
                  "pids",
                  Type.Single.NUMBER,
                  "how many processes; absent for no limit",
                  l -> l.pids()),
              new Attribute<>(
                  "throttled",
                  Type.Single.FLAG,
                  "whether it was ever kept from using more CPU",
                  l -> l.throttled()),
              new Attribute<>(
                  "oom",
                  Type.Single.FLAG,
                  "whether a process of it was killed for want of memory",
                  l -> l.oom())));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "limits",
          "The limits that the kernel enforces on a running container, on cgroup v1 and v2.",
          Selector.SHAPE,
          Noun.expecting(TABLE.form()),
          """
          check: The kernel gives hog 64 MiB and half a CPU
          limits: hog
          expect: {memory: 64m, cpu: 0.5}
          """,
          LimitsClaim::read);

  /** The flag of {@code docker run} and {@code docker update} that sets a limit. */
  private static final Map<String, String> FLAGS =
      Map.of("memory", "--memory", "cpu", "--cpus", "pids", "--pids-limit");

  private static Optional<LimitsClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<Expectations<KernelLimits>> expectations =
        Noun.expect(sentence, "limits", List.of(), reading)
            .flatMap(m -> Expectations.read(m, TABLE, "check of `limits`", reading));
    return selector.isPresent() && expectations.isPresent()
        ? Optional.of(new LimitsClaim(selector.get(), expectations.get()))
        : Optional.empty();
  }

  @Override
  public List<Aim> aims(Scene scene) {
    return ContainerAims.running(selector, scene);
  }

  @Override
  public Verdict judge(Scene scene) {
    return RunningContainer.judge(
        selector,
        "has limits that the kernel enforces",
        scene,
        container -> judge(container, scene));
  }

  private Verdict judge(Container container, Scene scene) {
    Optional<KernelLimits> limits =
        KernelLimits.read(path -> scene.probes().kernelFile(container, path));
    if (limits.isEmpty()) {
      return new Verdict.Errored(
          "the limits of `%s` cannot be read from here".formatted(container.name()));
    }
    return expectations
        .mismatch(limits.get(), scene.variables())
        .map(mismatch -> unlike(container, mismatch, scene))
        .orElseGet(Verdict.Passed::new);
  }

  private static Verdict unlike(
      Container container, Expectations.Mismatch<KernelLimits> mismatch, Scene scene) {
    String flag = FLAGS.get(mismatch.attribute().name());
    String remedy =
        flag == null
            ? ""
            : "`docker update %s%s %s` changes it while it runs."
                .formatted(
                    MatchedParts.example(mismatch.matcher(), scene)
                        .map(value -> flag + " " + value)
                        .orElse(flag + " VALUE"),
                    // Without one, the limit of memory alone would be refused.
                    flag.equals("--memory") && container.host().memorySwap() <= 0
                        ? " --memory-swap -1"
                        : "",
                    container.name());
    return MismatchText.verdict(
        "As the kernel enforces it, `" + container.name() + "`", mismatch, remedy, scene);
  }
}
