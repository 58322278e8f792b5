package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerAims;
import dev.ropewalk.check.container.ContainerDiagnosis;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which namespaces a container's first process shares with its host, as the kernel tells. */
public record NamespaceClaim(Selector selector, Map<String, NamespaceRelation> expected)
    implements Claim {
  private static final Set<String> SHARED_BY_CONTAINERS = Set.of("net", "pid", "ipc");

  /** The flags of {@code docker run} that say whose one it is; files have none. */
  private static final Map<String, String> FLAGS =
      Map.of(
          "uts", "--uts",
          "pid", "--pid",
          "ipc", "--ipc",
          "net", "--network",
          "cgroup", "--cgroupns",
          "user", "--userns");

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "namespace",
          "The namespaces of a running container.",
          Selector.SHAPE,
          Noun.expecting(
              new Shape.Keys(
                  Probes.NAMESPACE_KINDS.stream()
                      .map(
                          kind ->
                              Shape.Key.optional(
                                  kind, NamespaceRelation.SHAPE, "its " + kind + " namespace"))
                      .toList(),
                  Shape.Take.SOME)),
          """
          check: redistest has a pid namespace of its own and uses the host's name
          namespace: redistest
          expect: {pid: differs_from_host, uts: same_as_host}
          within: 5s
          """,
          NamespaceClaim::read);

  public NamespaceClaim {
    expected = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(expected));
  }

  private static Optional<NamespaceClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<YamlNode.Mapping> expect = Noun.expect(sentence, "namespaces", List.of(), reading);
    Map<String, NamespaceRelation> expected = new LinkedHashMap<>();
    if (expect.isPresent()) {
      reading.allow(expect.get(), "a namespace check", Probes.NAMESPACE_KINDS);
      for (YamlNode.Entry entry : expect.get().entries()) {
        NamespaceRelation.read(entry.value(), reading)
            .ifPresent(relation -> expected.put(entry.key().text(), relation));
      }
    }
    return selector.isPresent()
            && !expected.isEmpty()
            && expected.size() == expect.get().entries().size()
        ? Optional.of(new NamespaceClaim(selector.get(), expected))
        : Optional.empty();
  }

  @Override
  public List<Aim> aims(Scene scene) {
    Stream<Aim> running =
        Stream.concat(
                Stream.of(selector),
                expected.values().stream().flatMap(relation -> relation.to().stream()))
            .flatMap(each -> ContainerAims.running(each, scene).stream());
    return Stream.concat(
            Stream.of(ContainerAims.made(selector, scene, there -> parts(there, scene))), running)
        .toList();
  }

  /** Whose namespaces it has is fixed when it is made. */
  private List<Aim.Part> parts(Optional<Container> there, Scene scene) {
    List<Aim.Part> parts = new ArrayList<>();
    expected.forEach(
        (kind, relation) ->
            flag(kind, relation, scene)
                .ifPresent(
                    flag ->
                        parts.add(
                            new Aim.Part(
                                relation.isShared() ? Aim.Part.Kind.FLAG : Aim.Part.Kind.NO_FLAG,
                                flag,
                                there.map(it -> has(kind, relation, it, scene)).orElse(true)))));
    return parts;
  }

  /** Of one that does not run only its flags are known, and not of every kind. */
  private boolean has(String kind, NamespaceRelation relation, Container container, Scene scene) {
    return container.running()
        ? !isUnlike(judge(kind, relation, container, scene))
        : !relation.isShared()
            || mode(kind, container)
                .map(it -> it.equals(relation.to().isEmpty() ? "host" : it))
                .orElse(true);
  }

  private static Optional<String> mode(String kind, Container container) {
    Container.HostConfig host = container.host();
    return switch (kind) {
      case "uts" -> Optional.of(host.utsMode());
      case "pid" -> Optional.of(host.pidMode());
      case "ipc" -> Optional.of(host.ipcMode());
      case "net" -> Optional.of(host.networkMode());
      // Whose the others are depends on the engine, too.
      default -> Optional.empty();
    };
  }

  private static boolean isUnlike(Verdict verdict) {
    return verdict instanceof Verdict.Failed failed
        && failed.why().progress() == Progress.WRONG_DETAIL;
  }

  private static Optional<String> flag(String kind, NamespaceRelation relation, Scene scene) {
    if (relation.to().isEmpty()) {
      return Optional.ofNullable(FLAGS.get(kind)).map("%s host"::formatted);
    }
    return SHARED_BY_CONTAINERS.contains(kind)
        ? relation.to().get().select(scene.ours(), scene).stream()
            .findFirst()
            .map(it -> "%s container:%s".formatted(FLAGS.get(kind), it.name()))
        : Optional.empty();
  }

  @Override
  public Verdict judge(Scene scene) {
    List<ContainerSummary> found = selector.select(scene.ours(), scene);
    Optional<Container> container =
        found.stream().findFirst().flatMap(c -> scene.container(c.id()));
    if (container.isEmpty()) {
      return Claim.failed(
          selector.show(scene.variables()),
          "no such container",
          new ContainerDiagnosis(scene).missing(selector));
    }
    String name = "`" + container.get().name() + "`";
    if (!container.get().running()) {
      return Claim.failed(
          "running",
          container.get().status().state().word(),
          new Diagnosis(
              Progress.WRONG_STATE,
              "%s does not run (%s): only a running container has namespaces."
                  .formatted(name, container.get().status().state().word()),
              "`docker start %s` starts it.".formatted(container.get().name())));
    }
    for (Map.Entry<String, NamespaceRelation> each : expected.entrySet()) {
      Verdict verdict = judge(each.getKey(), each.getValue(), container.get(), scene);
      if (!(verdict instanceof Verdict.Passed)) {
        return verdict;
      }
    }
    return new Verdict.Passed();
  }

  private static Verdict judge(
      String kind, NamespaceRelation relation, Container container, Scene scene) {
    if (relation.to().isEmpty()) {
      return verdict(
          kind,
          NamespaceSharing.withHost(kind, container, scene.probes()),
          relation,
          container,
          Optional.empty());
    }
    Selector other = relation.to().get();
    if (other.select(scene.ours(), scene).isEmpty()) {
      return Claim.failed(
          other.show(scene.variables()),
          "no such container",
          new Diagnosis(
              Progress.NOTHING_DONE,
              "There is no container %s yet, with which this step compares `%s`."
                  .formatted(other.show(scene.variables()), container.name()),
              ""));
    }
    return RunningContainer.judge(
        other,
        "has namespaces",
        scene,
        neighbour ->
            verdict(
                kind,
                NamespaceSharing.between(kind, container, neighbour, scene.probes()),
                relation,
                container,
                Optional.of(neighbour)));
  }

  private static Verdict verdict(
      String kind,
      Optional<Boolean> shared,
      NamespaceRelation relation,
      Container container,
      Optional<Container> other) {
    if (shared.isEmpty()) {
      return new Verdict.Errored("the `%s` namespace cannot be read from here".formatted(kind));
    }
    if (shared.get() == relation.isShared()) {
      return new Verdict.Passed();
    }
    return other
        .map(o -> wrong(kind, relation.isShared(), container, o))
        .orElseGet(() -> wrong(kind, relation.isShared(), container));
  }

  /** It should share one of another container, or should not. */
  private static Verdict wrong(
      String kind, boolean wantsShared, Container container, Container other) {
    String flag = kind.equals("net") ? "network" : kind;
    String again = "Remove it (`docker rm -f %s`) and run it again".formatted(container.name());
    String way = " `--%s container:%s`.".formatted(flag, other.name());
    boolean canBeShared = SHARED_BY_CONTAINERS.contains(kind);
    return wantsShared
        ? Claim.failed(
            "the " + kind + " of " + other.name(),
            "another",
            new Diagnosis(
                Progress.WRONG_DETAIL,
                "`%s` has another `%s` namespace than `%s`, but this step asks for the same."
                    .formatted(container.name(), kind, other.name()),
                canBeShared ? again + " with" + way : ""))
        : Claim.failed(
            "another " + kind + " than " + other.name(),
            "the same",
            new Diagnosis(
                Progress.WRONG_DETAIL,
                "`%s` shares the `%s` namespace of `%s`, but this step asks for another."
                    .formatted(container.name(), kind, other.name()),
                canBeShared ? again + " without" + way : ""));
  }

  private static Verdict wrong(String kind, boolean wantsShared, Container container) {
    String name = "`" + container.name() + "`";
    String command = " " + String.join(" ", container.config().command()) + " ";
    String again = "Remove it (`docker rm -f %s`) and run it again".formatted(container.name());
    String late =
        command.contains(" --" + kind)
            ? " `--%s` stands after the image, so docker passed it on to the program inside."
                .formatted(kind)
            : "";
    return wantsShared
        ? Claim.failed(
            "the host's " + kind,
            "its own",
            new Diagnosis(
                Progress.WRONG_DETAIL,
                "%s has a `%s` namespace of its own, but this step asks for the host's.%s"
                    .formatted(name, kind, late),
                again + " with `--%s host`.".formatted(kind)))
        : Claim.failed(
            "its own " + kind,
            "the host's",
            new Diagnosis(
                Progress.WRONG_DETAIL,
                "%s shares the `%s` namespace of the host, but this step asks for one of its own."
                    .formatted(name, kind),
                again + " without `--%s host`.".formatted(kind)));
  }
}
