package dev.ropewalk.check.container;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a claim about a container wants done. */
public final class ContainerAims {
  private static final String FROM_BEFORE = "${";

  private final Selector selector;
  private final Scene scene;

  ContainerAims(Selector selector, Scene scene) {
    this.selector = selector;
    this.scene = scene;
  }

  /** How it is named on a command line; empty for one that nobody has named yet. */
  String name(Optional<Container> there) {
    return there
        .map(Container::name)
        .orElseGet(
            () ->
                selector instanceof Selector.ByName(var template)
                    ? scene.variables().expand(template)
                    : "");
  }

  /** The first that the selector means. */
  Optional<Container> there() {
    return selector.select(scene.ours(), scene).stream()
        .findFirst()
        .flatMap(summary -> scene.container(summary.id()));
  }

  /** The one that is as expected; else the one that is the longest. */
  Optional<Container> nearest(Expectations<SeenContainer> expectations) {
    Optional<Container> nearest = Optional.empty();
    int order = -1;
    for (ContainerSummary candidate : selector.select(scene.ours(), scene)) {
      Optional<Container> container = scene.container(candidate.id());
      if (container.isEmpty()) {
        continue;
      }
      var mismatch =
          expectations.mismatch(new SeenContainer(container.get(), scene), scene.variables());
      if (mismatch.isEmpty()) {
        return container;
      }
      int reached = ContainerAttributes.TABLE.all().indexOf(mismatch.get().attribute());
      if (reached > order) {
        order = reached;
        nearest = container;
      }
    }
    return nearest;
  }

  List<Aim> gone() {
    return List.of(new Aim.Gone(name(there())));
  }

  /** That the container that a selector means is made by a line with certain parts. */
  public static Aim made(Selector selector, Scene scene, Aim.Line line) {
    ContainerAims aims = new ContainerAims(selector, scene);
    return new Aim.Made(aims.name(aims.there()), line);
  }

  /** That the container that a selector means runs. */
  public static List<Aim> running(Selector selector, Scene scene) {
    ContainerAims aims = new ContainerAims(selector, scene);
    Optional<Container> there = aims.there();
    if (there.isEmpty() && selector.ofService().isPresent()) {
      return List.of();
    }
    return List.of(
        new Aim.InState(
            aims.name(there),
            ContainerState.RUNNING,
            OptionalInt.empty(),
            there.filter(Container::running).isPresent()));
  }

  /**
   * That it is as expected.
   *
   * @param nearest the one that comes nearest
   * @param missing what must still happen to it
   */
  List<Aim> like(
      Expectations<SeenContainer> expectations, Optional<Container> nearest, List<String> missing) {
    Optional<Container> there = nearest.filter(it -> !isInNobodysWay(it, expectations));
    String name = name(there);
    List<Aim> aims = new ArrayList<>();
    // What a service's containers are made of stands in its file.
    if (selector.ofService().isEmpty()) {
      aims.add(made(name, expectations));
    }
    expectations.of("id").ifPresent(id -> aims.addAll(identity(name, id, there, expectations)));
    if (there.isPresent() || selector.ofService().isEmpty()) {
      state(name, expectations, there).ifPresent(aims::add);
    }
    if (!missing.isEmpty()) {
      aims.add(new Aim.Undergoes(name, missing));
    }
    return aims;
  }

  private Aim made(String name, Expectations<SeenContainer> expectations) {
    return new Aim.Made(
        name,
        container ->
            Stream.concat(
                    asked().stream(), new RunParts(expectations, container, scene).all().stream())
                .toList());
  }

  /** Another one is asked for, and by no name that this one could hold. */
  private boolean isInNobodysWay(Container there, Expectations<SeenContainer> expectations) {
    return selector instanceof Selector.ByTraits
        && expectations.of("id").filter(Matcher.Not.class::isInstance).isPresent()
        && !expectations.meets("id", new SeenContainer(there, scene), scene.variables());
  }

  /** What the selector says of its making; one that it means has it. */
  private List<Aim.Part> asked() {
    return selector instanceof Selector.ByTraits traits
        ? traits.image().stream()
            .map(image -> new Aim.Part(Aim.Part.Kind.IMAGE, scene.variables().expand(image), true))
            .toList()
        : List.of();
  }

  private List<Aim> identity(
      String name,
      Matcher id,
      Optional<Container> there,
      Expectations<SeenContainer> expectations) {
    boolean met =
        there
            .filter(c -> expectations.meets("id", new SeenContainer(c, scene), scene.variables()))
            .isPresent();
    if (id instanceof Matcher.Is(var literal) && literal.text().startsWith(FROM_BEFORE)) {
      return List.of(new Aim.Kept(name, met));
    }
    return id instanceof Matcher.Not && !met
        ? List.of(new Aim.Undergoes(name, List.of("create")))
        : List.of();
  }

  private Optional<Aim> state(
      String name, Expectations<SeenContainer> expectations, Optional<Container> there) {
    Optional<ContainerState> state =
        expectations
            .of("state")
            .flatMap(matcher -> MatchedParts.literal(matcher, scene))
            .map(ContainerState::parse);
    Optional<Integer> code =
        expectations
            .of("exit_code")
            .flatMap(matcher -> MatchedParts.literal(matcher, scene))
            .filter(text -> text.matches("\\d{1,3}"))
            .map(Integer::valueOf);
    boolean reached =
        there
            .map(container -> new SeenContainer(container, scene))
            .filter(
                seen ->
                    expectations.meets("state", seen, scene.variables())
                        && expectations.meets("exit_code", seen, scene.variables()))
            .isPresent();
    return state.isEmpty() && code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Aim.InState(
                name,
                state.orElse(ContainerState.EXITED),
                code.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                reached));
  }
}
