package dev.ropewalk.session;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds whose the volumes without a name are: an image may ask for one for each container, and the
 * volume stays when the container goes.
 *
 * @param keep takes one that is the lesson's
 */
record LooseVolumes(Turn turn, Consumer<EngineEvent> keep) {
  /**
   * A container of the lesson has come into being. The engine tells only when it starts which
   * volumes it has, and it may be removed before.
   */
  void askOf(EngineEvent birth) {
    Set<String> owned = Following.ids(turn.state().standing().owned());
    boolean open =
        turn.state().line().loose().stream()
            .anyMatch(it -> it.user().isEmpty() && !owned.contains(it.volume().id()));
    if (open && birth instanceof EngineEvent.ToContainer) {
      turn.effect(new Effect.AskMounts(birth.id()));
    }
  }

  /** The engine has said which volumes a container has. */
  void mounted(String container, Set<String> volumes) {
    turn.line(turn.state().line().mounted(container, volumes));
    keepMounted();
  }

  /** A volume without a name belongs to the container that has mounted it first. */
  void keepMounted() {
    LineAccount line = turn.state().line();
    Set<String> owned = Following.ids(turn.state().standing().owned());
    List<LineAccount.Loose> ours =
        line.loose().stream().filter(it -> owned.contains(it.user())).toList();
    ours.forEach(it -> keep.accept(it.volume()));
    turn.line(line.without(ours));
  }

  /**
   * Keeps the volumes without a name that only the lesson's containers have mounted; returns those
   * that none has.
   */
  List<EngineEvent.ToVolume> keepMounted(World world) {
    Set<String> owned = Following.ids(turn.state().standing().owned());
    List<EngineEvent.ToVolume> unused = new ArrayList<>();
    for (LineAccount.Loose loose : turn.state().line().loose()) {
      EngineEvent.ToVolume volume = loose.volume();
      Set<String> users =
          world.containers().stream()
              .filter(container -> container.mounts().stream().anyMatch(m -> mounts(m, volume)))
              .map(World.ContainerSummary::id)
              .collect(Collectors.toSet());
      if (users.isEmpty() && loose.user().isEmpty()) {
        unused.add(volume);
      } else if (!users.isEmpty() && owned.containsAll(users)) {
        keep.accept(volume);
      }
    }
    return unused;
  }

  /** Keeps those whose container is there; the rest stays, and is told. */
  void tellUnused(World world) {
    Set<String> owned = Following.ids(turn.state().standing().owned());
    Set<String> there =
        world.volumes().stream().map(World.VolumeSummary::name).collect(Collectors.toSet());
    List<String> left =
        keepMounted(world).stream()
            .map(EngineEvent::id)
            .filter(volume -> there.contains(volume) && !owned.contains(volume))
            .toList();
    if (!left.isEmpty()) {
      turn.note(Phrases.nobodysVolumes(left));
    }
  }

  private static boolean mounts(Container.Mount mount, EngineEvent.ToVolume volume) {
    return mount.type().equals("volume") && mount.source().equals(volume.id());
  }
}
