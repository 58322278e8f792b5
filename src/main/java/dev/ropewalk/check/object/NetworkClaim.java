package dev.ropewalk.check.object;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A network is there, is so, or is gone. */
public record NetworkClaim(String name, ObjectGoal<Network> goal) implements Claim {
  static final Attributes<Network> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "id", Type.Single.ID, "its id, or the beginning of it", n -> Value.of(n.id())),
              new Attribute<>("driver", Type.Single.TEXT, "its driver", n -> Value.of(n.driver())),
              new Attribute<>(
                  "internal",
                  Type.Single.FLAG,
                  "whether it leads nowhere outside",
                  n -> Value.of(n.internal())),
              new Attribute<>(
                  "subnet",
                  new Type.ListOf(Type.Single.TEXT),
                  "its address ranges",
                  n -> Value.of(n.subnets())),
              new Attribute<>(
                  "members",
                  new Type.ListOf(Type.Single.TEXT),
                  "the running containers on it",
                  n -> Value.of(n.members())),
              new Attribute<>(
                  "labels", new Type.TableOf(), "its labels", n -> Value.of(n.labels()))));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "network",
          "A network, by name.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(
              new Shape.Exactly("exists", "it is there"),
              new Shape.Exactly("absent", "it was there in this lesson, and is gone"),
              TABLE.form()),
          """
          check: The network shop joins app and db, and nobody else
          network: shop
          expect: {driver: bridge, members: {exactly: [app, db]}}
          """,
          NetworkClaim::read);

  private static Optional<NetworkClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> name = reading.text(subject, "`network`");
    Optional<ObjectGoal<Network>> goal = ObjectGoal.read(sentence, TABLE, "network", reading);
    return name.isPresent() && goal.isPresent()
        ? Optional.of(new NetworkClaim(name.get(), goal.get()))
        : Optional.empty();
  }

  /** A network that every engine has needs nobody to make it. */
  @Override
  public boolean needsAct() {
    return !Ownership.GIVEN_NETWORKS.contains(name);
  }

  /** Every change of it has an event of its own. */
  @Override
  public boolean mayFollow(EngineEvent event) {
    return !event.changesNoObject();
  }

  @Override
  public List<AskedFor.Named> named(Scene scene) {
    return List.of(new AskedFor.Named(AskedFor.Kind.NETWORK, scene.variables().expand(name)));
  }

  @Override
  public List<AskedFor.Named> needs(Variables variables) {
    return goal instanceof ObjectGoal.Gone
        ? List.of()
        : List.of(new AskedFor.Named(AskedFor.Kind.NETWORK, variables.expand(name)));
  }

  @Override
  public Verdict judge(Scene scene) {
    return new CommandDiagnosis(scene).newestFirst(asItIs(scene));
  }

  private Verdict asItIs(Scene scene) {
    NamedObject object = object(scene);
    if (goal instanceof ObjectGoal.Gone<Network>) {
      return object.gone(
          scene.world().containers().stream()
              .filter(c -> c.networks().contains(object.name()))
              .toList(),
          scene);
    }
    Optional<Network> network = object.there() ? scene.network(object.name()) : Optional.empty();
    if (network.isEmpty()) {
      return object.missing(scene);
    }
    return goal.expectations()
        .flatMap(e -> e.mismatch(network.get(), scene.variables()))
        .map(mismatch -> unlike(network.get(), mismatch, scene))
        .orElseGet(Verdict.Passed::new);
  }

  private static Verdict unlike(
      Network network, Expectations.Mismatch<Network> mismatch, Scene scene) {
    String name = network.name();
    String remedy =
        switch (mismatch.attribute().name()) {
          case "members" -> members(network, mismatch.matcher(), scene);
          case "driver", "internal", "subnet", "labels" ->
              "A network keeps what it was made with: remove it (`docker network rm %s`) and create it again."
                  .formatted(name);
          default -> "";
        };
    return MismatchText.verdict("The network `" + name + "`", mismatch, remedy, scene);
  }

  private static String members(Network there, Matcher wanted, Scene scene) {
    String network = there.name();
    List<String> words = MatchedParts.words(wanted, scene);
    if (!words.isEmpty()) {
      return Stream.concat(
              words.stream()
                  .filter(word -> !there.members().contains(word))
                  .map("`docker network connect %s %%s` joins it.".formatted(network)::formatted),
              there.members().stream()
                  .filter(member -> !words.contains(member))
                  .map(
                      "`docker network disconnect %s %%s` takes it off.".formatted(network)
                          ::formatted))
          .collect(Collectors.joining(" "));
    }
    return wanted instanceof Matcher.Contains(var member)
        ? "`docker network connect %s %s` joins it."
            .formatted(network, member.show(scene.variables()))
        : "`docker network connect %s CONTAINER` joins one, `docker network disconnect %s CONTAINER` takes one off."
            .formatted(network, network);
  }

  private NamedObject object(Scene scene) {
    String wanted = scene.variables().expand(name);
    Ownership ownership = scene.history().ownership();
    List<NetworkSummary> all = scene.world().networks();
    return new NamedObject(
        "network",
        wanted,
        NamedObject.newestFirst(
            all.stream().filter(ownership::counts).map(NetworkSummary::name), scene.history()),
        all.stream().filter(n -> !ownership.counts(n)).map(NetworkSummary::name).toList(),
        scene.history().all().stream()
            .anyMatch(
                event ->
                    event instanceof EngineEvent.ToNetwork n
                        && n.name().equals(wanted)
                        && (n.action().equals("create") || n.action().equals("destroy"))));
  }

  @Override
  public List<String> capturable() {
    return TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    NamedObject object = object(scene);
    return object.there()
        ? scene.network(object.name()).flatMap(network -> TABLE.value(attribute, network))
        : Optional.empty();
  }
}
