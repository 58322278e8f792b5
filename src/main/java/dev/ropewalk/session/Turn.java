package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One input being worked on: the state that it leaves, and the effects that it has. Lives for one
 * call.
 */
final class Turn {
  private final State before;
  private final Instant now;
  private final List<Effect> effects = new ArrayList<>();
  private Progress progress;
  private Optional<Lesson> lesson;
  private State.Door door;
  private Phase phase;
  private State.Holder holder;
  private World world;
  private State.Link link;
  private List<String> script;
  private Optional<Errand> errand;
  private int hints;
  private long round;
  private Instant lastEvent;
  private Map<Integer, Instant> lastEvents;
  private Map<Integer, Instant> passedSince;
  private List<Verdict> verdicts;
  private EngineKnowledge knowledge;
  private LineAccount line;
  private Instant looked;
  private Practising practising;
  private final Map<String, LineElsewhere> elsewhere;

  Turn(State state, Instant now) {
    this.before = state;
    this.now = now;
    progress = state.progress();
    lesson = state.lesson();
    door = state.door();
    phase = state.phase();
    holder = state.holder();
    world = state.world();
    link = state.link();
    script = state.script();
    errand = state.errand();
    hints = state.hints();
    round = state.round();
    lastEvent = state.lastEvent();
    lastEvents = state.lastEvents();
    passedSince = state.passedSince();
    verdicts = state.verdicts();
    knowledge = state.knowledge();
    line = state.line();
    looked = state.looked();
    practising = state.practising();
    elsewhere = new HashMap<>(state.elsewhere());
  }

  State state() {
    return new State(
        before.course(),
        progress,
        before.origin(),
        lesson,
        door,
        phase,
        holder,
        world,
        link,
        script,
        errand,
        hints,
        round,
        lastEvent,
        lastEvents,
        passedSince,
        verdicts,
        knowledge,
        line,
        looked,
        before.manner(),
        practising,
        elsewhere);
  }

  Instant now() {
    return now;
  }

  List<Effect> effects() {
    return effects;
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void say(Message message) {
    effects.add(new Effect.Say(message));
  }

  void note(String text) {
    say(new Message.Note(text));
  }

  /**
   * Brings an entry of the open lesson to the journal, and folds it into the progress. What happens
   * while no lesson is open counts for none.
   */
  void record(Entry entry) {
    if (lesson.isPresent()) {
      var id = lesson.get().id();
      effects.add(new Effect.Record(now, id, entry));
      progress = progress.and(now, id, entry);
      practising = practising.and(now, id, entry);
    }
  }

  /** A line, or a row of lines that belong together, begins. */
  void beginLine() {
    line = line.next(knowledge.inventory());
  }

  /** Nothing that lines before did counts for what opens now. */
  void forgetLines() {
    line = LineAccount.NONE.next(knowledge.inventory());
  }

  void run(String line, Phase.By by) {
    phase = new Phase.Running(by);
    boolean counts = by == Phase.By.LEARNER || by == Phase.By.SOLUTION;
    if (counts && door == State.Door.OPEN) {
      record(new Entry.LineBegan(line));
    }
    effects.add(new Effect.Run(line));
  }

  /** Looks at the engine, and then does something. */
  void look(Phase.Then then) {
    phase = new Phase.Looking(then);
    knowledge = knowledge.asked();
    Needs.Question asks =
        then instanceof Phase.Then.Enter(var it, _) ? it.needs().question() : Needs.Question.NONE;
    effects.add(new Effect.Look(asks, Freshness.of(then, state())));
  }

  /** The learner has given the turn away: the line is taken. */
  void take() {
    holder = State.Holder.ROPEWALK;
  }

  /** Gives the turn to the learner. */
  void ready() {
    give(new Phase.AtPrompt());
  }

  /** Gives the turn to the learner; one who has it already only gets another prompt. */
  void give(Phase next) {
    boolean hasIt = holder == State.Holder.LEARNER;
    phase = next;
    holder = State.Holder.LEARNER;
    effects.add(hasIt ? new Effect.Reprompt(state().prompt()) : new Effect.Ready(state().prompt()));
  }

  /** The engine tells that something has happened. */
  void told(EngineEvent event) {
    knowledge = knowledge.with(event);
  }

  /** What the learner's own shells run, to be changed. */
  Map<String, LineElsewhere> elsewhere() {
    return elsewhere;
  }

  void line(LineAccount line) {
    this.line = line;
  }

  void phase(Phase phase) {
    this.phase = phase;
  }

  void lesson(Lesson lesson, State.Door door) {
    this.lesson = Optional.of(lesson);
    this.door = door;
  }

  /** The engine was looked at. */
  void seen(World world, MachineFacts machine) {
    knowledge =
        this.world == world && knowledge.isOf(machine) ? knowledge : knowledge.seen(world, machine);
    this.world = world;
    looked = now;
  }

  /** Whether something has happened to the lesson's objects since the engine was looked at. */
  boolean isStale() {
    return lastEvent.isAfter(looked);
  }

  void link(State.Link link) {
    this.link = link;
  }

  /** Lines that ropewalk types from now on. */
  void script(List<String> script) {
    this.script = List.copyOf(script);
  }

  /** What ropewalk does in the learner's place from now on. */
  void errand(Optional<Errand> errand) {
    this.errand = errand;
  }

  /** Everything is the learner's again. */
  void dropErrand() {
    script = List.of();
    errand = Optional.empty();
  }

  /** What is practised from now on. */
  void drills(Drills left) {
    practising = new Practising(practising.practice(), Optional.of(left));
  }

  void hints(int hints) {
    this.hints = hints;
  }

  /**
   * Something happened to the lesson's objects: of what may follow from it, that which has held
   * until now must show that it still does, and the rest is waited for.
   */
  void happened(EngineEvent event, Instant at) {
    List<Check> checks = before.step().map(Step::checks).orElse(List.of());
    Map<Integer, Instant> events = new HashMap<>(lastEvents);
    Map<Integer, Instant> since = new HashMap<>(passedSince);
    for (int i = 0; i < checks.size(); i++) {
      if (checks.get(i).claim().mayFollow(event)) {
        events.put(i, at);
        since.remove(i);
      }
    }
    lastEvent = at;
    lastEvents = events;
    passedSince = since;
  }

  /** What has happened until now is no longer waited for; what happens from now on is. */
  void forgetEvents() {
    lastEvents = Map.of();
  }

  long nextRound() {
    return ++round;
  }

  /** Keeps the verdicts, and since when each check has passed: nothing changes without an event. */
  void verdicts(List<Verdict> verdicts) {
    Map<Integer, Instant> since = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Passed) {
        since.put(i, passedSince.getOrDefault(i, lastEvents.getOrDefault(i, now)));
      }
    }
    passedSince = since;
    this.verdicts = verdicts;
  }

  /** What was found before is no answer to what is asked now. */
  void forgetVerdicts() {
    verdicts = List.of();
  }

  /** A step begins with nothing judged and no hint shown. */
  void freshStep() {
    hints = 0;
    round++;
    lastEvent = Instant.EPOCH;
    lastEvents = Map.of();
    passedSince = Map.of();
    verdicts = List.of();
  }
}
