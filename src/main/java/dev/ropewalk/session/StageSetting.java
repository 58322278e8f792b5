package dev.ropewalk.session;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.journal.Beginning;
import dev.ropewalk.journal.Beginning.ContainerThen;
import dev.ropewalk.journal.FreePlay;
import dev.ropewalk.journal.LessonProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the engine is brought to the state in which the open step began, from whatever is there. Only
 * what is the lesson's own is touched: what was made since goes, what has changed is put back, and
 * where something is gone for good the lesson must be done again from its start. Pure: it only
 * tells.
 */
final class StageSetting {
  private final LessonProgress standing;
  private final World now;
  private final List<String> lines = new ArrayList<>();

  private StageSetting(LessonProgress standing, World now) {
    this.standing = standing;
    this.now = now;
  }

  /**
   * What is to be done.
   *
   * @param kind how far back it goes
   * @param lines the commands, in their order; of {@link Kind#REBUILD} those that remove what is
   *     left
   */
  record Plan(Kind kind, List<String> lines) {
    Plan {
      lines = List.copyOf(lines);
    }

    enum Kind {
      /** The stage is set. */
      NOTHING,
      /** These commands set it. */
      ADJUST,
      /** After these commands the steps before must be done once more. */
      REBUILD
    }
  }

  /**
   * What of the lesson's own is there, to be noted as a step begins.
   *
   * @param files which are as the lesson has laid them, and what the learner has written
   */
  static Beginning note(Set<EngineEvent> owned, World now, Input.FilesSeen files) {
    Set<String> ids = ids(owned);
    Map<String, String> written = new HashMap<>(files.written());
    written.keySet().removeAll(files.unchanged());
    return new Beginning(
        now.containers().stream()
            .filter(c -> ids.contains(c.id()))
            .map(StageSetting::then)
            .toList(),
        now.networks().stream()
            .map(World.NetworkSummary::id)
            .filter(id -> births(owned, EngineEvent.ToNetwork.class).contains(id))
            .toList(),
        now.volumes().stream()
            .map(World.VolumeSummary::name)
            .filter(name -> births(owned, EngineEvent.ToVolume.class).contains(name))
            .toList(),
        ImagesThen.shown(owned, now),
        ImagesThen.bearers(owned, now),
        files.unchanged(),
        written);
  }

  private static ContainerThen then(ContainerSummary container) {
    return new ContainerThen(
        container.id(), container.name(), container.state(), container.networks());
  }

  private static Set<String> ids(Set<EngineEvent> owned) {
    return births(owned, EngineEvent.ToContainer.class);
  }

  private static Set<String> births(Set<EngineEvent> owned, Class<? extends EngineEvent> kind) {
    Set<String> ids = new HashSet<>();
    owned.stream().filter(kind::isInstance).map(EngineEvent::id).forEach(ids::add);
    return ids;
  }

  /** The way to the beginning of the open step. */
  static Plan plan(LessonProgress standing, World now) {
    return new StageSetting(standing, now).plan();
  }

  /** The way to the beginning of the lesson: everything of its own goes. */
  static Plan rebuild(LessonProgress standing, World now) {
    return new Plan(
        Plan.Kind.REBUILD,
        Belonging.of(standing.owned(), now).stream().map(Belonging::removal).toList());
  }

  /**
   * The way back to how things were before a line.
   *
   * @param lines the commands, in their order
   * @param lost what they cannot bring back, a sentence each
   */
  record WayBack(List<String> lines, List<String> lost) {
    WayBack {
      lines = List.copyOf(lines);
      lost = List.copyOf(lost);
    }
  }

  /** The way back to what was there, as far as there is one. */
  static WayBack back(Beginning was, LessonProgress standing, World now) {
    StageSetting setting = new StageSetting(standing, now);
    setting.removeWhatIsNew(was);
    List<String> lost = new ArrayList<>();
    for (ContainerThen then : was.containers()) {
      Optional<ContainerSummary> is = setting.find(then);
      if (is.isEmpty()) {
        lost.add("The container `%s` is gone, and nothing brings it back.".formatted(then.name()));
      } else {
        setting.putBack(then, is.get());
        if (then.state() == ContainerState.CREATED && is.get().state() != then.state()) {
          // Stopped is as near as it gets.
          state(ContainerState.EXITED, is.get().state())
              .forEach(verb -> setting.lines.add("docker " + verb + " " + brief(is.get())));
          lost.add(
              "The container `%s` has been started, and is never again one that was not."
                  .formatted(then.name()));
        }
      }
    }
    List<String> networks = now.networks().stream().map(World.NetworkSummary::id).toList();
    List<String> volumes = now.volumes().stream().map(World.VolumeSummary::name).toList();
    was.networks().stream()
        .filter(id -> !networks.contains(id))
        .forEach(_ -> lost.add("A network is gone, and nothing brings it back."));
    was.volumes().stream()
        .filter(name -> !volumes.contains(name))
        .forEach(name -> lost.add("The volume `%s` is gone, with its data.".formatted(name)));
    lost.addAll(setting.imagesThen(was).lost());
    return new WayBack(setting.lines, lost);
  }

