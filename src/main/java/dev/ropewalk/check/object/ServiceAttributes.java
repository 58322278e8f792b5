package dev.ropewalk.check.object;

import dev.ropewalk.check.container.ContainerAttributes;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.compose.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be expected of a service of a compose file, and how a person reads it. */
final class ServiceAttributes {
  private static final String EVERYWHERE = "0.0.0.0";
  private static final Type.RecordOf DEPENDENCY = dependency();

  static final Attributes<Service> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "image",
                  Type.Single.IMAGE,
                  "its image, variables put in",
                  s -> s.image().map(Type.Single.IMAGE::parse).orElseGet(Value.Nothing::new)),
              new Attribute<>(
                  "build",
                  Type.Single.TEXT,
                  "the folder that its image is built from, such as `./web`; `.` for that of the file",
                  s -> s.build().map(Value::of).orElseGet(Value.Nothing::new)),
              texts(
                  "command",
                  "what its container runs, word by word, in the place of what the image says",
                  Service::command),
              new Attribute<>(
                  "ports",
                  new Type.ListOf(ContainerAttributes.PORT_TYPE),
                  "the ports it publishes, each of a range",
                  s -> new Value.Items(s.ports().stream().map(ServiceAttributes::value).toList())),
              new Attribute<>(
                  "depends_on",
                  new Type.ListOf(DEPENDENCY),
                  "the services that are started before it, with the condition, such as `service_healthy`",
                  s ->
                      new Value.Items(
                          s.dependsOn().entrySet().stream()
                              .map(each -> value(each.getKey(), each.getValue()))
                              .toList())),
              new Attribute<>(
                  "volumes",
                  new Type.ListOf(ContainerAttributes.MOUNT),
                  "what is mounted in it; a folder near the file as `./folder`",
                  s -> new Value.Items(s.mounts().stream().map(ServiceAttributes::value).toList())),
              texts(
                  "networks",
                  "the networks that it is attached to; `default` where it names none",
                  Service::networks),
              texts("profiles", "the profiles with which alone it is started", Service::profiles),
              new Attribute<>(
                  "environment",
                  new Type.TableOf(),
                  "its variables, by name, from `environment` and `env_file`; what a value is, is told to nobody",
                  s -> Value.of(s.env())),
              new Attribute<>(
                  "restart",
                  Type.Single.TEXT,
                  "its restart policy, such as `unless-stopped`",
                  s -> s.restart().map(Value::of).orElseGet(Value.Nothing::new)),
              texts(
                  "healthcheck",
                  "its health check, word by word, `CMD` or `CMD-SHELL` first",
                  Service::healthcheck),
              new Attribute<>(
                  "log_driver",
                  Type.Single.TEXT,
                  "what keeps its log (`logging`)",
                  s -> s.logDriver().map(Value::of).orElseGet(Value.Nothing::new)),
              new Attribute<>(
                  "log_options",
                  new Type.TableOf(),
                  "the options of what keeps its log, by name, such as `max-size`",
                  s -> Value.of(s.logOptions()))));

  private ServiceAttributes() {}

  /** What a service has of an attribute, each item as it is written in the file. */
  static List<String> written(String attribute, Service service) {
    return switch (attribute) {
      case "image" -> service.image().stream().toList();
      case "build" -> service.build().stream().toList();
      case "command" ->
          service.command().isEmpty() ? List.of() : List.of(String.join(" ", service.command()));
      case "ports" -> service.ports().stream().map(ServiceAttributes::written).toList();
      case "depends_on" ->
          service.dependsOn().entrySet().stream()
              .map(each -> awaited(each.getKey(), each.getValue()))
              .toList();
      case "volumes" -> service.mounts().stream().map(ServiceAttributes::written).toList();
      case "networks" -> service.networks();
      case "profiles" -> service.profiles();
      case "restart" -> service.restart().stream().toList();
      case "healthcheck" -> service.healthcheck();
      case "log_driver" -> service.logDriver().stream().toList();
      case "log_options" ->
          service.logOptions().entrySet().stream()
              .map(each -> each.getKey() + ": " + each.getValue())
              .toList();
      default -> List.copyOf(service.env().keySet());
    };
  }

  /** A service that is only to be started is named alone. */
  private static String awaited(String service, String condition) {
    return condition.isEmpty() || condition.equals("service_started")
        ? service
        : "%s: {condition: %s}".formatted(service, condition);
  }

  private static String written(Service.PublishedPort port) {
    String inside = port.container().replaceFirst("/tcp$", "");
    String host = port.host().isEmpty() ? "" : port.host() + ":";
    return (port.address().isEmpty() ? "" : port.address() + ":") + host + inside;
  }

  private static String written(Service.Mount mount) {
    return (mount.source().isEmpty() ? "" : mount.source() + ":")
        + mount.target()
        + (mount.readOnly() ? ":ro" : "");
  }

  private static Value value(Service.PublishedPort port) {
    return new Value.Fields(
        Map.of(
            "container",
            Value.of(port.container()),
            "host",
            port.host().matches("\\d{1,5}")
                ? Value.of(Long.parseLong(port.host()))
                : new Value.Nothing(),
            "address",
            Value.of(port.address().isEmpty() ? EVERYWHERE : port.address())));
  }

  private static Value value(Service.Mount mount) {
    return new Value.Fields(
        Map.of(
            "type", Value.of(mount.type()),
            "source", Value.of(mount.source()),
            "target", Value.of(mount.target()),
            "read_only", Value.of(mount.readOnly())));
  }

  private static Value value(String service, String condition) {
    return new Value.Fields(Map.of("service", Value.of(service), "condition", Value.of(condition)));
  }

  private static Type.RecordOf dependency() {
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put("service", Type.Single.TEXT);
    fields.put(
        "condition",
        Type.Word.of("service_started", "service_healthy", "service_completed_successfully"));
    return new Type.RecordOf(fields, name -> Map.of("service", name), "db");
  }

  private static Attribute<Service> texts(
      String name, String doc, Function<Service, List<String>> read) {
    return new Attribute<>(
        name, new Type.ListOf(Type.Single.TEXT), doc, s -> Value.of(read.apply(s)));
  }

  /** What the author wrote of one item, where a matcher asks for one by its parts. */
  static Optional<String> joined(String attribute, Map<String, String> parts) {
    String first = parts.get(attribute.equals("ports") ? "host" : "source");
    String second = parts.get(attribute.equals("ports") ? "container" : "target");
    return switch (attribute) {
      case "ports", "volumes" ->
          first == null || second == null
              ? Optional.empty()
              : Optional.of(
                  first
                      + ":"
                      + second.replaceFirst("/tcp$", "")
                      + (parts.getOrDefault("read_only", "").equals("true") ? ":ro" : ""));
      case "depends_on" ->
          Optional.ofNullable(parts.get("service"))
              .map(service -> awaited(service, parts.getOrDefault("condition", "")));
      default -> Optional.empty();
    };
  }
}
