package dev.ropewalk.engine;

import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A difference between an engine before and after. What a list does not show is none: a container
 * that was restarted and runs again is the same. Nor is a volume's age: engines tell when something
 * was last written at its top.
 */
public sealed interface WorldChange {
  record OfContainer(Change<ContainerSummary> change) implements WorldChange {}

  record OfImage(Change<ImageSummary> change) implements WorldChange {}

  record OfNetwork(Change<NetworkSummary> change) implements WorldChange {}

  record OfVolume(Change<VolumeSummary> change) implements WorldChange {}

  /**
   * All differences: containers, images, networks, volumes; of each first what is gone, then what
   * is different, then what is new; containers by age, the others by name.
   */
  static List<WorldChange> between(World before, World after) {
    if (before == after) {
      return List.of();
    }
    List<WorldChange> changes = new ArrayList<>();
    changes(
            before.containers(),
            after.containers(),
            ContainerSummary::id,
            WorldChange::same,
            Comparator.comparing(ContainerSummary::created).thenComparing(ContainerSummary::name))
        .forEach(change -> changes.add(new OfContainer(change)));
    changes(
            before.images(),
            after.images(),
            ImageSummary::id,
            (was, now) -> Set.copyOf(was.tags()).equals(Set.copyOf(now.tags())),
            Comparator.comparing(WorldChange::firstTag).thenComparing(ImageSummary::id))
        .forEach(change -> changes.add(new OfImage(change)));
    changes(
            before.networks(),
            after.networks(),
            NetworkSummary::id,
            NetworkSummary::equals,
            Comparator.comparing(NetworkSummary::name))
        .forEach(change -> changes.add(new OfNetwork(change)));
    changes(
            before.volumes(),
            after.volumes(),
            VolumeSummary::name,
            (was, now) -> was.driver().equals(now.driver()),
            Comparator.comparing(VolumeSummary::name))
        .forEach(change -> changes.add(new OfVolume(change)));
    return List.copyOf(changes);
  }

  private static <T> List<Change<T>> changes(
      List<T> before,
      List<T> after,
      Function<T, String> identity,
      BiPredicate<T, T> same,
      Comparator<T> order) {
    if (before == after) {
      return List.of();
    }
    Map<String, T> gone = new HashMap<>();
    before.forEach(thing -> gone.put(identity.apply(thing), thing));
    List<Change<T>> altered = new ArrayList<>();
    List<Change<T>> added = new ArrayList<>();
    for (T now : after.stream().sorted(order).toList()) {
      T was = gone.remove(identity.apply(now));
      if (was == null) {
        added.add(new Change.Added<>(now));
      } else if (!same.test(was, now)) {
        altered.add(new Change.Altered<>(was, now));
      }
    }
    List<Change<T>> changes = new ArrayList<>();
    gone.values().stream().sorted(order).forEach(was -> changes.add(new Change.Removed<>(was)));
    changes.addAll(altered);
    changes.addAll(added);
    return changes;
  }

  /** The image's name is left out: it turns into an id when its tag moves on. */
  private static boolean same(ContainerSummary was, ContainerSummary now) {
    return was.name().equals(now.name())
        && was.state() == now.state()
        && was.exitCode().equals(now.exitCode())
        && Set.copyOf(was.ports()).equals(Set.copyOf(now.ports()))
        && Set.copyOf(was.networks()).equals(Set.copyOf(now.networks()));
  }

  private static String firstTag(ImageSummary image) {
    return image.tags().isEmpty() ? "" : image.tags().getFirst();
  }
}
