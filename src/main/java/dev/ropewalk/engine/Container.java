package dev.ropewalk.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container, inspected.
 *
 * @param id 64 hexadecimal digits
 * @param name without the leading slash
 * @param image as it was asked for
 * @param imageId with its {@code sha256:} prefix
 * @param restarts how often the restart policy has restarted it; {@code docker start} does not
 *     count
 * @param networks the networks it is attached to, by name
 */
public record Container(
    String id,
    String name,
    String image,
    String imageId,
    Instant created,
    Status status,
    int restarts,
    Config config,
    HostConfig host,
    List<Port> ports,
    List<Mount> mounts,
    Map<String, Attachment> networks) {
  public Container {
    ports = List.copyOf(ports);
    mounts = List.copyOf(mounts);
    networks = Map.copyOf(networks);
  }

  /** Its further names on its networks, without its own short id, which older engines add. */
  public List<String> aliases() {
    return networks.values().stream()
        .flatMap(attachment -> attachment.aliases().stream())
        .filter(alias -> !id.startsWith(alias))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * How it is doing.
   *
   * @param exitCode of its last run; 0 also while it has never run; 126 or 127 when its command
   *     could not be started
   * @param error what the engine says kept it from starting; empty when nothing did
   * @param pid of its first process as the engine's machine sees it; 0 when it is not running
   * @param startedAt absent when it has never run
   * @param finishedAt absent when it has never ended
   * @param health {@code starting}, {@code healthy} or {@code unhealthy}; absent without a health
   *     check
   */
  public record Status(
      ContainerState state,
      int exitCode,
      boolean oomKilled,
      String error,
      int pid,
      Optional<Instant> startedAt,
      Optional<Instant> finishedAt,
      Optional<String> health) {}

  /**
   * What runs inside, and how it was asked for.
   *
   * @param command the arguments after the entrypoint, the image's own where none were given
   * @param tty whether it has a terminal ({@code -t})
   * @param openStdin whether its standard input stays open ({@code -i})
   * @param attachedStdout true for attached mode; {@code docker create} sets it too
   */
  public record Config(
      List<String> command,
      List<String> entrypoint,
      String user,
      String workdir,
      Map<String, String> env,
      Map<String, String> labels,
      String hostname,
      boolean tty,
      boolean openStdin,
      boolean attachedStdout) {
    public Config {
      command = List.copyOf(command);
      entrypoint = List.copyOf(entrypoint);
      env = Map.copyOf(env);
      labels = Map.copyOf(labels);
    }
  }

  /**
   * What the engine's machine gives it and keeps from it. Sizes in bytes; 0 means no limit.
   *
   * @param memorySwap memory and swap together; -1 means unlimited swap
   * @param restartPolicy {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure} or
   *     {@code on-failure:3}
   * @param nanoCpus CPUs in billionths: {@code --cpus 0.5} is 500000000
   * @param capAdd without {@code CAP_}, for instance {@code NET_RAW}
   * @param capDrop without {@code CAP_}
   * @param tmpfs options by path, only those of {@code --tmpfs}; {@code --mount type=tmpfs} is
   *     among the container's mounts
   * @param ulimits such as {@code 100:200}, the soft and the hard limit, by name
   * @param devices such as {@code /dev/null:/dev/nothing:rwm}
   * @param logDriver what keeps its log, {@code json-file} or another; {@code none} keeps nothing
   * @param logOptions of what keeps its log, by name, such as {@code max-size}
   * @param portBindings as asked for, also while the container is stopped; the host's number is 0
   *     where the engine may choose one
   */
  public record HostConfig(
      boolean autoRemove,
      String restartPolicy,
      long memory,
      long memorySwap,
      long nanoCpus,
      long pidsLimit,
      List<String> capAdd,
      List<String> capDrop,
      boolean privileged,
      boolean readOnly,
      String pidMode,
      String networkMode,
      String ipcMode,
      String utsMode,
      String usernsMode,
      List<String> securityOpt,
      Map<String, String> tmpfs,
      Map<String, String> ulimits,
      List<String> devices,
      String runtime,
      String logDriver,
      Map<String, String> logOptions,
      List<String> maskedPaths,
      List<String> readonlyPaths,
      List<Port> portBindings) {
    public HostConfig {
      capAdd = List.copyOf(capAdd);
      capDrop = List.copyOf(capDrop);
      securityOpt = List.copyOf(securityOpt);
      tmpfs = Map.copyOf(tmpfs);
      ulimits = Map.copyOf(ulimits);
      logOptions = Map.copyOf(logOptions);
      devices = List.copyOf(devices);
      maskedPaths = List.copyOf(maskedPaths);
      readonlyPaths = List.copyOf(readonlyPaths);
      portBindings = List.copyOf(portBindings);
    }
  }

  /**
   * A mount.
   *
   * @param type {@code bind}, {@code volume} or {@code tmpfs}
   * @param source a path of the host, or the volume's name; empty for {@code tmpfs}
   * @param target the path inside
   */
  public record Mount(String type, String source, String target, boolean readOnly) {}

  /** Its place in a network; the address is empty while it is not running. */
  public record Attachment(String networkId, String address, List<String> aliases) {
    public Attachment {
      aliases = List.copyOf(aliases);
    }
  }

  /** Whether a word of a command line means it: its name, or the beginning of its id. */
  public boolean isCalled(String word) {
    return name.equals(word) || (!word.isEmpty() && id.startsWith(word));
  }

  /** Whether it runs right now; a paused container does not. */
  public boolean running() {
    return status.state() == ContainerState.RUNNING;
  }

  /**
   * How long its last run took, or has taken until now by the engine's clock; zero when it has
   * never run. The engine may note the end of a very short run as before its start: that is zero
   * too.
   */
  public Duration ran(Instant engineNow) {
    return status
        .startedAt()
        .map(
            start ->
                Duration.between(
                    start, running() ? engineNow : status.finishedAt().orElse(engineNow)))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }
}
