package dev.ropewalk.check.container;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A port of the engine's host answers through a container of ours, or is closed.
 *
 * @param number the host's port
 */
public record PortClaim(Literal number, Goal goal) implements Claim {
  private static final Type.Word ANSWERS = Type.Word.of("tcp", "http", "redis");
  private static final Shape.Keys OPEN =
      Shape.Keys.of(
              Shape.Key.required("answers", new Shape.Constant(ANSWERS), "what is spoken there"))
          .and(WebAnswer.KEYS)
          .and(
              Shape.Key.optional(
                  "container",
                  new Shape.Of(Type.Single.TEXT),
                  "the name of the container that it leads to; otherwise any of this lesson"),
              Shape.Key.optional(
                  "inside",
                  new Shape.Of(Type.Single.HOST_PORT),
                  "the port inside the container that it leads to"),
              Shape.Key.optional(
                  "bound_to", PortBinding.SHAPE, "the addresses of this machine it is open on"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "port",
          "A port of this machine.",
          new Shape.Of(Type.Single.HOST_PORT),
          Noun.expecting(new Shape.Exactly("closed", "nobody listens there any more"), OPEN),
          """
          check: Port 12345 of this machine reaches redis, on every address
          port: 12345
          expect: {answers: redis, bound_to: all, container: redistest2, inside: 6379}
          within: 5s
          """,
          PortClaim::read);

  /** What is expected. */
  sealed interface Goal {
    /** Nobody listens. */
    record Closed() implements Goal {}

    /**
     * Somebody answers.
     *
     * @param inside the port that it leads to
     */
    record Open(
        Probes.Protocol protocol,
        WebAnswer web,
        Optional<PortBinding> boundTo,
        Optional<String> container,
        Optional<Literal> inside)
        implements Goal {
      /** Knocks at the port. */
      Probes.Reply knock(String host, int port, Scene scene) {
        return protocol == Probes.Protocol.HTTP
            ? web.knock(host, port, scene)
            : scene.probes().knock(host, port, protocol);
      }

      /** The port inside that is asked for; empty where any will do. */
      Optional<Integer> inside(Scene scene) {
        return inside.map(literal -> number(literal, scene));
      }
    }
  }

  private static Optional<PortClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<Literal> number = reading.literal(subject, Type.Single.HOST_PORT);
    if (Noun.expects(sentence, "closed")) {
      return number.map(n -> new PortClaim(n, new Goal.Closed()));
    }
    Optional<YamlNode.Mapping> expect = Noun.expect(sentence, "a port", List.of("closed"), reading);
    expect.ifPresent(mapping -> reading.allow(mapping, "a port", OPEN.names()));
    Optional<Probes.Protocol> protocol =
        expect
            .flatMap(m -> m.entry("answers"))
            .flatMap(e -> reading.constant(e.value(), ANSWERS))
            .map(l -> Probes.Protocol.valueOf(l.text().toUpperCase(Locale.ROOT)));
    Optional<WebAnswer> web = expect.map(m -> WebAnswer.read(m, reading));
    Optional<Literal> inside =
        expect
            .flatMap(m -> m.entry("inside"))
            .flatMap(e -> reading.literal(e.value(), Type.Single.HOST_PORT));
    Optional<PortBinding> bound =
        expect.flatMap(m -> m.entry("bound_to")).flatMap(e -> PortBinding.read(e.value(), reading));
    Optional<String> container =
        expect
            .flatMap(m -> m.entry("container"))
            .flatMap(e -> reading.text(e.value(), "`container`"));
    if (expect.isPresent() && expect.get().entry("answers").isEmpty()) {
      reading
          .problems()
          .add(
              expect.get().place(),
              "a port needs `answers`",
              "add `answers: tcp`, `http` or `redis`, or write `expect: closed`");
    }
    if (web.filter(it -> !it.isAny()).isPresent()
        && protocol.filter(p -> p != Probes.Protocol.HTTP).isPresent()) {
      reading
          .problems()
          .add(
              expect.orElseThrow().place(),
              "`path`, `status` and `body` are of an HTTP answer",
              "write `answers: http`");
      return Optional.empty();
    }
    return number.isPresent() && protocol.isPresent()
        ? Optional.of(
            new PortClaim(
                number.get(),
                new Goal.Open(protocol.get(), web.orElseThrow(), bound, container, inside)))
        : Optional.empty();
  }

