package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import dev.ropewalk.engine.World;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an engine. Where somebody listens to its events, only what may have changed is asked
 * for again: with hundreds of containers the list of them takes an engine longer than all else.
 * Safe for use by several threads.
 */
final class EngineLists {
  private final DockerClient calls;
  private final Supplier<OptionalLong> changes;
  private volatile @Nullable Seen seen;

  /**
   * @param changes a number that grows with each change that the engine tells of; empty where it
   *     tells nobody
   */
  EngineLists(DockerClient calls, Supplier<OptionalLong> changes) {
    this.calls = calls;
    this.changes = changes;
  }

  /** What was there when so much had changed. */
  private record Seen(OptionalLong changes, World world) {
    boolean isStill(OptionalLong now, List<World.ImageSummary> images) {
      // The engine lists images in another order each time.
      return now.isPresent()
          && changes.equals(now)
          && Set.copyOf(world.images()).equals(Set.copyOf(images));
    }
  }

  /** Everything on the engine. */
  World world() {
    OptionalLong now = changes.get();
    // No event tells of an image that is loaded, or built by a plugin.
    List<World.ImageSummary> images =
        calls.listImagesCmd().exec().stream().map(Fields::of).map(WorldFacts::image).toList();
    Seen last = seen;
    if (last != null && last.isStill(now, images)) {
      return last.world();
    }
    World world =
        new World(
            calls.listContainersCmd().withShowAll(true).exec().stream()
                .map(Fields::of)
                .map(WorldFacts::container)
                .toList(),
            images,
            calls.listNetworksCmd().exec().stream()
                .map(Fields::of)
                .map(WorldFacts::network)
                .toList(),
            Fields.of(calls.listVolumesCmd().exec()).children("Volumes").stream()
                .map(WorldFacts::volume)
                .toList());
    seen = new Seen(now, world);
    return world;
  }
}
