package dev.ropewalk.check.container;

import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.engine.Container;
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

  static final Type.Word MODE = Type.Word.of(SeenContainer.ATTACHED, SeenContainer.DETACHED);

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
          PortsAndMounts::published,
          "8080:80");

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
          PortsAndMounts::mounted,
          "data:/data");

  /** All that can be expected of a container, in the order in which it is judged. */
  public static final Attributes<SeenContainer> TABLE =
      new Attributes<>(
          List.of(
              text("id", Type.Single.ID, "its id, or the beginning of it", Container::id),
              text("name", Type.Single.TEXT, "its name", Container::name),
              new Attribute<>(
                  "image",
                  Type.Single.IMAGE,
                  "the image it was created from, by a name of it or its id",
                  SeenContainer::image),
              text(
                  "error", Type.Single.TEXT, "what kept it from starting", c -> c.status().error()),
              text("state", STATE, "what it is doing", c -> c.status().state().word()),
              new Attribute<>(
                  "mode",
                  MODE,
                  "whether a terminal was attached to it at its last start or since then",
                  c -> c.mode().map(Value::of).orElseGet(Value.Nothing::new)),
              flag("tty", "whether it has a terminal (`-t`)", c -> c.config().tty()),
              flag(
                  "stdin",
                  "whether its standard input is kept open (`-i`)",
                  c -> c.config().openStdin()),
              new Attribute<>(
                  "ports",
                  new Type.ListOf(PORT_TYPE),
                  "the ports it publishes, also while it is stopped",
                  c -> new Value.Items(ports(c.container()).map(PortsAndMounts::port).toList())),
              new Attribute<>(
                  "mounts",
                  new Type.ListOf(MOUNT),
                  "what is mounted in it",
                  c ->
                      new Value.Items(
                          c.container().mounts().stream().map(PortsAndMounts::mount).toList())),
              list(
                  "networks",
                  "the names of its networks",
                  c -> c.networks().keySet().stream().sorted().toList()),
              list("aliases", "its further names on its networks", Container::aliases),
              new Attribute<>(
                  "program",
                  Type.Single.TEXT,
                  "the name of the program that it runs, such as `redis-server`; a shell and what it was told to run with `-c` both count",
                  c -> c.runs().programs()),
              new Attribute<>(
                  "command",
                  new Type.ListOf(Type.Single.TEXT),
                  "what it runs, word by word, whether by its entrypoint, by a shell's `-c` or by a full path; or the words after the entrypoint",
                  c -> c.runs().words()),
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
                  c -> Value.of(c.container().config().env())),
              new Attribute<>(
                  "labels",
                  new Type.TableOf(),
                  "its labels",
                  c -> Value.of(c.container().config().labels())),
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
              capabilities("cap_add", "the capabilities added", c -> c.host().capAdd()),
              capabilities("cap_drop", "the capabilities dropped", c -> c.host().capDrop()),
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
              new Attribute<>(
                  "network_mode",
                  Type.Single.TEXT,
                  "how it is attached to networks",
                  c -> networkMode(c.container().host().networkMode())),
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
                  c -> Value.of(c.container().host().tmpfs())),
              new Attribute<>(
                  "ulimits",
                  new Type.TableOf(),
                  "its ulimits, by name",
                  c -> Value.of(c.container().host().ulimits())),
              list("devices", "the host's devices in it", c -> c.host().devices()),
              text(
                  "runtime",
                  Type.Single.TEXT,
                  "the OCI runtime that runs it",
                  c -> c.host().runtime()),
              text(
                  "log_driver",
                  Type.Single.TEXT,
                  "what keeps its log; `none` keeps nothing",
                  c -> c.host().logDriver()),
              new Attribute<>(
                  "log_options",
                  new Type.TableOf(),
                  "the options of what keeps its log, by name, such as `max-size`",
                  c -> Value.of(c.container().host().logOptions())),
              new Attribute<>(
                  "oom_killed",
                  Type.Single.FLAG,
                  "whether the kernel killed a process of it for want of memory; absent when it never ran",
                  c -> c.ifRun(Value.of(c.container().status().oomKilled()))),
              new Attribute<>(
                  "exit_code",
                  Type.Single.NUMBER,
                  "of its last run; absent while it runs or when it never ran",
                  SeenContainer::exitCode),
              new Attribute<>(
                  "restarts",
                  Type.Single.NUMBER,
                  "how often its restart policy restarted it; absent when it never ran",
                  c -> c.ifRun(Value.of(c.container().restarts()))),
              new Attribute<>(
                  "health",
                  Type.Word.of("starting", "healthy", "unhealthy"),
                  "what its health check says",
                  c ->
                      c.container()
                          .status()
                          .health()
                          .map(Value::of)
                          .orElseGet(Value.Nothing::new))));

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

  private static Attribute<SeenContainer> capabilities(
      String name, String doc, java.util.function.Function<Container, List<String>> read) {
    return new Attribute<>(
        name,
        new Type.ListOf(Type.Single.CAPABILITY),
        doc + "; `CHOWN`, `chown` and `CAP_CHOWN` are the same",
        c ->
            new Value.Items(
                read.apply(c.container()).stream().map(Type.Single.CAPABILITY::parse).toList()));
  }

  private static Map<String, Type> fields(Object... pairs) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Type) pairs[i + 1]);
    }
    return fields;
  }

  /** Engines before 26 say {@code default}, a name that no list of networks has. */
  private static Value networkMode(String mode) {
    return mode.equals("default")
        ? new Value.Ways(List.of(Value.of("bridge"), Value.of(mode)))
        : Value.of(mode);
  }

  private static Attribute<SeenContainer> text(
      String name, Type type, String doc, java.util.function.Function<Container, String> read) {
    return new Attribute<>(name, type, doc, c -> Value.of(read.apply(c.container())));
  }

  private static Attribute<SeenContainer> flag(
      String name, String doc, java.util.function.Predicate<Container> read) {
    return new Attribute<>(name, Type.Single.FLAG, doc, c -> Value.of(read.test(c.container())));
  }

  private static Attribute<SeenContainer> number(
      String name, Type type, String doc, java.util.function.ToLongFunction<Container> read) {
    return new Attribute<>(name, type, doc, c -> Value.of(read.applyAsLong(c.container())));
  }

  private static Attribute<SeenContainer> list(
      String name, String doc, java.util.function.Function<Container, List<String>> read) {
    return new Attribute<>(
        name, new Type.ListOf(Type.Single.TEXT), doc, c -> Value.of(read.apply(c.container())));
  }
}