  @Override
  public boolean needsAct() {
    return goal instanceof Goal.Open;
  }

  @Override
  public List<Aim> aims(Scene scene) {
    int port = number(number, scene);
    List<ContainerSummary> owners = owners(port, scene);
    return switch (goal) {
      case Goal.Closed() -> owners.stream().<Aim>map(c -> new Aim.Gone(c.name())).toList();
      case Goal.Open open -> new PortDiagnosis(scene, open, port).aims(owners);
    };
  }

  private static int number(Literal port, Scene scene) {
    return port.value(scene.variables()) instanceof Value.Number(var n) ? Math.toIntExact(n) : 0;
  }

  private static List<ContainerSummary> owners(int port, Scene scene) {
    return scene.ours().stream()
        .filter(c -> c.ports().stream().anyMatch(p -> p.host() == port))
        .toList();
  }

  @Override
  public Verdict judge(Scene scene) {
    return new CommandDiagnosis(scene).newestFirst(asItIs(scene));
  }

  private Verdict asItIs(Scene scene) {
    int port = number(number, scene);
    List<ContainerSummary> owners = owners(port, scene);
    return switch (goal) {
      case Goal.Closed() -> closed(port, owners.stream().findFirst(), scene);
      case Goal.Open open -> open(open, port, owners, scene);
    };
  }

  private static Verdict closed(int port, Optional<ContainerSummary> owner, Scene scene) {
    Probes.Reply reply = scene.probes().knock(scene.info().address(), port, Probes.Protocol.TCP);
    if (owner.isEmpty() && reply instanceof Probes.Reply.Refused) {
      return scene.history().all().isEmpty()
          ? Claim.failed(
              "opened, then closed",
              "never opened",
              new Diagnosis(
                  Progress.NOTHING_DONE,
                  "Nothing was ever published on port %s in this lesson.".formatted(port),
                  ""))
          : new Verdict.Passed();
    }
    String who =
        owner
            .map(c -> "`" + c.name() + "` publishes it")
            .orElse("a program that is no container of this lesson");
    return Claim.pending(
        "closed",
        "open",
        new Diagnosis(Progress.WRONG_STATE, "Port %s still answers: %s.".formatted(port, who), ""));
  }

  private static Verdict open(
      Goal.Open open, int port, List<ContainerSummary> owners, Scene scene) {
    PortDiagnosis why = new PortDiagnosis(scene, open, port);
    Optional<String> named = open.container().map(scene.variables()::expand);
    Optional<ContainerSummary> owner =
        owners.stream().filter(c -> named.map(c.name()::equals).orElse(true)).findFirst();
    String protocol = open.protocol().name().toLowerCase(Locale.ROOT);
    String expected = "%s on port %s".formatted(protocol, port);
    if (owner.isEmpty()) {
      return Claim.failed(
          expected, "not published", why.unpublished(named, owners.stream().findFirst()));
    }
    // Where one address is asked for, nobody need listen on the others.
    Optional<String> asked = open.boundTo().flatMap(PortBinding::address);
    Optional<Verdict> elsewhere =
        asked.flatMap(_ -> open.boundTo().flatMap(b -> b.mismatch(port, owner.get())));
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    Optional<Verdict> insideOther = why.leadsElsewhere(owner.get());
    if (insideOther.isPresent()) {
      return insideOther.get();
    }
    String host = host(open, scene);
    Probes.Reply reply = open.knock(host, port, scene);
    if (!(reply instanceof Probes.Reply.Answered(String detail))) {
      // Where it is bound to another address than the one that was knocked at, that is why.
      return open.boundTo()
          .filter(_ -> PortBinding.isTcp(port, owner.get()))
          .flatMap(binding -> binding.mismatch(port, owner.get()))
          .orElseGet(() -> why.silent(expected, owner.get()));
    }
    Optional<Verdict> answer =
        open.protocol() == Probes.Protocol.HTTP
            ? open.web().mismatch(host, port, Long.parseLong(detail), scene)
            : Optional.empty();
    return answer
        .or(() -> open.boundTo().flatMap(binding -> binding.mismatch(port, owner.get())))
        .orElseGet(Verdict.Passed::new);
  }

  /** Where to knock: an engine of another machine is known by one address only. */
  private static String host(Goal.Open open, Scene scene) {
    String engine = scene.info().address();
    return engine.startsWith("127.")
        ? open.boundTo().flatMap(PortBinding::address).orElse(engine)
        : engine;
  }
}
