package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.session.LineAccount.When;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows the engine's events: which of them are the lesson's. */
final class Following {
  private final Turn turn;

  Following(Turn turn) {
    this.turn = turn;
  }

  /**
   * Keeps an event that belongs to the lesson. What a line of the learner creates is the lesson's
   * from then on; what happens to it counts whoever does it. All else is somebody else's. While a
   * line runs it is not known yet what is the line's own.
   */
  void happened(EngineEvent event) {
    State state = turn.state();
    turn.told(event);
    if (state.step().isEmpty()) {
      return;
    }
    boolean runs = runs(state.phase());
    if (isUnconfirmed(event, state)) {
      if (state.line().waiting().isEmpty()) {
        turn.effect(new Effect.Greet());
      }
      turn.line(state.line().waitingFor(event, turn.now()));
    } else if (!runs) {
      turn.line(state.line().happened(event));
      settle(event, turn.now(), acting(state, event) ? When.LINE : When.LATER);
    } else if (EventSort.isBirth(event)
        || EventSort.isImageAct(event)
        || EventSort.concerns(event, known(state))) {
      turn.line(state.line().waitingFor(event, turn.now()));
    }
  }

  private static boolean runs(Phase phase) {
    return phase instanceof Phase.Expanding
        || phase instanceof Phase.Running(var by)
            && (by == Phase.By.LEARNER || by == Phase.By.SOLUTION || by == Phase.By.SETUP);
  }

  /**
   * Whether the engine may have ended a container itself, as it does when it is shut down: no line
   * runs that could have. What follows waits with it, so that the order is kept.
   */
  private static boolean isUnconfirmed(EngineEvent event, State state) {
    return state.phase() instanceof Phase.AtPrompt
        && (!state.line().waiting().isEmpty() || EventSort.isEnd(event) && !acting(state, event))
        && EventSort.concerns(event, known(state));
  }

  /** The engine lives on: what has ended on it has not been ended by it. */
  void confirmed() {
    if (!runs(turn.state().phase())) {
      List<LineAccount.Told> waiting = turn.state().line().waiting();
      turn.line(turn.state().line().withoutWaiting());
      waiting.forEach(told -> settle(told.event(), told.at(), When.LATER));
    }
  }

  /** The engine is lost: what it ended on its way is nobody's doing. */
  void lost() {
    if (!runs(turn.state().phase())) {
      turn.line(turn.state().line().withoutWaiting());
    }
  }

  /**
   * A request of a line has been answered: what it created is the lesson's, whatever client asked
   * for it. Where a job in the background asks, the engine may have told of it already.
   */
  void recorded(Exchange exchange) {
    LineAccount line = turn.state().line().recorded(exchange);
    turn.line(line);
    if (!(turn.state().phase() instanceof Phase.Running)) {
      Attribution known =
          line.attribution(When.LATER, turn.state().knowledge().tenancy(), Wishes.NONE);
      line.births().stream()
          .filter(known::isCertain)
          .map(birth -> named(birth, known))
          .forEach(this::keepBirth);
      volumes().keepMounted();
    }
  }

  /** The line has ended, and what it asked for is known: what has waited for that is settled. */
  void lineEnded(Creations asked) {
    LineAccount line = turn.state().line();
    turn.line(line.ended(asked));
    line.waiting().forEach(told -> settle(told.event(), told.at(), When.LINE));
  }

  /** A line is over that ran when nobody listened; this is what the engine still tells of it. */
  void recalled(List<EngineEvent> events, Creations asked) {
    Inventory before = Inventory.EMPTY;
    for (EngineEvent event : events) {
      boolean tellsNothing =
          event instanceof EngineEvent.ToImage
              || event instanceof EngineEvent.ToVolume && !Attribution.isAnonymous(event.id());
      // An engine tells of a volume's creation, and of a name, also where it was there before.
      before = tellsNothing ? before.with(event) : before;
    }
    List<Exchange> requests = Evidence.history(turn.state().standing()).requests();
    turn.line(LineAccount.recalled(before, LineRecord.of(requests)));
    events.forEach(event -> turn.line(turn.state().line().waitingFor(event, turn.now())));
    lineEnded(asked);
  }

  /** After a line the engine shows what it has not told: whose the things without a name are. */
  void looked(World world) {
    new UntoldImages(turn.state(), world, turn.now()).births().forEach(this::keepBirth);
    LineAccount line = turn.state().line();
    List<EngineEvent> images =
        ownership(turn.state()).nameless(world, turn.now(), line.record().made());
    boolean all =
        images.size() <= line.asked().unnamed(Creations.Kind.IMAGE) || alone(turn.state());
    images.stream()
        .filter(image -> all || line.asked().certain().contains(image.id()))
        .forEach(this::keepBirth);
    List<EngineEvent.ToVolume> unused = volumes().keepMounted(world);
    if (unused.size() <= line.asked().unnamed(Creations.Kind.VOLUME)) {
      unused.forEach(this::keepBirth);
    }
    turn.line(turn.state().line().without(line.loose()));
  }

