package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerAttributes;
import dev.ropewalk.check.container.ContainerMismatch;
import dev.ropewalk.check.container.SeenContainer;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services of a compose project are so, or all of it is gone.
 *
 * @param project its name; may use variables
 */
public record ComposeClaim(String project, Goal goal) implements Claim {
  static final Attributes<ComposeProject> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "networks",
                  new Type.ListOf(Type.Single.TEXT),
                  "its networks, as the compose file names them",
                  p -> Value.of(p.networks())),
              new Attribute<>(
                  "volumes",
                  new Type.ListOf(Type.Single.TEXT),
                  "its volumes, as the compose file names them",
                  p -> Value.of(p.volumes()))));

  private static final Shape.Keys SERVICE =
      ContainerAttributes.TABLE
          .form()
          .and(
              Shape.Key.optional(
                  "scale",
                  new Shape.Matched(Type.Single.NUMBER),
                  "how many containers it has; without it, at least one"));

  private static final Shape.Keys FORM =
      Shape.Keys.of(
              Shape.Key.optional(
                  "services",
                  new Shape.Named(SERVICE),
                  "what every container of a service is like, by the service's name"))
          .and(TABLE.form().keys());

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "compose",
          "A compose project, by name: the folder of its file, or what `-p` says.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(
              new Shape.Exactly("absent", "it was there in this lesson, and is gone"), FORM),
          """
          check: The shop is open, with two web servers and a database
          compose: shop
          expect:
            services:
              web: {state: running, image: nginx, scale: 2}
              db: {state: running, health: healthy}
            volumes: {contains: data}
          within: 30s
          """,
          ComposeClaim::read);

  /** What is expected. */
  sealed interface Goal {
    /** It was there, and is no more. */
    record Gone() implements Goal {}

    /** Its services are so, and then its networks and volumes. */
    record Like(List<Service> services, Optional<Expectations<ComposeProject>> rest)
        implements Goal {
      public Like {
        services = List.copyOf(services);
      }
    }
  }

  /** What is expected of a service. */
  record Service(
      String name, Optional<Matcher> scale, Optional<Expectations<SeenContainer>> containers) {}

  private static Optional<ComposeClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> project = reading.text(subject, "`compose`");
    Optional<? extends Goal> goal =
        Noun.expects(sentence, "absent")
            ? Optional.of(new Goal.Gone())
            : Noun.expect(sentence, "a compose project", List.of("absent"), reading)
                .flatMap(mapping -> like(mapping, reading));
    return project.isPresent() && goal.isPresent()
        ? Optional.of(new ComposeClaim(project.get(), goal.get()))
        : Optional.empty();
  }

  private static Optional<Goal.Like> like(YamlNode.Mapping mapping, NodeReader reading) {
    reading.allow(mapping, "a compose project", FORM.names());
    List<Service> services = new ArrayList<>();
    int wanted = 0;
    Optional<YamlNode.Mapping> named =
        mapping.entry("services").flatMap(e -> reading.mapping(e.value(), "`services`"));
    if (named.isPresent()) {
      if (named.get().entries().isEmpty()) {
        reading.expectsNothing(named.get().place());
      }
      for (YamlNode.Entry entry : named.get().entries()) {
        wanted++;
        service(entry, reading).ifPresent(services::add);
      }
    }
    YamlNode.Mapping others =
        new YamlNode.Mapping(
            mapping.place(),
            mapping.entries().stream()
                .filter(e -> TABLE.find(e.key().text()).isPresent())
                .toList());
    Optional<Expectations<ComposeProject>> rest =
        others.entries().isEmpty()
            ? Optional.empty()
            : Expectations.read(others, TABLE, "compose project", reading);
    boolean whole =
        mapping.entry("services").isPresent() == (wanted > 0)
            && services.size() == wanted
            && rest.isPresent() == !others.entries().isEmpty();
    return whole && (wanted > 0 || rest.isPresent())
        ? Optional.of(new Goal.Like(services, rest))
        : Optional.empty();
  }

  private static Optional<Service> service(YamlNode.Entry entry, NodeReader reading) {
    Optional<YamlNode.Mapping> body = reading.mapping(entry.value(), "a service");
    if (body.isEmpty()) {
      return Optional.empty();
    }
    if (body.get().entries().isEmpty()) {
      reading.expectsNothing(body.get().place());
      return Optional.empty();
    }
    reading.allow(body.get(), "a service", SERVICE.names());
    Optional<YamlNode.Entry> many = body.get().entry("scale");
    Optional<Matcher> scale =
        many.flatMap(e -> new MatcherReader(reading).read(e.value(), Type.Single.NUMBER));
    YamlNode.Mapping like =
        new YamlNode.Mapping(
            body.get().place(),
            body.get().entries().stream()
                .filter(e -> ContainerAttributes.TABLE.find(e.key().text()).isPresent())
                .toList());
    Optional<Expectations<SeenContainer>> containers =
        like.entries().isEmpty()
            ? Optional.empty()
            : Expectations.read(like, ContainerAttributes.TABLE, "service", reading);
    return scale.isPresent() == many.isPresent()
            && containers.isPresent() == !like.entries().isEmpty()
            && (scale.isPresent() || containers.isPresent())
        ? Optional.of(new Service(entry.key().text(), scale, containers))
        : Optional.empty();
  }

  @Override
  public Verdict judge(Scene scene) {
    ComposeProject there = ComposeProject.find(scene.variables().expand(project), scene);
    return switch (goal) {
      case Goal.Gone() -> there.gone();
      case Goal.Like _ when there.containers().isEmpty() -> there.missing();
      case Goal.Like(var services, var rest) ->
          services.stream()
              .map(service -> judge(service, there, scene))
              .filter(verdict -> !(verdict instanceof Verdict.Passed))
              .findFirst()
              .or(
                  () ->
                      rest.flatMap(r -> r.mismatch(there, scene.variables()))
                          .map(m -> unlike(there, m, scene)))
              .orElseGet(Verdict.Passed::new);
    };
  }

  private static Verdict unlike(
      ComposeProject there, Expectations.Mismatch<ComposeProject> mismatch, Scene scene) {
    return MismatchText.verdict("The project `" + there.name() + "`", mismatch, "", scene);
  }

  private static Verdict judge(Service service, ComposeProject there, Scene scene) {
    List<ContainerSummary> found = there.of(service.name());
    boolean noneWanted =
        service.scale().filter(s -> fits(s, 0, scene)).isPresent() && found.isEmpty();
    if (noneWanted) {
      return new Verdict.Passed();
    }
    if (found.isEmpty()) {
      return there.missing(service.name());
    }
    for (ContainerSummary each : found) {
      Optional<Container> container = scene.container(each.id());
      if (container.isPresent() && service.containers().isPresent()) {
        var mismatch =
            service
                .containers()
                .get()
                .mismatch(new SeenContainer(container.get(), scene), scene.variables());
        if (mismatch.isPresent()) {
          return mended(
              new ContainerMismatch(scene, container.get(), mismatch.get()).verdict(),
              service.name(),
              there.program());
        }
      }
    }
    return service
        .scale()
        .filter(s -> !fits(s, found.size(), scene))
        .map(s -> scale(service.name(), found.size(), scene.wording().of(s), there.program()))
        .orElseGet(Verdict.Passed::new);
  }

  /**
   * The file says what a service's containers are made of: who removes one and runs it again, or
   * brings it up once more, gets the same.
   */
  private static Verdict mended(Verdict verdict, String service, String program) {
    if (!(verdict instanceof Verdict.Failed(var expected, var actual, var why, var outlook))) {
      return verdict;
    }
    boolean isState = why.progress() == Diagnosis.Progress.WRONG_STATE;
    Diagnosis better =
        !isState
            ? why.withRemedy(
                "Once the Compose file says so, `%s up -d --force-recreate %s` makes it anew."
                    .formatted(program, service),
                List.of())
            : why.remedy().isEmpty()
                ? why.withRemedy("`%s up -d` brings it up.".formatted(program))
                : why;
    return new Verdict.Failed(expected, actual, better, outlook);
  }

  private static boolean fits(Matcher scale, int number, Scene scene) {
    return scene.matching().test(scale, Type.Single.NUMBER, Value.of(number));
  }

  private static Verdict scale(String service, int number, String expected, String program) {
    return Claim.pending(
        expected,
        Integer.toString(number),
        new Diagnosis(
            Progress.WRONG_DETAIL,
            "The service `%s` has %s container%s, but this step asks for %s."
                .formatted(service, number, number == 1 ? "" : "s", expected),
            "`%s up -d --scale %s=NUMBER` gives it as many.".formatted(program, service)));
  }
}
