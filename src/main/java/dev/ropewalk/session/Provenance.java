package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was created while the learner's last line ran, and what the line asked for. Somebody else
 * may have been at the same engine in that very moment.
 *
 * @param before the engine as it was known when the line began
 * @param births oldest first
 * @param asked unknown while the line runs
 */
record Provenance(World before, List<EngineEvent> births, Creations asked) {
  /** No line has been typed. */
  static final Provenance NONE = of(World.EMPTY);

  Provenance {
    births = List.copyOf(births);
  }

  /** A line begins. */
  static Provenance of(World before) {
    return new Provenance(before, List.of(), Creations.UNKNOWN);
  }

  Provenance with(EngineEvent birth) {
    List<EngineEvent> more = new ArrayList<>(births);
    more.add(birth);
    return new Provenance(before, more, asked);
  }

  /** Now that the line has ended it is known what it asked for. */
  Provenance asking(Creations creations) {
    return new Provenance(before, births, creations);
  }

  /**
   * The births that nothing in the line accounts for; none where its words do not tell everything.
   * Of more births than a command without a name accounts for, the first is its own.
   */
  List<EngineEvent> strangers() {
    if (asked.reach() == Creations.Reach.OPEN) {
      return List.of();
    }
    List<EngineEvent> strangers = new ArrayList<>();
    List<Creations.Asked> open = new ArrayList<>(asked.containers());
    for (EngineEvent birth : births) {
      if (birth instanceof EngineEvent.ToContainer container) {
        Optional<Creations.Asked> request = request(container, open);
        request.ifPresentOrElse(open::remove, () -> strangers.add(birth));
      }
    }
    boolean alone = strangers.isEmpty();
    births.stream().filter(birth -> !accounted(birth, alone)).forEach(strangers::add);
    return strangers;
  }

  /**
   * Whether something is there that the line asked for by name, and the engine has not told yet
   * that it was created.
   *
   * @param now the engine after the line
   */
  boolean awaitsBirths(World now) {
    Set<String> born = births.stream().map(EngineEvent::id).collect(Collectors.toSet());
    List<String> names =
        asked.containers().stream().flatMap(request -> request.name().stream()).toList();
    return Stream.of(
            added(World::containers, ContainerSummary::name, ContainerSummary::id, names, now),
            added(World::networks, NetworkSummary::name, NetworkSummary::id, asked.networks(), now),
            added(World::volumes, VolumeSummary::name, VolumeSummary::name, asked.volumes(), now))
        .flatMap(ids -> ids)
        .anyMatch(id -> !born.contains(id));
  }

  /** The ids of those that were asked for by name and were not there before. */
  private <T> Stream<String> added(
      Function<World, List<T>> kind,
      Function<T, String> name,
      Function<T, String> id,
      List<String> names,
      World now) {
    Set<String> old = kind.apply(before).stream().map(id).collect(Collectors.toSet());
    return kind.apply(now).stream()
        .filter(one -> names.contains(name.apply(one)))
        .map(id)
        .filter(one -> !old.contains(one));
  }

  /** A request that names the container goes before one that leaves the name to docker. */
  private static Optional<Creations.Asked> request(
      EngineEvent.ToContainer birth, List<Creations.Asked> open) {
    return open.stream()
        .filter(request -> request.name().equals(Optional.of(birth.name())))
        .findFirst()
        .or(
            () ->
                open.stream()
                    .filter(request -> request.name().isEmpty())
                    .filter(request -> same(request.image(), birth.image()))
                    .findFirst());
  }

  private static boolean same(String asked, String image) {
    return asked.equals(image) || ImageRef.parse(asked).equals(ImageRef.parse(image));
  }

  /**
   * @param alone whether no container of somebody else was born: a volume without a name is then of
   *     a container of the line
   */
  private boolean accounted(EngineEvent birth, boolean alone) {
    return switch (birth) {
      case EngineEvent.ToNetwork network -> asked.networks().contains(network.name());
      case EngineEvent.ToVolume volume ->
          asked.volumes().contains(volume.id())
              || alone
                  && volume.id().matches("[0-9a-f]{64}")
                  && !(asked.containers().isEmpty() && asked.volumes().isEmpty());
      case EngineEvent.ToContainer _, EngineEvent.ToImage _, EngineEvent.ToOther _ -> true;
    };
  }
}
