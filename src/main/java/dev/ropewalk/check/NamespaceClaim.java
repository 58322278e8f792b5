package dev.ropewalk.check;

import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which namespaces a container's first process shares with its host, as the kernel tells. */
record NamespaceClaim(Selector selector, Map<String, String> expected) implements Claim {
  private static final Type.Word RELATION = Type.Word.of("same_as_host", "differs_from_host");

  static final Noun NOUN =
      new Noun(
          "namespace",
          "The namespaces of a running container.",
          Selector.SHAPE,
          Noun.expecting(
              new Shape.Keys(
                  NamespaceKinds.ALL.stream()
                      .map(
                          kind ->
                              Shape.Key.optional(
                                  kind, new Shape.Constant(RELATION), "its " + kind + " namespace"))
                      .toList(),
                  Shape.Take.SOME)),
          """
          check: redistest has a pid namespace of its own and uses the host's name
          namespace: redistest
          expect: {pid: differs_from_host, uts: same_as_host}
          within: 5s
          """,
          NamespaceClaim::read);

  NamespaceClaim {
    expected = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(expected));
  }

  private static Optional<NamespaceClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, Reading reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<YamlNode.Mapping> expect = Noun.expect(sentence, "namespaces", List.of(), reading);
    Map<String, String> expected = new LinkedHashMap<>();
    if (expect.isPresent()) {
      reading.allow(expect.get(), "a namespace check", NamespaceKinds.ALL);
      for (YamlNode.Entry entry : expect.get().entries()) {
        reading
            .constant(entry.value(), RELATION)
            .ifPresent(l -> expected.put(entry.key().text(), l.text()));
      }
    }
    return selector.isPresent()
            && !expected.isEmpty()
            && expected.size() == expect.get().entries().size()
        ? Optional.of(new NamespaceClaim(selector.get(), expected))
        : Optional.empty();
  }

  @Override
  public Verdict judge(Scene scene) {
    List<ContainerSummary> found = selector.select(scene.ours(), scene.variables());
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
          Diagnosis.of(
              Progress.WRONG_STATE,
              "%s is %s: only a running container has namespaces."
                  .formatted(name, container.get().status().state().word()),
              "`docker start %s` starts it.".formatted(container.get().name())));
    }
    for (Map.Entry<String, String> each : expected.entrySet()) {
      Optional<Boolean> shared = shared(each.getKey(), container.get(), scene);
      if (shared.isEmpty()) {
        return new Verdict.Errored(
            "the `%s` namespace cannot be read from here".formatted(each.getKey()));
      }
      boolean wantsShared = each.getValue().equals("same_as_host");
      if (shared.get() != wantsShared) {
        return wrong(each.getKey(), wantsShared, container.get());
      }
    }
    return new Verdict.Passed();
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
            Diagnosis.of(
                Progress.WRONG_DETAIL,
                "%s has a `%s` namespace of its own, but this step asks for the host's.%s"
                    .formatted(name, kind, late),
                again + " with `--%s host`.".formatted(kind)))
        : Claim.failed(
            "its own " + kind,
            "the host's",
            Diagnosis.of(
                Progress.WRONG_DETAIL,
                "%s shares the `%s` namespace of the host, but this step asks for one of its own."
                    .formatted(name, kind),
                again + " without `--%s host`.".formatted(kind)));
  }

  /** The kernel's word where it can be read from here, else what the engine was asked for. */
  private static Optional<Boolean> shared(String kind, Container container, Scene scene) {
    String inside = scene.probes().namespaces(container).get(kind);
    String outside = scene.probes().hostNamespaces().get(kind);
    if (inside != null && outside != null) {
      return Optional.of(inside.equals(outside));
    }
    return switch (kind) {
      case "pid" -> Optional.of(container.host().pidMode().equals("host"));
      case "net" -> Optional.of(container.host().networkMode().equals("host"));
      case "ipc" -> Optional.of(container.host().ipcMode().equals("host"));
      case "mnt" -> Optional.of(false);
      case "uts" -> Optional.of(container.host().utsMode().equals("host"));
      default -> Optional.empty();
    };
  }
}
