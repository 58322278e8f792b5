package dev.ropewalk.check.container;

import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.Port;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be expected of a container. What it was asked to be stands before what came of it, so
 * that the first that is not as expected is the cause.
 */
public final class ContainerAttributes {
  /** The states of a container, in docker's own words. */
  public static final Type.Word STATE =
      Type.Word.of("created", "running", "paused", "restarting", "removing", "exited", "dead");

  static final Type.Word MODE = Type.Word.of("attached", "detached");

  /** A port of a container and where it is published. */
  public static final Type PORT_TYPE =
      new Type.RecordOf(
          fields(
              "container",
              Type.Single.PORT,
              "host",
              Type.Single.HOST_PORT,
              "address",
              Type.Single.TEXT),
          ContainerAttributes::publish);

  /** A mount: what of the host or engine is seen where in the container. */
  public static final Type MOUNT =
      new Type.RecordOf(
          fields(
              "type",
              Type.Word.of("bind", "volume", "tmpfs"),
              "source",
              Type.Single.TEXT,
              "target",
              Type.Single.TEXT,
              "read_only",
              Type.Single.FLAG),
          ContainerAttributes::volume);

  /** All that can be expected of a container, in the order in which it is judged. */
  public static final Attributes<Container> TABLE =
      new Attributes<>(
          List.of(
              text("id", Type.Single.ID, "its id, or the beginning of it", Container::id),
              text("name", Type.Single.TEXT, "its name", Container::name),
              text(
                  "image",
                  Type.Single.IMAGE,
                  "the image it was created from",
                  c -> ImageRef.parse(c.image()).familiar()),
              text(
                  "error", Type.Single.TEXT, "what kept it from starting", c -> c.status().error()),
              text("state", STATE, "what it is doing", c -> c.status().state().word()),
              text(
                  "mode",
                  MODE,
                  "whether its output went to the learner's terminal",
                  c -> c.config().attachedStdout() ? "attached" : "detached"),
              flag("tty", "whether it has a terminal (`-t`)", c -> c.config().tty()),
              flag(
                  "stdin",
                  "whether its standard input is kept open (`-i`)",
                  c -> c.config().openStdin()),
              new Attribute<>(
                  "ports",
                  new Type.ListOf(PORT_TYPE),
                  "the ports it publishes, also while it is stopped",
                  c -> new Value.Items(ports(c).map(ContainerAttributes::port).toList())),
              new Attribute<>(
                  "mounts",
                  new Type.ListOf(MOUNT),
                  "what is mounted in it",
                  c ->
                      new Value.Items(
                          c.mounts().stream().map(ContainerAttributes::mount).toList())),
              list(
                  "networks",
                  "the names of its networks",
                  c -> c.networks().keySet().stream().sorted().toList()),
              list(
                  "command",
                  "what it runs, word by word, after the entrypoint",
                  c -> c.config().command()),
              list("entrypoint", "its entrypoint, word by word", c -> c.config().entrypoint()),
              text(
                  "user",
                  Type.Single.TEXT,
                  "the user it runs as; empty means the image's or root",
                  c -> c.config().user()),
              text("workdir", Type.Single.TEXT, "its working directory", c -> c.config().workdir()),
              new Attribute<>(
                  "env",
                  new Type.TableOf(),
                  "its environment variables",
                  c -> Value.of(c.config().env())),
              new Attribute<>(
                  "labels", new Type.TableOf(), "its labels", c -> Value.of(c.config().labels())),
              text("hostname", Type.Single.TEXT, "its host name", c -> c.config().hostname()),
              flag("auto_remove", "whether it removes itself (`--rm`)", c -> c.host().autoRemove()),
              text(
                  "restart_policy",
                  Type.Single.TEXT,
                  "its restart policy",
                  c -> c.host().restartPolicy()),
              number("memory", Type.Single.SIZE, "its memory limit", c -> c.host().memory()),
              number(
                  "memory_swap",
                  Type.Single.SIZE,
                  "its limit of memory and swap together",
                  c -> c.host().memorySwap()),
              number("cpus", Type.Single.CPUS, "its share of the CPUs", c -> c.host().nanoCpus()),
              number(
                  "pids_limit",
                  Type.Single.NUMBER,
                  "how many processes it may have",
                  c -> c.host().pidsLimit()),
              list("cap_add", "the capabilities added", c -> capabilities(c.host().capAdd())),
              list("cap_drop", "the capabilities dropped", c -> capabilities(c.host().capDrop())),
              flag("privileged", "whether it runs privileged", c -> c.host().privileged()),
              flag(
                  "read_only",
                  "whether its root file system is read-only",
                  c -> c.host().readOnly()),
              text(
                  "pid_mode",
                  Type.Single.TEXT,
                  "whose process ids it sees",
                  c -> c.host().pidMode()),
              text(
                  "network_mode",
                  Type.Single.TEXT,
                  "how it is attached to networks",
                  c -> c.host().networkMode()),
              text(
                  "ipc_mode",
                  Type.Single.TEXT,
                  "whose shared memory it sees",
                  c -> c.host().ipcMode()),
              text(
                  "userns_mode",
                  Type.Single.TEXT,
                  "whose user namespace it uses",
                  c -> c.host().usernsMode()),
              list("security_opt", "its security options", c -> c.host().securityOpt()),
              new Attribute<>(
                  "tmpfs",
                  new Type.TableOf(),
                  "its tmpfs mounts, by path",
                  c -> Value.of(c.host().tmpfs())),
              new Attribute<>(
                  "ulimits",
                  new Type.TableOf(),
                  "its ulimits, by name",
                  c -> Value.of(c.host().ulimits())),
              list("devices", "the host's devices in it", c -> c.host().devices()),
              text(
                  "runtime",
                  Type.Single.TEXT,
                  "the OCI runtime that runs it",
                  c -> c.host().runtime()),
              flag(
                  "oom_killed",
                  "whether the kernel killed a process of it for want of memory",
                  c -> c.status().oomKilled()),
              number(
                  "exit_code", Type.Single.NUMBER, "of its last run", c -> c.status().exitCode()),
              number(
                  "restarts",
                  Type.Single.NUMBER,
                  "how often its restart policy restarted it",
                  Container::restarts),
              new Attribute<>(
                  "health",
                  Type.Word.of("starting", "healthy", "unhealthy"),
                  "what its health check says",
                  c -> c.status().health().map(Value::of).orElse(new Value.Nothing()))));

