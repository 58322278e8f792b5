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
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the first process of a container may do, as the kernel tells. */
public record SecurityClaim(Selector selector, Expectations<SecurityClaim.Facts> expectations)
    implements Claim {
  /** A container and the status of its first process. */
  record Facts(Container container, ProcessStatus status) {}

  static final Attributes<Facts> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "capabilities",
                  new Type.ListOf(Type.Single.TEXT),
                  "its effective capabilities, such as `NET_RAW`",
                  f -> Value.of(f.status().capabilities())),
              new Attribute<>(
                  "seccomp",
                  Type.Word.of("off", "strict", "filter"),
                  "how its system calls are filtered",
                  f -> Value.of(f.status().seccomp())),
              new Attribute<>(
                  "no_new_privileges",
                  Type.Single.FLAG,
                  "whether a program can give it no more rights",
                  f -> Value.of(f.status().noNewPrivileges())),
              new Attribute<>(
                  "user",
                  Type.Single.NUMBER,
                  "the number of the user it runs as, 0 for root",
                  f -> Value.of(f.status().user())),
              new Attribute<>(
                  "masked_paths",
                  new Type.ListOf(Type.Single.TEXT),
                  "the paths that are hidden from it",
                  f -> Value.of(f.container().host().maskedPaths())),
              new Attribute<>(
                  "read_only_paths",
                  new Type.ListOf(Type.Single.TEXT),
                  "the paths that it may only read",
                  f -> Value.of(f.container().host().readonlyPaths()))));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "security",
          "What the first process of a running container may do.",
          Selector.SHAPE,
          Noun.expecting(TABLE.form()),
          """
          check: The first process of app has no capabilities and can get none
          security: app
          expect: {capabilities: {empty: true}, no_new_privileges: true}
          """,
          SecurityClaim::read);

  private static Optional<SecurityClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<Expectations<Facts>> expectations =
        Noun.expect(sentence, "security", List.of(), reading)
            .flatMap(m -> Expectations.read(m, TABLE, "check of `security`", reading));
    return selector.isPresent() && expectations.isPresent()
        ? Optional.of(new SecurityClaim(selector.get(), expectations.get()))
        : Optional.empty();
  }

  @Override
  public List<Aim> aims(Scene scene) {
    return Stream.concat(
            ContainerAims.running(selector, scene).stream(),
            Stream.of(
                ContainerAims.made(
                    selector, scene, there -> new SecurityParts(expectations, scene).of(there))))
        .toList();
  }

  @Override
  public Verdict judge(Scene scene) {
    return RunningContainer.judge(
        selector, "has a first process", scene, container -> judge(container, scene));
  }

  private Verdict judge(Container container, Scene scene) {
    Optional<ProcessStatus> status =
        scene.probes().firstProcess(container).flatMap(ProcessStatus::parse);
    if (status.isEmpty()) {
      return new Verdict.Errored(
          "the first process of `%s` cannot be looked at from here".formatted(container.name()));
    }
    return expectations
        .mismatch(new Facts(container, status.get()), scene.variables())
        .map(
            mismatch ->
                MismatchText.verdict(
                    "The first process of `" + container.name() + "`",
                    mismatch,
                    "Flags such as `--cap-drop`, `--security-opt` and `--user` stand before the image.",
                    scene))
        .orElseGet(Verdict.Passed::new);
  }
}
