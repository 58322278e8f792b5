package dev.ropewalk.check.container;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which container a claim is about. */
public sealed interface Selector {
  /** By name, id or the beginning of an id; may use variables. */
  record ByName(String name) implements Selector {}

  /** By what it is like; all that are given must hold. */
  record ByTraits(
      Optional<String> image,
      Optional<String> label,
      Optional<ComposeService> service,
      Optional<ContainerState> state,
      boolean newest)
      implements Selector {
    boolean fits(ContainerSummary container, Scene scene) {
      Variables variables = scene.variables();
      return image.map(i -> isOf(container, variables.expand(i), scene)).orElse(true)
          && label.map(l -> hasLabel(container.labels(), variables.expand(l))).orElse(true)
          && service.map(s -> s.has(container.labels(), variables)).orElse(true)
          && state.map(s -> container.state() == s).orElse(true);
    }

    /** Whether what an event tells of a container fits: its image and its labels. */
    boolean fits(EngineEvent.ToContainer event, Scene scene) {
      Variables variables = scene.variables();
      return image.map(i -> sameImage(event.image(), variables.expand(i), scene)).orElse(true)
          && label.map(l -> hasLabel(event.details(), variables.expand(l))).orElse(true)
          && service.map(s -> s.has(event.details(), variables)).orElse(true);
    }

    private static boolean isOf(ContainerSummary container, String image, Scene scene) {
      return ImageRef.parse(container.image()).equals(ImageRef.parse(image))
          || scene.world().isImage(container.imageId(), image);
    }

    private static boolean hasLabel(Map<String, String> labels, String label) {
      int equals = label.indexOf('=');
      return equals < 0
          ? labels.containsKey(label)
          : label.substring(equals + 1).equals(labels.get(label.substring(0, equals)));
    }
  }

  /** Whether an image, as it was asked for, is the one of a name. */
  static boolean sameImage(String asked, String image, Scene scene) {
    return ImageRef.parse(asked).equals(ImageRef.parse(image))
        || scene.world().images().stream()
            .anyMatch(
                each ->
                    scene.world().isImage(each.id(), asked)
                        && scene.world().isImage(each.id(), image));
  }

  /** The keys by which a container can be looked for. */
  Shape.Keys TRAITS =
      Shape.Keys.of(
          Shape.Key.optional("image", new Shape.Of(Type.Single.IMAGE), "the image it is made from"),
          Shape.Key.optional(
              "label", new Shape.Of(Type.Single.TEXT), "a label, as `name` or `name=value`"),
          Shape.Key.optional(
              "service",
              new Shape.Of(Type.Single.TEXT),
              "a service of a Compose project, as `project/service`: whatever its container is called, but none of `docker compose run`"),
          Shape.Key.optional(
              "state", new Shape.Constant(ContainerAttributes.STATE), "what it is doing"),
          Shape.Key.optional(
              "newest", new Shape.Constant(Type.Single.FLAG), "only the newest of those that fit"));

  /** A name, an id or the beginning of one; or what it is like. */
  Shape SHAPE = Shape.Either.of(new Shape.Of(Type.Single.TEXT), TRAITS);

  /** Reads what stands after {@code container:}. */
  static Optional<Selector> read(YamlNode node, NodeReader reading) {
    if (node instanceof YamlNode.Scalar) {
      return reading.text(node, "`container`").map(ByName::new);
    }
    if (node instanceof YamlNode.Mapping mapping) {
      return traits(mapping, reading);
    }
    reading
        .problems()
        .add(
            node.place(),
            "`container` is a name, or a mapping that says what it is like, not " + node.kind(),
            "write one name, or for instance `{image: redis}`");
    return Optional.empty();
  }

  private static Optional<Selector> traits(YamlNode.Mapping mapping, NodeReader reading) {
    List<String> known = TRAITS.names();
    reading.allow(mapping, "a container to look for", known);
    if (mapping.entries().isEmpty()) {
      reading
          .problems()
          .add(mapping.place(), "this selects nothing", "name one of: " + String.join(", ", known));
      return Optional.empty();
    }
    Optional<String> image =
        mapping.entry("image").flatMap(e -> reading.text(e.value(), "`image`"));
    Optional<String> label =
        mapping.entry("label").flatMap(e -> reading.text(e.value(), "`label`"));
    Optional<String> written =
        mapping.entry("service").flatMap(e -> reading.text(e.value(), "`service`"));
    Optional<ComposeService> service = written.flatMap(ComposeService::parse);
    if (written.isPresent() && service.isEmpty()) {
      reading
          .problems()
          .add(
              mapping.place(),
              "`service` is the name of a project and that of a service",
              "write for instance `service: shop/web`");
      return Optional.empty();
    }
    Optional<ContainerState> state =
        mapping
            .entry("state")
            .flatMap(e -> reading.constant(e.value(), ContainerAttributes.STATE))
            .map(l -> ContainerState.parse(l.text()));
    boolean newest =
        mapping
            .entry("newest")
            .flatMap(e -> reading.constant(e.value(), Type.Single.FLAG))
            .map(l -> l.text().equals("true"))
            .orElse(false);
    return Optional.of(new ByTraits(image, label, service, state, newest));
  }