  LooseVolumes volumes() {
    return new LooseVolumes(turn, this::keepBirth);
  }

  private void settle(EngineEvent event, Instant at, When when) {
    State state = turn.state();
    Attribution attribution =
        state.line().attribution(when, state.knowledge().tenancy(), state.wishes());
    boolean birth = isOurs(event, attribution);
    EngineEvent told = named(event, attribution);
    turn.line(turn.state().line().settled(event));
    if (birth) {
      keepBirth(told);
    }
    volumes().keepMounted();
    if (birth) {
      volumes().askOf(told);
    }
    boolean counts =
        EventSort.isImageAct(event)
                && (when == When.LINE || state.wishes().isAbout(event))
                && (!event.action().equals("tag") || asked(event, attribution))
            || !EventSort.isProbe(event, when)
                && EventSort.concerns(event, ids(state.standing().owned()));
    if (!birth && counts) {
      turn.record(new Entry.Happened(told, false));
    }
    if ((birth || counts) && !echoes(event, state.phase())) {
      turn.happened(event, at);
      again(state.phase());
    }
  }

  private void keepBirth(EngineEvent birth) {
    if (!turn.state().standing().owned().contains(birth)) {
      turn.record(new Entry.Happened(birth, true));
    }
  }

  /** Whether something is born that belongs to the lesson from now on. */
  private boolean isOurs(EngineEvent event, Attribution attribution) {
    boolean given =
        !(event instanceof EngineEvent.ToImage tag)
            || ownership(turn.state()).isBirth(tag, source(tag, attribution));
    return EventSort.isBirth(event) && given && asked(event, attribution);
  }

  private static boolean asked(EngineEvent event, Attribution attribution) {
    return attribution.whose(event) == Attribution.Whose.OURS;
  }

  /** A name of an image is kept with what it means. */
  private EngineEvent named(EngineEvent event, Attribution attribution) {
    return event instanceof EngineEvent.ToImage tag && tag.action().equals("tag")
        ? ownership(turn.state()).told(tag, source(tag, attribution))
        : event;
  }

  private static ImageOwnership ownership(State state) {
    return new ImageOwnership(state.line().there(), state.standing().owned());
  }

  private static ImageOwnership.Source source(EngineEvent.ToImage tag, Attribution attribution) {
    return attribution.asked().certain().contains(tag.id())
            || attribution.asked().unnamed(Creations.Kind.IMAGE) > 0
            || attribution.tenancy() == EngineKnowledge.Tenancy.ALONE
        ? ImageOwnership.Source.MADE
        : ImageOwnership.Source.FOUND;
  }

  private static boolean alone(State state) {
    return state.knowledge().tenancy() == EngineKnowledge.Tenancy.ALONE;
  }

  /**
   * Whether a check may have caused it by looking: it counts, but judging again for it, which looks
   * again, would never end. After a line of the learner's the step is judged anyway.
   */
  private static boolean echoes(EngineEvent event, Phase phase) {
    boolean mayBeLooking = phase instanceof Phase.Judging || phase instanceof Phase.AtPrompt;
    return mayBeLooking && EventSort.isEcho(event);
  }

  /**
   * Whether a line of the learner has just ended: its last events may come a little later, even
   * after the engine was looked at, but then of objects that were seen there.
   */
  private static boolean acting(State state, EngineEvent event) {
    if (!state.runningElsewhere().isEmpty()) {
      return true;
    }
    return switch (state.phase()) {
      case Phase.Looking(Phase.Then.Judge(var asked, _)) -> asked.afterLine();
      case Phase.Looking(Phase.Then.SetUp()) -> true;
      case Phase.Judging(var asked, _, _) ->
          asked.afterLine() && EventSort.seen(event, state.world());
      case Phase.Looking(Phase.Then.Close _) ->
          state.holder() == State.Holder.ROPEWALK && EventSort.seen(event, state.world());
      case Phase.Running _,
          Phase.Expanding _,
          Phase.Laying _,
          Phase.Noting _,
          Phase.BringingBack _,
          Phase.Fetching _,
          Phase.Looking _,
          Phase.LookingInside _,
          Phase.Recalling _,
          Phase.AtPrompt _,
          Phase.Leaving _,
          Phase.Beginning _,
          Phase.Confirming _ ->
          false;
    };
  }

  /** What belongs to the lesson, and what may turn out to. */
  private static Set<String> known(State state) {
    Set<String> known = new HashSet<>(ids(state.standing().owned()));
    state.line().births().forEach(birth -> known.add(birth.id()));
    return known;
  }

  static Set<String> ids(Set<EngineEvent> births) {
    return births.stream()
        .filter(birth -> !ImageOwnership.isNameOnly(birth))
        .map(EngineEvent::id)
        .collect(Collectors.toSet());
  }

  private void again(Phase phase) {
    if (phase instanceof Phase.Judging) {
      new Judging(turn).verify();
    } else if (phase instanceof Phase.AtPrompt) {
      new Judging(turn).quietly();
    }
  }
}
