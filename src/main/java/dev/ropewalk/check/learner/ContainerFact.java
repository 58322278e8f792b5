package dev.ropewalk.check.learner;

import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.Container;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fact about a container that a question can ask for.
 *
 * @param name as written after {@code value:}
 * @param words what it is, to be said of a wrong answer: {@code the pid that the host gives to its
 *     first process}
 */
public record ContainerFact(String name, String words, Reader read) {
  /**
   * Takes it from the engine; empty where there is none, for instance while the container is
   * stopped.
   */
  interface Reader {
    Optional<String> read(Container container, Scene scene);
  }

  /** All of them, in the order in which they are told. */
  public static final java.util.List<ContainerFact> ALL =
      Stream.concat(
              Stream.of(
                  new ContainerFact(
                      "host_pid",
                      "the pid that the host gives to its first process",
                      (c, s) -> number(c.status().pid())),
                  new ContainerFact(
                      "parent_pid",
                      "the pid that the host gives to the parent of its first process",
                      (c, s) ->
                          s.probes().processes(c).stream()
                              .filter(p -> p.hostPid() == c.status().pid())
                              .findFirst()
                              .flatMap(p -> number(p.parent()))),
                  new ContainerFact("id", "its id", (c, s) -> Optional.of(c.id())),
                  new ContainerFact(
                      "short_id", "its id", (c, s) -> Optional.of(c.id().substring(0, 12))),
                  new ContainerFact("name", "its name", (c, s) -> Optional.of(c.name())),
                  new ContainerFact(
                      "hostname", "its host name", (c, s) -> Optional.of(c.config().hostname())),
                  new ContainerFact("image", "its image", (c, s) -> Optional.of(c.image())),
                  new ContainerFact(
                      "address",
                      "its address",
                      (c, s) ->
                          c.networks().values().stream()
                              .map(Container.Attachment::address)
                              .filter(a -> !a.isEmpty())
                              .findFirst()),
                  new ContainerFact(
                      "exit_code",
                      "its exit code",
                      (c, s) ->
                          c.running() || c.status().startedAt().isEmpty()
                              ? Optional.empty()
                              : Optional.of(Integer.toString(c.status().exitCode())))),
              Probes.NAMESPACE_KINDS.stream()
                  .map(
                      kind ->
                          new ContainerFact(
                              "namespace_" + kind,
                              "the number of its " + kind + " namespace",
                              (c, s) -> Optional.ofNullable(s.probes().namespaces(c).get(kind)))))
          .toList();

  /** Whether each engine has another value for it, whatever the learner does. */
  boolean isOfOneEngine() {
    return !Set.of("name", "image", "exit_code").contains(name);
  }

  private static Optional<String> number(int number) {
    return number == 0 ? Optional.empty() : Optional.of(Integer.toString(number));
  }

  static Optional<ContainerFact> find(String name) {
    return ALL.stream().filter(fact -> fact.name().equals(name)).findFirst();
  }
}
