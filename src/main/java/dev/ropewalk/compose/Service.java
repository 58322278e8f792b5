package dev.ropewalk.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of a compose file, whatever short or long way it is written in.
 *
 * @param image as written, variables put in
 * @param build the folder that its image is built from, as {@code ./web} where it is below that of
 *     the file
 * @param command the words that its container runs, in the place of those of the image; none where
 *     it says nothing
 * @param ports one for each port; a range is as many
 * @param dependsOn the services that are started before it, each with the condition, such as {@code
 *     service_started}
 * @param networks those that it is attached to; {@code default} where it names none, and none where
 *     {@code network_mode} says otherwise
 * @param env its variables with their values, those of {@code environment} before those of {@code
 *     env_file}; a variable that has its value from where compose is started has it from there, and
 *     an empty one where it has none
 * @param restart its restart policy, as written
 * @param healthcheck its test as docker has it, {@code CMD} or {@code CMD-SHELL} first; none where
 *     there is none, or where it is disabled
 */
public record Service(
    String name,
    Optional<String> image,
    Optional<String> build,
    List<String> command,
    List<PublishedPort> ports,
    Map<String, String> dependsOn,
    List<Mount> mounts,
    List<String> networks,
    List<String> profiles,
    Map<String, String> env,
    Optional<String> restart,
    List<String> healthcheck,
    Optional<String> logDriver,
    Map<String, String> logOptions) {
  public Service {
    command = List.copyOf(command);
    ports = List.copyOf(ports);
    dependsOn = Collections.unmodifiableMap(new LinkedHashMap<>(dependsOn));
    mounts = List.copyOf(mounts);
    networks = List.copyOf(networks);
    profiles = List.copyOf(profiles);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    healthcheck = List.copyOf(healthcheck);
    logOptions = Collections.unmodifiableMap(new LinkedHashMap<>(logOptions));
  }

  /**
   * A port of a container.
   *
   * @param container with its protocol, such as {@code 80/tcp}
   * @param host the port of the engine's machine, a number or a range; empty where docker chooses
   * @param address the address of that machine; empty for all
   */
  public record PublishedPort(String container, String host, String address) {}

  /**
   * Something that is mounted in it.
   *
   * @param type such as {@code bind} and {@code volume}
   * @param source a folder, as {@code ./html} where it is below that of the file, or a volume by
   *     its name in the file; empty for a volume without a name
   */
  public record Mount(String type, String source, String target, boolean readOnly) {}
}