  /** Those of the candidates that it means; the candidates come newest first. */
  default List<ContainerSummary> select(List<ContainerSummary> candidates, Scene scene) {
    return switch (this) {
      case ByName(String template) -> {
        String name = scene.variables().expand(template);
        List<ContainerSummary> exact =
            candidates.stream().filter(c -> c.name().equals(name)).toList();
        yield exact.isEmpty() && name.length() >= 4 && name.matches("[0-9a-f]+")
            ? candidates.stream().filter(c -> c.id().startsWith(name)).toList()
            : exact;
      }
      case ByTraits traits -> {
        List<ContainerSummary> all =
            candidates.stream().filter(c -> traits.fits(c, scene)).toList();
        yield traits.newest() && !all.isEmpty() ? all.subList(0, 1) : all;
      }
    };
  }

  /** The names of the containers that are in the state it asks for, and that it does not mean. */
  default List<String> othersInTheSameState(Scene scene) {
    List<ContainerSummary> meant = select(scene.ours(), scene);
    return switch (this) {
      case ByName _ -> List.of();
      case ByTraits traits ->
          scene.world().containers().stream()
              .filter(c -> traits.state().map(s -> c.state() == s).orElse(true))
              .filter(c -> !meant.contains(c))
              .map(ContainerSummary::name)
              .toList();
    };
  }

  /**
   * Whether what is known of a container that it means may follow an event: every change of one has
   * an event of its own, but its end may follow what is run inside it.
   */
  default boolean mayFollow(EngineEvent event) {
    return (!event.changesNoObject() || SeenContainer.tellsToEnd(event))
        && switch (event) {
          case EngineEvent.ToContainer container -> mayMean(container);
          case EngineEvent.ToNetwork _, EngineEvent.ToVolume _, EngineEvent.ToOther _ -> true;
          case EngineEvent.ToImage _ -> false;
        };
  }

  /** The Compose service that it means; empty where it asks for none. */
  default Optional<ComposeService> ofService() {
    return this instanceof ByTraits traits ? traits.service() : Optional.empty();
  }

  /** Whether it means the container of an event. */
  default boolean means(EngineEvent.ToContainer event, Scene scene) {
    return switch (this) {
      case ByName(String template) -> {
        String name = scene.variables().expand(template);
        yield event.name().equals(name) || (name.length() >= 12 && event.id().startsWith(name));
      }
      case ByTraits traits -> traits.fits(event, scene);
    };
  }

  /** As far as is known without variables; one that is renamed may be meant before or after. */
  private boolean mayMean(EngineEvent.ToContainer event) {
    return switch (this) {
      case ByName(String name) ->
          name.contains("$")
              || event.action().equals("rename")
              || event.name().equals(name)
              || event.id().startsWith(name);
      case ByTraits _ -> true;
    };
  }

  /** How a person would call it. */
  default String show(Variables variables) {
    return switch (this) {
      case ByName(String template) -> {
        try {
          yield "`" + Type.Single.ID.show(Value.of(variables.expand(template))) + "`";
        } catch (Variables.UnknownVariable e) {
          yield "`" + template + "`";
        }
      }
      case ByTraits(_, _, _, var state, _) -> {
        boolean vowel = state.filter(s -> s == ContainerState.EXITED).isPresent();
        yield (vowel ? "an " : "a ") + kind("container");
      }
    };
  }

  /** How a person would call so many of them. */
  default String several(String number) {
    return switch (number) {
      case "0" -> "no " + kind("container");
      case "1" -> "1 " + kind("container");
      default -> number + " " + kind("containers");
    };
  }

  private String kind(String noun) {
    return switch (this) {
      case ByName(String template) -> noun + " named `" + template + "`";
      case ByTraits(var image, var label, var service, var state, _) -> {
        StringBuilder words = new StringBuilder();
        state.ifPresent(s -> words.append(s.word()).append(' '));
        words.append(noun);
        image.ifPresent(i -> words.append(" of `").append(i).append('`'));
        label.ifPresent(l -> words.append(" with the label `").append(l).append('`'));
        service.ifPresent(s -> words.append(' ').append(s.spoken()));
        yield words.toString();
      }
    };
  }
}
