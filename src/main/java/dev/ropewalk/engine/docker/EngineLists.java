package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ListContainersCmd;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an engine, and the images in them. Where somebody listens to its events, only what
 * may have changed is asked for again: with hundreds of containers the list of them takes an engine
 * longer than all else. Safe for use by several threads.
 */
final class EngineLists {
  private static final long NEVER = -1;

  private final DockerClient calls;
  private final Supplier<Optional<ListChanges>> changes;
  private Seen seen = new Seen(null, NEVER, World.EMPTY);
  private final Map<String, Image> images = new HashMap<>();

  /**
   * @param changes what the engine tells of; empty where it tells nobody
   */
  EngineLists(DockerClient calls, Supplier<Optional<ListChanges>> changes) {
    this.calls = calls;
    this.changes = changes;
  }

  /** What was there after the change of a number. */
  private record Seen(@Nullable ListChanges by, long number, World world) {}

  /** Everything on the engine, as far as its events tell; see {@link #world}. */
  synchronized World toldWorld() {
    return isUnchanged() ? seen.world() : world();
  }

  /** Whether nothing has been told since the lists were last asked for. */
  private boolean isUnchanged() {
    return changes
        .get()
        .filter(told -> told == seen.by() && told.since(seen.number()).number() == seen.number())
        .isPresent();
  }

  /** Everything on the engine. */
  synchronized World world() {
    Optional<ListChanges> told = changes.get();
    Seen last = seen;
    boolean same = told.isPresent() && told.get() == last.by();
    // Counted before anything is asked: what changes meanwhile is asked for once more.
    ListChanges.Since since =
        told.map(it -> it.since(same ? last.number() : NEVER)).orElse(ListChanges.Since.EVERYTHING);
    // No event tells of an image that is loaded, or built by a plugin.
    List<World.ImageSummary> images =
        calls.listImagesCmd().exec().stream().map(Fields::of).map(WorldFacts::image).toList();
    // The engine lists images in another order each time.
    boolean sameImages = Set.copyOf(last.world().images()).equals(Set.copyOf(images));
    if (!same || !sameImages || since.number() != last.number()) {
      this.images.clear(); // A push, too, gives an image a digest.
    }
    if (same && sameImages && since.number() == last.number()) {
      return last.world();
    }
    World world =
        new World(
            same && sameImages && !since.all()
                ? containers(last.world().containers(), since.containers())
                : containers(),
            images,
            same && !since.networks() ? last.world().networks() : networks(),
            same && !since.volumes() ? last.world().volumes() : volumes());
    seen = new Seen(told.orElse(null), since.number(), world);
    return world;
  }

  /**
   * An image. One that is in the list is asked for once, by whatever name, as long as nothing has
   * happened since the lists were last asked for.
   *
   * @throws com.github.dockerjava.api.exception.NotFoundException where there is none
   */
  synchronized Image image(String reference) {
    return (isUnchanged() ? listed(reference) : Optional.<String>empty())
        .map(id -> images.computeIfAbsent(id, this::inspected))
        .orElseGet(() -> inspected(reference));
  }

  /** The id of an image of the list, by its whole id or one of its tags. */
  private Optional<String> listed(String reference) {
    ImageRef wanted = ImageRef.parse(reference);
    return seen.world().images().stream()
        .filter(
            image ->
                image.id().equals(reference)
                    || image.tags().stream().map(ImageRef::parse).anyMatch(wanted::equals))
        .map(World.ImageSummary::id)
        .findFirst();
  }

  private Image inspected(String reference) {
    return ImageFacts.read(Fields.of(calls.inspectImageCmd(reference).exec()));
  }

  private List<World.NetworkSummary> networks() {
    return calls.listNetworksCmd().exec().stream()
        .map(Fields::of)
        .map(WorldFacts::network)
        .toList();
  }

  private List<World.VolumeSummary> volumes() {
    return Fields.of(calls.listVolumesCmd().exec()).children("Volumes").stream()
        .map(WorldFacts::volume)
        .toList();
  }

  private List<ContainerSummary> containers() {
    return list(calls.listContainersCmd());
  }

  /** The containers as they were, but for those that have changed. */
  private List<ContainerSummary> containers(List<ContainerSummary> last, Set<String> changed) {
    if (changed.isEmpty()) {
      return last;
    }
    Map<String, ContainerSummary> now =
        list(calls.listContainersCmd().withIdFilter(changed)).stream()
            .collect(Collectors.toMap(ContainerSummary::id, Function.identity()));
    Set<String> known = last.stream().map(ContainerSummary::id).collect(Collectors.toSet());
    List<ContainerSummary> added =
        now.values().stream().filter(it -> !known.contains(it.id())).toList();
    if (added.size() > 1) {
      return containers(); // The engine alone knows which of them is newer.
    }
    return Stream.concat(
            added.stream(),
            last.stream()
                .filter(it -> !changed.contains(it.id()) || now.containsKey(it.id()))
                .map(it -> now.getOrDefault(it.id(), it)))
        .toList();
  }

  private static List<ContainerSummary> list(ListContainersCmd command) {
    return command.withShowAll(true).exec().stream()
        .map(Fields::of)
        .map(WorldFacts::container)
        .filter(container -> !container.labels().containsKey(RunRemains.LABEL))
        .toList();
  }
}
