package dev.ropewalk.check.container;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.text.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an event must be like: action, name, image, exit code, signal; only those that are given
 * matter.
 *
 * @param parts what is asked for, by the name of the part
 */
public record EventPattern(Map<String, Literal> parts) {
  /** What docker says happens to containers. */
  static final Type.Word CONTAINER_ACTION =
      Type.Word.of(
          "archive-path",
          "attach",
          "commit",
          "create",
          "destroy",
          "detach",
          "die",
          "exec_create",
          "exec_detach",
          "exec_die",
          "exec_start",
          "export",
          "extract-to-dir",
          "health_status",
          "kill",
          "oom",
          "pause",
          "rename",
          "resize",
          "restart",
          "start",
          "stop",
          "top",
          "unpause",
          "update");

  /** What can happen to a container. */
  public static final Type.Word ACTION =
      new Type.Word(
          java.util.stream.Stream.concat(
                  CONTAINER_ACTION.allowed().stream(),
                  List.of(
                      "pull",
                      "push",
                      "tag",
                      "untag",
                      "delete",
                      "load",
                      "save",
                      "import",
                      "prune",
                      "connect",
                      "disconnect",
                      "remove",
                      "mount",
                      "unmount")
                      .stream())
              .toList());

  private static final Map<String, Type> PARTS = knownParts();

  /** One event. */
  public static final Shape.Keys SHAPE =
      new Shape.Keys(
          PARTS.entrySet().stream()
              .map(
                  part ->
                      part.getValue().equals(ACTION)
                          ? Shape.Key.required(
                              part.getKey(), new Shape.Constant(ACTION), "what happened")
                          : Shape.Key.optional(
                              part.getKey(), new Shape.Of(part.getValue()), doc(part.getKey())))
              .toList(),
          Shape.Take.SOME);

  public EventPattern {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  private static String doc(String part) {
    return switch (part) {
      case "name" ->
          "the name of what it happened to: of a container, a network, a volume, or an image with its tag; what is pushed or pulled with all its tags is meant by each of them";
      case "container" -> "the container it happened to; only of what happens to containers";
      case "image" ->
          "the image of the container it happened to; only of what happens to containers, for an image itself has a `name`";
      case "exit_code" -> "the exit code with which it ended; only of `die` and `exec_die`";
      case "signal" -> "the number of the signal that it was sent; only of `kill`";
      default -> "";
    };
  }

  private static Map<String, Type> knownParts() {
    Map<String, Type> parts = new LinkedHashMap<>();
    parts.put("action", ACTION);
    parts.put("name", Type.Single.TEXT);
    parts.put("image", Type.Single.IMAGE);
    parts.put("container", Type.Single.TEXT);
    parts.put("exit_code", Type.Single.NUMBER);
    parts.put("signal", Type.Single.NUMBER);
    return parts;
  }

  /** Reads one pattern; empty when it is broken, which is then noted. */
  public static Optional<EventPattern> read(YamlNode node, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "an event");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    reading.allow(mapping.get(), "an event", PARTS.keySet());
    if (mapping.get().entry("action").isEmpty()) {
      reading
          .problems()
          .add(node.place(), "an event needs an `action`", "add for instance `action: start`");
      return Optional.empty();
    }
    Map<String, Literal> parts = new LinkedHashMap<>();
    PARTS.forEach(
        (name, type) ->
            mapping
                .get()
                .entry(name)
                .flatMap(
                    e ->
                        type.equals(ACTION)
                            ? reading.constant(e.value(), type)
                            : reading.literal(e.value(), type))
                .ifPresent(l -> parts.put(name, l)));
    return parts.size() == mapping.get().entries().size() && canHold(mapping.get(), parts, reading)
        ? Optional.of(new EventPattern(parts))
        : Optional.empty();
  }

  /** Notes what no event of this action can ever have. */
  private static boolean canHold(
      YamlNode.Mapping mapping, Map<String, Literal> parts, NodeReader reading) {
    String action = Objects.requireNonNull(parts.get("action")).text();
    List<YamlNode.Entry> idle =
        mapping.entries().stream()
            .filter(entry -> !of(entry.key().text()).contains(action))
            .toList();
    idle.forEach(
        entry ->
            reading
                .problems()
                .add(
                    entry.key().place(),
                    "an event `%s` has no `%s`, so none can be like this"
                        .formatted(action, entry.key().text()),
                    CONTAINER_ACTION.allowed().contains(action)
                        ? "leave it out, or ask for `"
                            + String.join("` or `", of(entry.key().text()))
                            + "`"
                        : "leave it out, or name what it happens to with `name`"));
    return idle.isEmpty();
  }

  /** The actions whose events have a part. */
  private static List<String> of(String part) {
    return switch (part) {
      case "container", "image" -> CONTAINER_ACTION.allowed();
      case "exit_code" -> List.of("die", "exec_die");
      case "signal" -> List.of("kill");
      default -> ACTION.allowed();
    };
  }

  /** Whether an event is one of those that are meant. */
  public boolean matches(EngineEvent event, Scene scene) {
    return parts.entrySet().stream()
        .allMatch(
            part ->
                matches(
                    part.getKey(), scene.variables().expand(part.getValue().text()), event, scene));
  }

  private static boolean matches(String part, String wanted, EngineEvent event, Scene scene) {
    return switch (part) {
      case "action" -> event.action().equals(wanted);
      case "name" -> EventNames.isOf(wanted, event, scene);
      case "container" ->
          event instanceof EngineEvent.ToContainer && EventNames.isOf(wanted, event, scene);
      case "image" ->
          event instanceof EngineEvent.ToContainer c
              && Selector.sameImage(c.image(), wanted, scene);
      case "exit_code" -> wanted.equals(event.details().get("exitCode"));
      case "signal" -> wanted.equals(event.details().get("signal"));
      default -> false;
    };
  }

  /** Whether such a thing can happen to a container; an image is pulled, pushed or tagged. */
  public boolean mayBeOfContainer() {
    return CONTAINER_ACTION.allowed().contains(action());
  }

  /** What happened, in one word. */
  public String action() {
    Literal action = parts.get("action");
    return action == null ? "" : action.text();
  }

  /**
   * What the pattern asks of one part of the event, with its variables put in; empty where it asks
   * nothing.
   */
  public Optional<String> part(String name, Variables variables) {
    return Optional.ofNullable(parts.get(name)).map(literal -> literal.show(variables));
  }

  /** How a person would call it: {@code the end of `redistest` with exit code 0}. */
  public String show(Variables variables) {
    String object =
        part("name", variables)
            .or(() -> part("container", variables))
            .map(name -> "`" + name + "`")
            .or(() -> part("image", variables).map(image -> "a container of `" + image + "`"))
            .orElse("");
    String with =
        parts.entrySet().stream()
            .filter(part -> part.getKey().matches("exit_code|signal"))
            .map(
                part ->
                    " with %s %s"
                        .formatted(
                            part.getKey().replace('_', ' '), part.getValue().show(variables)))
            .collect(Collectors.joining());
    return EventNouns.of(action(), object) + with;
  }
}