  private Plan plan() {
    Optional<Beginning> then =
        standing.open().flatMap(open -> open.play().map(FreePlay::was).or(open::beginning));
    if (standing.heading().isPresent() || then.isEmpty() || !canPutBack(then.get())) {
      return rebuild(standing, now);
    }
    removeWhatIsNew(then.get());
    for (ContainerThen was : then.get().containers()) {
      find(was).ifPresent(is -> putBack(was, is));
    }
    return new Plan(lines.isEmpty() ? Plan.Kind.NOTHING : Plan.Kind.ADJUST, lines);
  }

  private Optional<ContainerSummary> find(ContainerThen was) {
    return now.containers().stream().filter(is -> is.id().equals(was.id())).findFirst();
  }

  /** Whether nothing is gone for good that was there. */
  private boolean canPutBack(Beginning then) {
    Set<String> networks = new HashSet<>(now.networks().stream().map(n -> n.id()).toList());
    Set<String> volumes = new HashSet<>(now.volumes().stream().map(v -> v.name()).toList());
    return then.containers().stream()
            .allMatch(was -> find(was).filter(is -> can(was, is)).isPresent())
        && networks.containsAll(then.networks())
        && volumes.containsAll(then.volumes())
        && then.volumes().stream().noneMatch(this::isMadeAnew)
        && imagesThen(then).canComeBack();
  }

  /** A volume of the same name is another one, without the data. */
  private boolean isMadeAnew(String volume) {
    return standing.open().filter(open -> open.play().isEmpty()).stream()
        .flatMap(open -> open.events().stream())
        .anyMatch(
            event ->
                event instanceof EngineEvent.ToVolume
                    && event.action().equals("destroy")
                    && event.id().equals(volume));
  }

  private ImagesThen imagesThen(Beginning then) {
    return new ImagesThen(then, standing.owned(), now);
  }

  /** A container that was started can never again be one that was not. */
  private static boolean can(ContainerThen was, ContainerSummary is) {
    return was.state() == is.state()
        || was.state() != ContainerState.CREATED
            && is.state() != ContainerState.DEAD
            && is.state() != ContainerState.REMOVING;
  }

  private void removeWhatIsNew(Beginning then) {
    Set<String> old = new HashSet<>(then.networks());
    old.addAll(then.volumes());
    then.containers().forEach(was -> old.add(was.id()));
    Set<EngineEvent> made = new HashSet<>(standing.owned());
    made.removeIf(birth -> !(birth instanceof EngineEvent.ToImage) && old.contains(birth.id()));
    Belonging.of(made, now).stream()
        .filter(it -> !it.isImage())
        .map(Belonging::removal)
        .forEach(lines::add);
    lines.addAll(imagesThen(then).wayBack());
  }

  private void putBack(ContainerThen was, ContainerSummary is) {
    String id = brief(is);
    if (!was.name().equals(is.name())) {
      lines.add("docker rename " + id + " " + was.name());
    }
    is.networks().stream()
        .filter(network -> !was.networks().contains(network))
        .forEach(network -> lines.add("docker network disconnect " + network + " " + id));
    was.networks().stream()
        .filter(network -> !is.networks().contains(network))
        .forEach(network -> lines.add("docker network connect " + network + " " + id));
    state(was.state(), is.state()).forEach(verb -> lines.add("docker " + verb + " " + id));
  }

  private static String brief(ContainerSummary container) {
    return container.id().substring(0, Math.min(12, container.id().length()));
  }

  /** Docker's verbs that lead from one state to another. */
  private static List<String> state(ContainerState was, ContainerState is) {
    boolean up = is == ContainerState.RUNNING || is == ContainerState.RESTARTING;
    return switch (was) {
      case RUNNING, RESTARTING ->
          up ? List.of() : List.of(is == ContainerState.PAUSED ? "unpause" : "start");
      case PAUSED ->
          is == ContainerState.PAUSED
              ? List.of()
              : up ? List.of("pause") : List.of("start", "pause");
      case EXITED ->
          switch (is) {
            case PAUSED -> List.of("unpause", "stop");
            case RUNNING, RESTARTING -> List.of("stop");
            case CREATED, EXITED, DEAD, REMOVING -> List.of();
          };
      case CREATED, DEAD, REMOVING -> List.of();
    };
  }
}
