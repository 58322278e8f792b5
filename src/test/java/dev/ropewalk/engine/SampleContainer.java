package dev.ropewalk.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container of redis that runs in the background, until something else is said of it. */
public final class SampleContainer {
  private String user = "";
  private final String name;
  private String image = "redis";
  private String imageId = "";
  private String called = "";
  private String network = "default";
  private String joined = "bridge";
  private String logDriver = "json-file";
  private final Map<String, String> logOptions = new HashMap<>();
  private ContainerState state = ContainerState.RUNNING;
  private int exitCode;
  private int restarts;
  private boolean oomKilled;
  private String error = "";
  private Optional<String> health = Optional.empty();
  private List<String> command = List.of("redis-server");
  private boolean attached;
  private boolean tty;
  private boolean stdin;
  private int age;
  private long memory;
  private long nanoCpus;
  private String pidMode = "";
  private final List<Port> ports = new ArrayList<>();
  private final List<Container.Mount> mounts = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> env = new LinkedHashMap<>();

  public SampleContainer(String name) {
    this.name = name;
  }

  /** The id of a sample: digits that begin alike for the same name only. */
  public static String id(String name) {
    StringBuilder digits = new StringBuilder();
    name.chars().forEach(letter -> digits.append(Integer.toHexString(letter)));
    return (digits + "0".repeat(64)).substring(0, 64);
  }

  public SampleContainer image(String image) {
    this.image = image;
    return this;
  }

  /** Made from the image of this id, however it was asked for. */
  public SampleContainer imageId(String id) {
    imageId = id;
    return this;
  }

  public SampleContainer network(String mode) {
    network = mode;
    return this;
  }

  /** On this network alone. */
  public SampleContainer on(String name) {
    joined = name;
    return network(name);
  }

  public SampleContainer logDriver(String driver) {
    logDriver = driver;
    return this;
  }

  public SampleContainer logOption(String name, String value) {
    logOptions.put(name, value);
    return this;
  }

  /** It was renamed: its id stays. */
  public SampleContainer renamed(String name) {
    called = name;
    return this;
  }

  public SampleContainer state(ContainerState state) {
    this.state = state;
    return this;
  }

  public SampleContainer exited(int code) {
    exitCode = code;
    return state(ContainerState.EXITED);
  }

  public SampleContainer oomKilled() {
    oomKilled = true;
    return this;
  }

  public SampleContainer error(String error) {
    this.error = error;
    return this;
  }

  public SampleContainer health(String health) {
    this.health = Optional.of(health);
    return this;
  }

  /** The restart policy has restarted it so often. */
  public SampleContainer restarted(int times) {
    restarts = times;
    return this;
  }

  public SampleContainer command(String... words) {
    command = List.of(words);
    return this;
  }

  public SampleContainer user(String name) {
    user = name;
    return this;
  }

  public SampleContainer attached() {
    attached = true;
    return this;
  }

  public SampleContainer interactive() {
    tty = true;
    stdin = true;
    return this;
  }

  /** Created so many seconds after the others. */
  public SampleContainer younger(int seconds) {
    age = seconds;
    return this;
  }

  public SampleContainer memory(long bytes) {
    memory = bytes;
    return this;
  }

  public SampleContainer nanoCpus(long billionths) {
    nanoCpus = billionths;
    return this;
  }

  public SampleContainer pidMode(String mode) {
    pidMode = mode;
    return this;
  }

  public SampleContainer port(String address, int host, int container) {
    return port(address, host, container, "tcp");
  }

  public SampleContainer port(String address, int host, int container, String protocol) {
    ports.add(new Port(container, protocol, host, address));
    return this;
  }

  public SampleContainer mount(String type, String source, String target, boolean readOnly) {
    mounts.add(new Container.Mount(type, source, target, readOnly));
    return this;
  }

  public SampleContainer label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  public SampleContainer env(String key, String value) {
    env.put(key, value);
    return this;
  }

  /** The container as the engine would tell of it. */
  public Container build() {
    boolean runs = state == ContainerState.RUNNING;
    return new Container(
        id(name),
        called.isEmpty() ? name : called,
        image,
        imageId.isEmpty() ? "sha256:" + id(image) : imageId,
        Instant.EPOCH.plusSeconds(age),
        new Container.Status(
            state,
            exitCode,
            oomKilled,
            error,
            runs ? 4711 : 0,
            state == ContainerState.CREATED ? Optional.empty() : Optional.of(Instant.EPOCH),
            Optional.empty(),
            health),
        restarts,
        new Container.Config(
            command,
            List.of("docker-entrypoint.sh"),
            user,
            "/data",
            env,
            labels,
            id(name).substring(0, 12),
            tty,
            stdin,
            attached),
        new Container.HostConfig(
            false,
            "no",
            memory,
            0,
            nanoCpus,
            0,
            List.of(),
            List.of(),
            false,
            false,
            pidMode,
            network,
            "private",
            "",
            "",
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            "runc",
            logDriver,
            logOptions,
            List.of(),
            List.of(),
            List.copyOf(ports)),
        runs ? ports : List.of(),
        mounts,
        Map.of(joined, new Container.Attachment("n1", runs ? "172.17.0.2" : "", List.of())));
  }
}
