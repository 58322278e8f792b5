package dev.ropewalk.check.container;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container is so, or is gone, or there are so many of its kind.
 *
 * @param ever what must have happened to it since the step opened, in this order
 */
public record ContainerClaim(Selector selector, Goal goal, List<String> ever) implements Claim {
  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "container",
          "A container, by name, id, or what it is like.",
          Selector.SHAPE,
          Noun.keys(
              Shape.Key.required(
                  "expect",
                  Shape.Either.of(
                      new Shape.Exactly("absent", "it was there in this lesson, and is gone"),
                      ContainerAttributes.TABLE.form(),
                      Shape.Keys.of(
                          Shape.Key.required(
                              "count",
                              new Shape.Matched(Type.Single.NUMBER),
                              "how many there are; it stands alone"))),
                  "what must be the case"),
              Shape.Key.optional(
                  "ever",
                  new Shape.Many(new Shape.Constant(EventPattern.CONTAINER_ACTION), 1),
                  "what must have happened to it since the step opened, in this order")),
          """
          check: A container named redistest runs redis in the background
          container: redistest
          expect: {state: running, mode: detached, image: redis}
          ever: [create, start]
          within: 5s
          holds: 1s
          capture: {first_id: id}
          points: 2
          """,
          ContainerClaim::read);

  /** What is expected. */
  sealed interface Goal {
    /** It was there, and is no more. */
    record Gone() implements Goal {}

    /** So many are there. */
    record Counted(Matcher number) implements Goal {}

    /** One is there, and is so. */
    record Like(Expectations<SeenContainer> expectations) implements Goal {}
  }

  public ContainerClaim {
    ever = List.copyOf(ever);
  }

  private static Optional<ContainerClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Selector> selector = Selector.read(subject, reading);
    Optional<Goal> goal = goal(sentence, reading);
    List<String> ever = new ArrayList<>();
    sentence
        .entry("ever")
        .flatMap(entry -> reading.sequence(entry.value(), "`ever`"))
        .ifPresent(
            list ->
                list.items()
                    .forEach(
                        item ->
                            reading
                                .constant(item, EventPattern.CONTAINER_ACTION)
                                .ifPresent(l -> ever.add(l.text()))));
    if (sentence.entry("ever").isPresent()) {
      YamlNode list = sentence.entry("ever").get().value();
      if (list instanceof YamlNode.Sequence(_, var items) && items.isEmpty()) {
        reading.expectsNothing(list.place());
      }
      if (goal.filter(Goal.Counted.class::isInstance).isPresent()) {
        reading
            .problems()
            .add(
                sentence.entry("ever").get().key().place(),
                "`ever` is about one container, and `count` about several",
                "make two sentences of it under `all:`");
      }
    }
    return selector.isPresent() && goal.isPresent()
        ? Optional.of(new ContainerClaim(selector.get(), goal.get(), ever))
        : Optional.empty();
  }

  private static Optional<Goal> goal(YamlNode.Mapping sentence, NodeReader reading) {
    if (Noun.expects(sentence, "absent")) {
      return Optional.of(new Goal.Gone());
    }
    Optional<YamlNode.Mapping> expect =
        Noun.expect(sentence, "a container", List.of("absent"), reading);
    Optional<YamlNode.Entry> count = expect.flatMap(mapping -> mapping.entry("count"));
    if (count.isPresent() && expect.get().entries().size() == 1) {
      return new MatcherReader(reading)
          .read(count.get().value(), Type.Single.NUMBER)
          .map(Goal.Counted::new);
    }
    if (count.isPresent()) {
      reading
          .problems()
          .add(
              count.get().key().place(),
              "`count` stands alone: it is about several containers",
              "say what they are like in `container: {...}`, or make two sentences of it");
      return Optional.empty();
    }
    return expect
        .flatMap(
            mapping -> Expectations.read(mapping, ContainerAttributes.TABLE, "container", reading))
        .map(Goal.Like::new);
  }

  @Override
  public boolean mayFollow(EngineEvent event) {
    // One that was renamed goes under another name.
    boolean goes = goal instanceof Goal.Gone && event.action().equals("destroy");
    // What is run inside shows in the health when it is next looked at.
    boolean heals =
        goal instanceof Goal.Like(var expectations)
            && expectations.asksFor("health")
            && event instanceof EngineEvent.ToContainer;
    return goes || heals || selector.mayFollow(event);
  }

  @Override
  public List<AskedFor.Named> needs(Variables variables) {
    return goal instanceof Goal.Like && selector instanceof Selector.ByName(var name)
        ? List.of(new AskedFor.Named(AskedFor.Kind.CONTAINER, variables.expand(name)))
        : List.of();
  }

  @Override
  public Verdict judge(Scene scene) {
    Verdict verdict = asItIs(scene);
    return goal instanceof Goal.Counted(var number)
            && new ContainerCount(number, selector, scene).lacksWhatWasRemoved()
        ? verdict
        : new CommandDiagnosis(scene).newestFirst(verdict);
  }

  private Verdict asItIs(Scene scene) {
    List<ContainerSummary> found = selector.select(scene.ours(), scene);
    return switch (goal) {
      case Goal.Gone() -> gone(found, scene);
      case Goal.Counted(var number) -> new ContainerCount(number, selector, scene).judge();
      case Goal.Like(var expectations) -> like(expectations, found, scene);
    };
  }

  private Verdict gone(List<ContainerSummary> found, Scene scene) {
    String name = selector.show(scene.variables());
    Optional<ContainerSummary> renamed = found.isEmpty() ? past(scene).renamed() : Optional.empty();
    if (renamed.isPresent()) {
      return Claim.failed(
          name + " removed", "renamed", ContainerDiagnosis.renamed(name, renamed.get()));
    }
    if (!found.isEmpty()) {
      return Claim.failed(
          name + " removed",
          found.getFirst().state().word(),
          new ContainerDiagnosis(scene).stillThere(found.getFirst()));
    }
    if (!past(scene).seen()) {
      return Claim.failed(
          name + " created, then removed",
          "never there",
          new Diagnosis(
              Progress.NOTHING_DONE,
              name + " was never there in this lesson.",
              "Do the earlier steps first: `:reset` starts the lesson again."));
    }
    return past(scene).verdict(ever, Optional.empty());
  }

  private ContainerPast past(Scene scene) {
    return new ContainerPast(selector, scene);
  }

  private Verdict like(
      Expectations<SeenContainer> expectations, List<ContainerSummary> found, Scene scene) {
    String name = selector.show(scene.variables());
    if (found.isEmpty()) {
      return Claim.failed(
          name, "no such container", new ContainerDiagnosis(scene).missing(selector));
    }
    Optional<Container> nearest = new ContainerAims(selector, scene).nearest(expectations);
    if (nearest.isEmpty()) {
      return Claim.failed(
          name, "no such container", new ContainerDiagnosis(scene).missing(selector));
    }
    return expectations
        .mismatch(new SeenContainer(nearest.get(), scene), scene.variables())
        .map(mismatch -> unlike(mismatch, nearest.get(), scene))
        .orElseGet(() -> past(scene).verdict(ever, nearest));
  }

  /** Where the newest is meant, it may have been one that is gone again. */
  private Verdict unlike(
      Expectations.Mismatch<SeenContainer> mismatch, Container nearest, Scene scene) {
    Optional<Diagnosis> itself =
        selector instanceof Selector.ByTraits traits && traits.newest()
            ? new RemovedItself(scene).newest(selector)
            : Optional.empty();
    return itself
        .map(why -> Claim.failed(selector.show(scene.variables()), "gone again", why))
        .orElseGet(() -> new ContainerMismatch(scene, nearest, mismatch).verdict());
  }

  @Override
  public List<Aim> aims(Scene scene) {
    ContainerAims aims = new ContainerAims(selector, scene);
    return switch (goal) {
      case Goal.Gone() -> aims.gone();
      case Goal.Counted _ -> List.of();
      case Goal.Like(var expectations) -> {
        Optional<Container> there = aims.nearest(expectations);
        yield aims.like(expectations, there, past(scene).missing(ever, there));
      }
    };
  }

  @Override
  public List<String> capturable() {
    return ContainerAttributes.TABLE.names();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    return selector.select(scene.ours(), scene).stream()
        .findFirst()
        .flatMap(summary -> scene.container(summary.id()))
        .flatMap(
            container ->
                ContainerAttributes.TABLE
                    .find(attribute)
                    .map(found -> found.read().apply(new SeenContainer(container, scene)))
                    .map(
                        value ->
                            value instanceof Value.Text(var text)
                                ? text
                                : Type.Single.TEXT.show(value)));
  }
}
