package dev.ropewalk.check.container;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.RunCommand;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why a port of this machine does not lead to a program that answers. */
final class PortDiagnosis {
  private static final String REDIS = "redis-server";

  private final Scene scene;
  private final PortClaim.Goal.Open open;
  private final int port;

  PortDiagnosis(Scene scene, PortClaim.Goal.Open open, int port) {
    this.scene = scene;
    this.open = open;
    this.port = port;
  }

  /**
   * The container that is meant does not publish it.
   *
   * @param wanted its name; empty where any will do
   * @param other a container that does
   */
  Diagnosis unpublished(Optional<String> wanted, Optional<ContainerSummary> other) {
    Optional<ContainerSummary> meant =
        scene.ours().stream().filter(c -> wanted.map(c.name()::equals).orElse(true)).findFirst();
    if (other.isPresent()) {
      return new Diagnosis(
          Progress.WRONG_OBJECT,
          "Port %s of this machine leads to `%s`, but this step asks for `%s`%s."
              .formatted(
                  port,
                  other.get().name(),
                  wanted.orElse(""),
                  meant.isPresent() ? ", which does not publish it" : ""),
          "");
    }
    if (meant.isEmpty()) {
      return new CommandDiagnosis(scene)
          .lastFailed()
          .orElseGet(
              () ->
                  new Diagnosis(
                      Progress.NOTHING_DONE,
                      "No container of this lesson publishes port %s yet.".formatted(port),
                      ""));
    }
    if (meant.get().state() != ContainerState.RUNNING) {
      return new Diagnosis(
          Progress.WRONG_STATE,
          "Port %s is closed: `%s` is not running (%s), and a port is open only while its container runs."
              .formatted(port, meant.get().name(), meant.get().state().word()),
          "");
    }
    return scene
        .container(meant.get().id())
        .map(this::publishesOtherwise)
        .orElseGet(
            () ->
                new Diagnosis(
                    Progress.NOTHING_DONE,
                    "No container of this lesson publishes port %s yet.".formatted(port),
                    ""));
  }

  /** That a container publishes it, so that its program answers there. */
  List<Aim> aims(List<ContainerSummary> owners) {
    Optional<String> wanted = open.container().map(scene.variables()::expand);
    String name =
        wanted
            .or(() -> owners.stream().findFirst().map(ContainerSummary::name))
            .or(() -> scene.ours().stream().findFirst().map(ContainerSummary::name))
            .orElse("");
    List<Aim> aims = new ArrayList<>();
    aims.add(new Aim.Made(name, this::parts));
    // What has the port keeps the one that is meant from getting it.
    owners.stream()
        .map(ContainerSummary::name)
        .filter(owner -> !owner.equals(name))
        .forEach(owner -> aims.add(new Aim.Gone(owner)));
    return aims;
  }

  /** That it leads to another port inside than the one that is asked for; else empty. */
  Optional<Verdict> leadsElsewhere(ContainerSummary owner) {
    Optional<Integer> wanted = open.inside(scene);
    List<Integer> inside =
        owner.ports().stream().filter(p -> p.host() == port).map(Port::container).toList();
    return wanted.isEmpty() || inside.contains(wanted.get())
        ? Optional.empty()
        : Optional.of(
            Claim.failed(
                "port %s inside".formatted(wanted.get()),
                Integer.toString(inside.getFirst()),
                new Diagnosis(
                    Progress.WRONG_DETAIL,
                    "Port %s of this machine leads to port %s of `%s`, but this step asks for port %s inside. It is `-p HOST:CONTAINER`."
                        .formatted(port, inside.getFirst(), owner.name(), wanted.get()),
                    "")));
  }

  private List<Aim.Part> parts(Optional<Container> there) {
    boolean ofHost = there.filter(c -> c.host().networkMode().equals("host")).isPresent();
    int known =
        open.inside(scene)
            .orElseGet(() -> ofHost ? usual() : there.map(this::listens).orElseGet(this::usual));
    int inside = known == 0 ? there.map(this::published).orElse(0) : known;
    List<Aim.Part> parts = new ArrayList<>();
    parts.add(
        new Aim.Part(
            Aim.Part.Kind.FLAG,
            PortMismatch.flag(open.boundTo().map(PortBinding::typed).orElse(""), port, inside),
            there.filter(container -> publishes(container, inside)).isPresent()));
    if (ofHost) {
      parts.add(new Aim.Part(Aim.Part.Kind.NO_FLAG, "--network", false));
    }
    there
        .filter(container -> open.protocol() == Probes.Protocol.REDIS)
        .filter(container -> !reachable(container) || listensElsewhere(container))
        .ifPresent(_ -> parts.add(new Aim.Part(Aim.Part.Kind.COMMAND, "", false)));
    return parts;
  }

  /** Whether its program was told to listen on another port than the one that is asked for. */
  private boolean listensElsewhere(Container container) {
    return open.inside(scene).filter(inside -> listens(container) != inside).isPresent();
  }

  /** The port inside to which the port leads now; 0 for none. */
  private int published(Container container) {
    return ContainerAttributes.ports(container)
        .filter(p -> p.host() == port)
        .map(Port::container)
        .findFirst()
        .orElse(0);
  }