  private ContainerAttributes() {}

  /** Published ports as asked for; a port that IPv4 and IPv6 share stands once. */
  static Stream<Port> ports(Container container) {
    Stream<Port> asked = container.host().portBindings().stream().filter(Port::published);
    Stream<Port> actual =
        container.ports().stream().filter(port -> port.published() && !repeats(port, container));
    return (container.running() ? actual : asked).distinct();
  }

  /** Whether it is what an engine tells a second time, of a port that is open for IPv4 as well. */
  private static boolean repeats(Port port, Container container) {
    return port.address().equals("::")
        && container
            .ports()
            .contains(new Port(port.container(), port.protocol(), port.host(), "0.0.0.0"));
  }

  private static Value port(Port port) {
    return new Value.Fields(
        Map.of(
            "container",
            Value.of(port.container() + "/" + port.protocol()),
            "host",
            Value.of(port.host()),
            "address",
            Value.of(port.address())));
  }

  private static Value mount(Container.Mount mount) {
    return new Value.Fields(
        Map.of(
            "type",
            Value.of(mount.type()),
            "source",
            Value.of(mount.source()),
            "target",
            Value.of(mount.target()),
            "read_only",
            Value.of(mount.readOnly())));
  }

  /** Docker writes {@code CAP_NET_RAW} or {@code NET_RAW}; authors write the short form. */
  private static List<String> capabilities(List<String> names) {
    return names.stream().map(name -> name.startsWith("CAP_") ? name.substring(4) : name).toList();
  }

  private static Map<String, String> publish(String text) {
    String[] parts = text.split(":", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("container", parts[parts.length - 1]);
    if (parts.length > 1) {
      fields.put("host", parts[parts.length - 2]);
    }
    if (parts.length > 2) {
      fields.put("address", String.join(":", List.of(parts).subList(0, parts.length - 2)));
    }
    return fields;
  }

  private static Map<String, String> volume(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2) {
      throw new IllegalArgumentException("a mount such as `data:/data`");
    }
    return Map.of(
        "source",
        parts[0],
        "target",
        parts[1],
        "read_only",
        Boolean.toString(parts.length > 2 && parts[2].contains("ro")));
  }

  private static Map<String, Type> fields(Object... pairs) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Type) pairs[i + 1]);
    }
    return fields;
  }

  private static Attribute<Container> text(
      String name, Type type, String doc, java.util.function.Function<Container, String> read) {
    return new Attribute<>(name, type, doc, c -> Value.of(read.apply(c)));
  }

  private static Attribute<Container> flag(
      String name, String doc, java.util.function.Predicate<Container> read) {
    return new Attribute<>(name, Type.Single.FLAG, doc, c -> Value.of(read.test(c)));
  }

  private static Attribute<Container> number(
      String name, Type type, String doc, java.util.function.ToLongFunction<Container> read) {
    return new Attribute<>(name, type, doc, c -> Value.of(read.applyAsLong(c)));
  }

  private static Attribute<Container> list(
      String name, String doc, java.util.function.Function<Container, List<String>> read) {
    return new Attribute<>(
        name, new Type.ListOf(Type.Single.TEXT), doc, c -> Value.of(read.apply(c)));
  }
}
