package dev.ropewalk.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image, inspected.
 *
 * @param id with its {@code sha256:} prefix
 * @param tags such as {@code redis:latest}
 * @param digests such as {@code redis@sha256:…}
 * @param size in bytes
 * @param layers the digests of its layers, the lowest first
 * @param healthcheck the words of its health check, {@code CMD-SHELL} first; empty without one
 * @param exposes such as {@code 6379/tcp}
 */
public record Image(
    String id,
    List<String> tags,
    List<String> digests,
    long size,
    Instant created,
    String architecture,
    List<String> layers,
    Map<String, String> labels,
    String user,
    String workdir,
    List<String> entrypoint,
    List<String> command,
    Map<String, String> env,
    List<String> exposes,
    List<String> volumes,
    List<String> healthcheck) {
  public Image {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    layers = List.copyOf(layers);
    labels = Map.copyOf(labels);
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    env = Map.copyOf(env);
    exposes = List.copyOf(exposes);
    volumes = List.copyOf(volumes);
    healthcheck = List.copyOf(healthcheck);
  }
}
