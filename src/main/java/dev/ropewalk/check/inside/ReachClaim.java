package dev.ropewalk.check.inside;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerAims;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A container reaches another on a port, or does not.
 *
 * @param byName whether it is called by its name, not by its address
 * @param reaches whether it should be reached
 */
public record ReachClaim(String from, String to, Literal port, Way byName, Outcome reaches)
    implements Claim {
  private static final Shape.Keys KEYS =
      Shape.Keys.of(
          Shape.Key.required(
              "from",
              new Shape.Of(Type.Single.TEXT),
              "the container that knocks, with `bash` or `nc` in it"),
          Shape.Key.required(
              "to", new Shape.Of(Type.Single.TEXT), "the container that should answer"),
          Shape.Key.required(
              "port",
              new Shape.Of(Type.Single.HOST_PORT),
              "a TCP port of it, as it listens inside"),
          Shape.Key.optional(
              "name",
              new Shape.Constant(Type.Single.FLAG),
              "whether it is called by its name, as it is unless said, or by its address"),
          Shape.Key.optional(
              "reached",
              new Shape.Constant(Type.Single.FLAG),
              "whether it should be reached, as unless said, or not"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "reach",
          "Whether a container reaches another, by name or by address.",
          KEYS,
          Noun.keys(),
          """
          check: app reaches db by name
          reach: {from: app, to: db, port: 6379, name: true}
          within: 5s
          """,
          ReachClaim::read);

  /** How the other is called. */
  enum Way {
    NAME,
    ADDRESS
  }

  /** What should come of it. */
  enum Outcome {
    REACHED,
    NOT_REACHED
  }

  /**
   * Knocks with what the image has: exit code 0 for an open door, 1 for a closed one, 3 where the
   * image has nothing to knock with.
   */
  private static final String KNOCK =
      """
      if command -v bash >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then
        timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$0" "$1" 2>/dev/null && exit 0
        exit 1
      fi
      if command -v nc >/dev/null 2>&1; then
        nc -w 5 "$0" "$1" </dev/null >/dev/null 2>&1 && exit 0
        exit 1
      fi
      exit 3
      """;

  private static Optional<ReachClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(subject, "`reach`");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    reading.allow(mapping.get(), "`reach`", KEYS.names());
    Optional<String> from = name(mapping.get(), "from", reading);
    Optional<String> to = name(mapping.get(), "to", reading);
    Optional<Literal> port =
        mapping.get().entry("port").flatMap(e -> reading.literal(e.value(), Type.Single.HOST_PORT));
    for (String key : List.of("from", "to", "port")) {
      if (mapping.get().entry(key).isEmpty()) {
        reading
            .problems()
            .add(
                subject.place(),
                "`reach` needs `" + key + "`",
                "write `reach: {from: app, to: db, port: 6379}`");
      }
    }
    boolean byName = flag(mapping.get(), "name", reading);
    boolean reached = flag(mapping.get(), "reached", reading);
    return from.isPresent() && to.isPresent() && port.isPresent()
        ? Optional.of(
            new ReachClaim(
                from.get(),
                to.get(),
                port.get(),
                byName ? Way.NAME : Way.ADDRESS,
                reached ? Outcome.REACHED : Outcome.NOT_REACHED))
        : Optional.empty();
  }

  private static Optional<String> name(YamlNode.Mapping mapping, String key, NodeReader reading) {
    return mapping.entry(key).flatMap(e -> reading.text(e.value(), "`" + key + "`"));
  }

  private static boolean flag(YamlNode.Mapping mapping, String key, NodeReader reading) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.constant(e.value(), Type.Single.FLAG))
        .map(l -> l.text().equals("true"))
        .orElse(true);
  }

  @Override
  public List<Aim> aims(Scene scene) {
    return Stream.of(from, to)
        .flatMap(name -> ContainerAims.running(new Selector.ByName(name), scene).stream())
        .toList();
  }

  @Override
  public Verdict judge(Scene scene) {
    return RunningContainer.judge(
        new Selector.ByName(from),
        "has a network",
        scene,
        source ->
            RunningContainer.judge(
                new Selector.ByName(to),
                "has an address",
                scene,
                target -> judge(source, target, scene)));
  }

  private Verdict judge(Container source, Container target, Scene scene) {
    Set<String> common = new TreeSet<>(source.networks().keySet());
    common.retainAll(target.networks().keySet());
    String address =
        common.stream()
            .map(network -> target.networks().get(network))
            .filter(java.util.Objects::nonNull)
            .map(Container.Attachment::address)
            .filter(a -> !a.isEmpty())
            .findFirst()
            .or(
                () ->
                    target.networks().values().stream()
                        .map(Container.Attachment::address)
                        .filter(a -> !a.isEmpty())
                        .findFirst())
            .orElse("");
    String called = byName == Way.NAME ? target.name() : address;
    if (called.isEmpty()) {
      return new Verdict.Errored("`%s` has no address of its own".formatted(target.name()));
    }
    String number = scene.variables().expand(port.text());
    ExecResult knock = scene.exec(source.id(), List.of("sh", "-c", KNOCK, called, number));
    if (knock.exitCode() != 0 && knock.exitCode() != 1) {
      return new Verdict.Errored(
          "`%s` has neither `bash` nor `nc` to knock with".formatted(source.name()));
    }
    boolean reached = knock.exitCode() == 0;
    if (reached == (reaches == Outcome.REACHED)) {
      return new Verdict.Passed();
    }
    return reached ? open(source, called, number) : closed(source, target, called, common, scene);
  }

  private static Verdict open(Container source, String called, String port) {
    return Claim.failed(
        "not reached",
        "reached",
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "`%s` reaches `%s` on port %s, and should not.".formatted(source.name(), called, port),
            "Containers on different networks do not reach each other."));
  }

  private Verdict closed(
      Container source, Container target, String called, Set<String> common, Scene scene) {
    String says =
        "`%s` does not reach `%s` on port %s."
            .formatted(source.name(), called, scene.variables().expand(port.text()));
    String why;
    if (common.isEmpty()) {
      why =
          "They share no network: `%s` is on %s, `%s` on %s. %s"
              .formatted(
                  source.name(),
                  networks(source),
                  target.name(),
                  networks(target),
                  joining(source, target, scene));
    } else if (byName == Way.NAME && common.equals(Set.of("bridge"))) {
      why =
          "On the network `bridge` names are not known: create a network of your own and connect both.";
    } else {
      why =
          "They share the network `"
              + common.iterator().next()
              + "`: see whether the program listens there.";
    }
    return Claim.pending("reached", "not reached", new Diagnosis(Progress.WRONG_DETAIL, says, why));
  }

  /**
   * To a network of one's own the other one is joined; where both or none has one, to that of the
   * target.
   */
  private String joining(Container source, Container target, Scene scene) {
    Optional<String> there = own(target);
    Optional<String> here = own(source);
    Optional<String> made =
        scene.world().networks().stream()
            .filter(scene.history().ownership()::counts)
            .map(NetworkSummary::name)
            .filter(name -> !Ownership.GIVEN_NETWORKS.contains(name))
            .findFirst();
    if (there.isPresent() || here.isPresent()) {
      Container joined = there.isPresent() ? source : target;
      String join =
          "`docker network connect %s %s` joins it."
              .formatted(there.or(() -> here).orElseThrow(), joined.name());
      return joined.networks().containsKey("none")
          ? "From the network `none` there is no other one: first `docker network disconnect none %s`, then %s"
              .formatted(joined.name(), join)
          : join;
    }
    String network = made.orElse("meeting");
    String both =
        "`docker network connect %s %s`, then `docker network connect %s %s`"
            .formatted(network, source.name(), network, target.name());
    return made.isPresent()
        ? "Join both to `%s`: %s.".formatted(network, both)
        : "Make one of your own and join both: `docker network create %s`, then %s."
            .formatted(network, both);
  }

  /**
   * The first of its networks that somebody has made: to the others nothing can be joined, or no
   * name is known there.
   */
  private static Optional<String> own(Container container) {
    return new TreeSet<>(container.networks().keySet())
        .stream().filter(name -> !Ownership.GIVEN_NETWORKS.contains(name)).findFirst();
  }

  private static String networks(Container container) {
    return container.networks().isEmpty()
        ? "none"
        : "`" + String.join("`, `", new TreeSet<>(container.networks().keySet())) + "`";
  }
}