  /** Also one that does not run: it will, as soon as it is started. */
  private boolean publishes(Container container, int inside) {
    List<Port> published =
        ContainerAttributes.ports(container)
            .filter(p -> p.host() == port && p.protocol().equals("tcp"))
            .toList();
    return published.stream().anyMatch(p -> inside == 0 || p.container() == inside)
        && open.boundTo().map(binding -> binding.fits(published)).orElse(true);
  }

  private boolean reachable(Container container) {
    RunCommand runs = new SeenContainer(container, scene).runs();
    return isRedis(runs) && option(runs, "--bind").filter(PortDiagnosis::isInside).isEmpty();
  }

  private static boolean isInside(String address) {
    return address.startsWith("127.") || address.equals("localhost");
  }

  private Diagnosis publishesOtherwise(Container container) {
    if (container.host().networkMode().equals("host")) {
      return new Diagnosis(
          Progress.WRONG_DETAIL,
          "`%s` has the network of this machine (`--network host`), so it publishes nothing."
              .formatted(container.name()),
          "");
    }
    return mismatch(container, listens(container)).diagnosis();
  }

  private int usual() {
    return switch (open.protocol()) {
      case REDIS -> 6379;
      case HTTP -> 80;
      case TCP -> 0;
    };
  }

  private PortMismatch mismatch(Container container, int inside) {
    return new PortMismatch(scene, container, port, inside);
  }

  /** It is published, and nobody answers in the protocol that is asked for. */
  Verdict silent(String expected, ContainerSummary owner) {
    Optional<Container> container = scene.container(owner.id());
    if (container.isPresent()) {
      Optional<Diagnosis> cause = cause(owner, container.get());
      if (cause.isPresent()) {
        return Claim.failed(expected, "no answer", cause.get());
      }
    }
    return Claim.pending(
        expected,
        "no answer",
        new Diagnosis(
            Progress.WRONG_STATE,
            "Port %s of this machine leads to `%s`, but nothing inside answers there (yet)."
                .formatted(port, owner.name()),
            "`docker logs %s` shows what the program does.".formatted(owner.name())));
  }

  private Optional<Diagnosis> cause(ContainerSummary owner, Container container) {
    String name = "`" + owner.name() + "`";
    RunCommand runs = new SeenContainer(container, scene).runs();
    int listens = listens(container);
    Optional<Port> published =
        owner.ports().stream()
            .filter(p -> p.host() == port)
            .min(java.util.Comparator.comparing(p -> p.protocol().equals("tcp") ? 0 : 1));
    if (owner.state() == ContainerState.PAUSED) {
      return detail("Port %s leads to %s, but that is paused.".formatted(port, name));
    }
    if (published.isPresent() && !published.get().protocol().equals("tcp")) {
      return detail(
          "%s publishes port %s for %s, but %s is spoken over tcp."
              .formatted(name, port, published.get().protocol(), protocol()));
    }
    if (open.protocol() == Probes.Protocol.REDIS && !isRedis(runs)) {
      return detail(
          "%s runs %s, and that is no redis: nothing answers on port %s."
              .formatted(name, MismatchText.quoted(runs.shown()), port));
    }
    if (published.isPresent() && listens != 0 && published.get().container() != listens) {
      return Optional.of(mismatch(container, listens).diagnosis());
    }
    return option(runs, "--bind")
        .filter(PortDiagnosis::isInside)
        .flatMap(
            address ->
                detail(
                    "`--bind %s` lets the program in %s listen to the inside of its container only, so that nothing from outside reaches it."
                        .formatted(address, name)));
  }

  private static boolean isRedis(RunCommand runs) {
    return runs.programs() instanceof Value.Ways(var ways) && ways.contains(Value.of(REDIS));
  }

  /** The port inside on which the program listens, as far as that is known; else 0. */
  private int listens(Container container) {
    RunCommand runs = new SeenContainer(container, scene).runs();
    Optional<Integer> own =
        option(runs, "--port").filter(p -> p.matches("\\d{1,5}")).map(Integer::valueOf);
    if (open.protocol() == Probes.Protocol.REDIS) {
      return own.orElseGet(this::usual);
    }
    List<Integer> exposed =
        scene.image(container.imageId()).map(Image::exposes).orElse(List.of()).stream()
            .filter(p -> p.matches("\\d{1,5}/tcp"))
            .map(p -> Integer.valueOf(p.replace("/tcp", "")))
            .toList();
    return exposed.size() == 1 ? exposed.getFirst() : exposed.isEmpty() ? usual() : 0;
  }

  /** The value of an option of the program. */
  private static Optional<String> option(RunCommand runs, String name) {
    int at = runs.asked().indexOf(name);
    return at >= 0 && at + 1 < runs.asked().size()
        ? Optional.of(runs.asked().get(at + 1))
        : Optional.empty();
  }

  private String protocol() {
    return switch (open.protocol()) {
      case REDIS -> "redis";
      case HTTP -> "HTTP";
      case TCP -> "the protocol";
    };
  }

  private static Optional<Diagnosis> detail(String says) {
    return Optional.of(new Diagnosis(Progress.WRONG_DETAIL, says, ""));
  }
}
