package dev.ropewalk.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Images as an engine tells of them. */
public final class SampleImage {
  private SampleImage() {}

  /** One of these tags, with something in all that an image has. */
  public static Image tagged(String... tags) {
    String id = "sha256:" + SampleContainer.id(tags[0].replace(':', '0'));
    return new Image(
        id,
        List.of(tags),
        List.of(tags[0] + "@sha256:" + "d".repeat(64)),
        23_800_000,
        Instant.EPOCH,
        "amd64",
        List.of("sha256:11", "sha256:22"),
        Map.of("maintainer", "nobody"),
        "",
        "/data",
        List.of("docker-entrypoint.sh"),
        List.of("redis-server"),
        Map.of("REDIS_VERSION", "7.0"),
        List.of("6379/tcp"),
        List.of("/data"),
        List.of("CMD-SHELL", "redis-cli ping"));
  }

  /** One of a tag that runs these words by itself, and has nothing else. */
  public static Image running(String tag, String... words) {
    return new Image(
        "sha256:" + SampleContainer.id(tag.replace(':', '0')),
        List.of(tag),
        List.of(),
        23_800_000,
        Instant.EPOCH,
        "amd64",
        List.of("sha256:11"),
        Map.of(),
        "",
        "",
        List.of(),
        List.of(words),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
