package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The machine of the engine is so. */
public record HostClaim(Expectations<HostClaim.Facts> expectations) implements Claim {
  /** What is known of the machine. */
  record Facts(EngineInfo info, OptionalLong freeDisk) {}

  static final Attributes<Facts> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "engine",
                  Type.Single.TEXT,
                  "the engine's version",
                  f -> Value.of(f.info().version())),
              new Attribute<>(
                  "api",
                  Type.Single.TEXT,
                  "the version of the API that is spoken",
                  f -> Value.of(f.info().apiVersion())),
              new Attribute<>(
                  "cgroup",
                  Type.Single.NUMBER,
                  "the version of the control groups, 1 or 2",
                  f -> Value.of(f.info().cgroupVersion())),
              new Attribute<>(
                  "kernel",
                  Type.Single.TEXT,
                  "the kernel's release",
                  f -> Value.of(f.info().kernel())),
              new Attribute<>(
                  "system",
                  Type.Single.TEXT,
                  "the operating system",
                  f -> Value.of(f.info().operatingSystem())),
              new Attribute<>(
                  "free_disk",
                  Type.Single.SIZE,
                  "free bytes where the engine keeps its data",
                  f ->
                      f.freeDisk().isPresent()
                          ? Value.of(f.freeDisk().getAsLong())
                          : new Value.Nothing())));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "host",
          "The engine and its machine.",
          TABLE.form(),
          Noun.keys(),
          """
          check: The engine is new enough and has room for an image
          host: {engine: {version: ">=20.10"}, free_disk: {at_least: 1g}}
          """,
          HostClaim::read);

  private static Optional<HostClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    return reading
        .mapping(subject, "`host`")
        .flatMap(mapping -> Expectations.read(mapping, TABLE, "host", reading))
        .map(HostClaim::new);
  }

  /** The machine is as it is, whatever the learner does. */
  @Override
  public boolean needsAct() {
    return false;
  }

  @Override
  public Verdict judge(Scene scene) {
    var mismatch =
        expectations.mismatch(
            new Facts(scene.info(), scene.probes().freeDisk()), scene.variables());
    if (mismatch.isEmpty()) {
      return new Verdict.Passed();
    }
    return mismatch.get().actual() instanceof Value.Nothing
        ? new Verdict.Errored(
            "cannot be read from here: %s".formatted(mismatch.get().attribute().doc()))
        : MismatchText.verdict("The engine's machine", mismatch.get(), "", scene);
  }
}
