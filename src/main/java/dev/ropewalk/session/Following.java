package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import java.util.Optional;
import java.util.Set;

/** Follows the engine's events: which of them are the lesson's. */
final class Following {
  /** What reading a container or a volume leaves behind in the engine's events. */
  private static final Set<String> ECHOES = Set.of("archive-path", "mount", "top", "unmount");

  private static final Set<String> IMAGE_ACTS =
      Set.of("pull", "push", "tag", "untag", "delete", "load", "import", "save");

  private final Turn turn;

  Following(Turn turn) {
    this.turn = turn;
  }

  /**
   * Keeps an event that belongs to the lesson. What is created while a line of the learner runs is
   * the lesson's from then on; what happens to it counts whoever does it. All else is somebody
   * else's.
   */
  void happened(EngineEvent event) {
    State state = turn.state();
    if (state.step().isEmpty()) {
      return;
    }
    boolean acting = acting(state, event);
    Optional<EngineEvent> birth = acting ? birth(event) : Optional.empty();
    boolean image =
        acting && event instanceof EngineEvent.ToImage && IMAGE_ACTS.contains(event.action());
    if (birth.isPresent() || image || ours(event)) {
      turn.record(new Entry.Happened(birth.orElse(event), birth.isPresent()));
      if (!echoes(event, state.phase())) {
        turn.eventNow(event);
        again(state.phase());
      }
    }
  }

  /** The event as the birth of something that belongs to the lesson from now on, if it is one. */
  private Optional<EngineEvent> birth(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToImage image ->
          image.action().equals("tag") ? turn.named(image) : Optional.empty();
      case EngineEvent.ToOther _ -> Optional.empty();
      case EngineEvent.ToContainer _, EngineEvent.ToNetwork _, EngineEvent.ToVolume _ ->
          Optional.of(event).filter(it -> it.action().equals("create") && turn.born(it));
    };
  }

  /**
   * Whether a check may have caused it by looking: it counts, but judging again for it, which looks
   * again, would never end. After a line of the learner's the step is judged anyway.
   */
  private static boolean echoes(EngineEvent event, Phase phase) {
    boolean mayBeLooking = phase instanceof Phase.Judging || phase instanceof Phase.AtPrompt;
    return mayBeLooking && (event.action().startsWith("exec_") || ECHOES.contains(event.action()));
  }

  /**
   * Whether a line of the learner runs, or has just ended: its last events may come a little later,
   * even after the engine was looked at, but then of objects that were seen there.
   */
  private static boolean acting(State state, EngineEvent event) {
    return switch (state.phase()) {
      case Phase.Running(var by) -> by != Phase.By.RESET && by != Phase.By.STAGE;
      case Phase.Expanding() -> true;
      case Phase.Looking(Phase.Then.Judge(var asked, _)) -> asked.afterLine();
      case Phase.Judging(var asked, _, _) -> asked.afterLine() && seen(event, state.world());
      case Phase.Looking(Phase.Then.Close _) ->
          state.holder() == State.Holder.ROPEWALK && seen(event, state.world());
      case Phase.Looking _,
          Phase.Recalling _,
          Phase.AtPrompt _,
          Phase.Beginning _,
          Phase.Confirming _ ->
          false;
    };
  }

  private static boolean seen(EngineEvent event, World world) {
    return switch (event) {
      case EngineEvent.ToContainer c ->
          world.containers().stream().anyMatch(now -> now.id().equals(c.id()));
      case EngineEvent.ToNetwork n ->
          world.networks().stream().anyMatch(now -> now.id().equals(n.id()));
      case EngineEvent.ToVolume v ->
          world.volumes().stream().anyMatch(now -> now.name().equals(v.id()));
      case EngineEvent.ToImage _ -> true;
      case EngineEvent.ToOther _ -> false;
    };
  }

  /** Whether it counts whoever does it, while a line of the learner's runs. */
  boolean isOfLesson(EngineEvent event) {
    return event instanceof EngineEvent.ToImage && IMAGE_ACTS.contains(event.action())
        || ours(event);
  }

  private boolean ours(EngineEvent event) {
    Set<EngineEvent> births = turn.state().standing().owned();
    return births.stream()
        .filter(birth -> !Naming.isNameOnly(birth))
        .anyMatch(
            birth ->
                birth.id().equals(subject(event)) && !birth.id().isEmpty()
                    || birth.id().equals(event.id()));
  }

  /** The container that an event of a network or a volume is about. */
  private static String subject(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToNetwork n -> n.container();
      case EngineEvent.ToVolume v -> v.container();
      case EngineEvent.ToContainer _, EngineEvent.ToImage _, EngineEvent.ToOther _ -> "";
    };
  }

  private void again(Phase phase) {
    if (phase instanceof Phase.Judging) {
      new Judging(turn).verify();
    } else if (phase instanceof Phase.AtPrompt) {
      new Judging(turn).quietly();
    }
  }
}
